import { CatalogueNamespace, choice, flag, text, whole } from './option';

const ENGINES = ['mysql', 'oracle-se1', 'sqlserver-ex', 'sqlserver-web', 'sqlserver-se', 'postgres'];

export const DATABASE: readonly CatalogueNamespace[] = [
  {
    name: 'aws:rds:dbinstance',
    about: 'a database that belongs to the environment',
    options: [
      whole('DBAllocatedStorage', 5, 1024, '5', {
        defaultNote: '10 for Oracle, 200 for sqlserver-se, 30 for the other SQL Servers',
      }),
      choice('DBDeletionPolicy', ['Delete', 'Retain', 'Snapshot'], 'Delete'),
      choice('DBEngine', ENGINES, 'mysql'),
      text('DBEngineVersion', { default: '5.5' }),
      text('DBInstanceClass', { default: 'db.t2.micro' }),
      text('DBPassword'),
      text('DBSnapshotIdentifier'),
      text('DBUser', { default: 'ebroot' }),
      flag('HasCoupledDatabase', 'false'),
      flag('MultiAZDatabase', 'false'),
    ],
  },
];

import { Severity } from '../../../finding/finding';
import { Report } from '../../../finding/rule';
import { entryOf } from '../../../finding/table';
import { EnvironmentSettings } from '../../../settings/settings';
import { ContainerSpec } from '../../../spec/model';
import { TargetRule } from '../target-rule';

/** What the props say, what says otherwise, and the edit. */
type Clash = readonly [prop: string, other: string, hint: string];

export const saidTwice: TargetRule = {
  code: 'DR4121',
  name: 'said-twice',
  severity: Severity.ERROR,
  summary: 'A variable, credentials and the execution role each come from one place: the file or one prop.',
  reason:
    'Amazon ECS refuses a variable that is plain and a secret; of two credentials or two roles nobody could tell '
    + 'which one counts.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  fields: ['containerDefinitions[].repositoryCredentials', 'executionRoleArn'],
  concerns: 'task',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const say = (place: Parameters<Report>[1], [prop, other, hint]: Clash) =>
      report(place, `${prop} must not be given beside ${other}.`, hint, [prop]);
    for (const container of spec.containers) {
      for (const clash of clashesOf(container, settings)) say(at(spec), clash);
    }
    if (settings.executionRole && spec.executionRoleArn !== undefined) {
      say(at(spec), [
        'executionRole', `executionRoleArn of the file, which is "${spec.executionRoleArn}"`, 'Remove one of them.',
      ]);
    }
  },
};

function clashesOf(container: ContainerSpec, settings: EnvironmentSettings): Clash[] {
  const { name = '' } = container;
  const variables = entryOf(settings.secrets, name) ?? [];
  return [
    ...variables.flatMap((variable) => variableClash(container, variable, settings)),
    ...credentialsClash(container, settings),
  ];
}

function variableClash(
  { name: container = '', environment = [], secrets = [] }: ContainerSpec,
  variable: string,
  { environmentProperties = {} }: EnvironmentSettings,
): Clash[] {
  const prop = `secrets.${container}.${variable}`;
  if (environment.some(({ name }) => name === variable)) {
    return [[prop, `the plain value in "environment" of "${container}"`, `Remove "${variable}" there.`]];
  }
  if (secrets.some(({ name }) => name === variable)) {
    return [[prop, `the entry in "secrets" of "${container}"`, `Remove "${variable}" there, or ${prop}.`]];
  }
  if (Object.hasOwn(environmentProperties, variable)) {
    return [
      [
        prop, `environmentProperties.${variable}`,
        `Remove ${variable} from environmentProperties, and give it to the other containers in the file.`,
      ],
    ];
  }
  return [];
}

function credentialsClash(
  { name = '', repositoryCredentials }: ContainerSpec, { images = [], registryCredentials = [] }: EnvironmentSettings,
): Clash[] {
  const prop = `registryCredentials.${name}`;
  const image = `images.${name}`;
  const isReplaced = images.includes(name);
  const clashes: Clash[] = [];
  if (registryCredentials.includes(name)) {
    if (isReplaced) {
      clashes.push([
        prop, image, `Give the credentials to the image: ${image}: ContainerImage.fromRegistry(…, { credentials }).`,
      ]);
    }
    if (repositoryCredentials) clashes.push([prop, `"repositoryCredentials" of "${name}"`, 'Remove one of them.']);
  } else if (isReplaced && repositoryCredentials) {
    clashes.push([
      image, `"repositoryCredentials" of "${name}", which are for the image in the file`,
      'Remove them there, and give credentials to the image: ContainerImage.fromRegistry(…, { credentials }).',
    ]);
  }
  return clashes;
}

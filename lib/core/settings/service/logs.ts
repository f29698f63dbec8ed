import { count, flag, Given, presence } from '../fields/field';
import { RETENTION_DAYS } from '../fields/members';

const IN_THE_FILE = 'Remove it, and configure the logging of the containers in the file.';

/** The log group of the containers, and who may look into them. */
export const logFields = {
  /** In days. */
  logRetention: count().as('logs.RetentionDays', RETENTION_DAYS).else(30),
  logGroup: presence().notOnBeanstalk(IN_THE_FILE),
  logEncryptionKey: presence().notOnBeanstalk(IN_THE_FILE),
  enableExecuteCommand: flag().notOnBeanstalk('Remove it, and use Session Manager.'),
};

export type LogSettings = Given<typeof logFields>;

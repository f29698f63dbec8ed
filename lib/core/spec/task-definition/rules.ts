import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

const TASK_DEFINITION =
  'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html';

export const taskKey: Rule = {
  code: 'DR7101',
  name: 'task-key',
  severity: Severity.WARNING,
  summary: 'Every key of a task definition has its like in the stack.',
  reason: 'What has none is left out, and the task runs without it.',
  link: TASK_DEFINITION,
  fields: [],
  strict: true,
  drops: true,
};

export const sharedTaskMemory: Rule = {
  code: 'DR7102',
  name: 'shared-task-memory',
  severity: Severity.WARNING,
  summary: 'Every container of a task definition says how much memory it takes.',
  reason:
    'The memory of a whole task is for Fargate; on instances its containers reserve theirs, and each got an equal part.',
  link: TASK_DEFINITION,
  fields: ['memory'],
};

export const fargateTask: Rule = {
  code: 'DR7103',
  name: 'fargate-task',
  severity: Severity.INFO,
  summary: 'A task definition is for EC2 instances.',
  reason: 'One for Fargate runs on instances too, in the network mode that it says; its size becomes theirs to hold.',
  link: TASK_DEFINITION,
  fields: ['requiresCompatibilities'],
};

/** The rules about reading task definitions, in the order of their codes. */
export const TASK_DEFINITION_RULES: readonly Rule[] = [taskKey, sharedTaskMemory, fargateTask];

import { Severity } from '../finding/finding';
import { Rule } from '../finding/rule';

const REFERENCE = 'https://docs.docker.com/reference/compose-file/';
const SERVICES = `${REFERENCE}services/`;
const INTERPOLATION = `${REFERENCE}interpolation/`;
const TASK_DEFINITION =
  'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html';

export const composeYaml: Rule = {
  code: 'DR7001',
  name: 'compose-yaml',
  severity: Severity.ERROR,
  summary: 'A compose file is YAML, and no object has a key twice.',
  reason: 'Compose refuses the whole file otherwise.',
  link: REFERENCE,
  fields: [],
};

export const composeForm: Rule = {
  code: 'DR7002',
  name: 'compose-form',
  severity: Severity.ERROR,
  summary: 'Every value of a compose file has a form that the Compose specification gives it.',
  reason: 'Compose refuses the whole file otherwise.',
  link: REFERENCE,
  fields: [],
};

export const composeKey: Rule = {
  code: 'DR7003',
  name: 'compose-key',
  severity: Severity.ERROR,
  summary: 'Every key of a compose file is one of the Compose specification, or begins with "x-".',
  reason: 'Compose refuses the whole file otherwise.',
  link: REFERENCE,
  fields: [],
};

export const unsetVariable: Rule = {
  code: 'DR7004',
  name: 'unset-variable',
  severity: Severity.WARNING,
  summary: 'Every variable that a compose file names has a value or a default.',
  reason: 'Compose puts an empty text in its place.',
  link: INTERPOLATION,
  fields: [],
};

export const requiredVariable: Rule = {
  code: 'DR7005',
  name: 'required-variable',
  severity: Severity.ERROR,
  summary: 'Every variable that a compose file requires with ":?" has a value.',
  reason: 'Compose refuses to start anything without it.',
  link: INTERPOLATION,
  fields: [],
};

export const invalidInterpolation: Rule = {
  code: 'DR7006',
  name: 'invalid-interpolation',
  severity: Severity.ERROR,
  summary: 'The text between "${" and "}" is a variable, or the dollar sign is doubled.',
  reason: 'Compose refuses the whole file otherwise.',
  link: INTERPOLATION,
  fields: [],
};

export const missingComposeFile: Rule = {
  code: 'DR7007',
  name: 'missing-compose-file',
  severity: Severity.ERROR,
  summary: 'Every file that a compose file names is there.',
  reason: 'Compose refuses to start anything without it.',
  link: SERVICES,
  fields: ['services.*.env_file', 'services.*.extends.file', 'include'],
};

export const undefinedService: Rule = {
  code: 'DR7008',
  name: 'undefined-service',
  severity: Severity.ERROR,
  summary: 'Every service that another one names is in the project, with a profile that is on.',
  reason: 'Compose refuses to start anything otherwise.',
  link: SERVICES,
  fields: ['services.*.depends_on', 'services.*.links', 'services.*.extends', 'services.*.volumes_from'],
};

export const extendsCycle: Rule = {
  code: 'DR7009',
  name: 'extends-cycle',
  severity: Severity.ERROR,
  summary: 'No service extends itself, and no file includes itself.',
  reason: 'There would be no end to it.',
  link: SERVICES,
  fields: ['services.*.extends', 'include'],
};

export const notCarriedOver: Rule = {
  code: 'DR7010',
  name: 'not-carried-over',
  severity: Severity.WARNING,
  summary: 'Every value of a compose file has its like on Amazon ECS.',
  reason: 'What has none is left out, and the containers run without it.',
  link: TASK_DEFINITION,
  fields: [],
  strict: true,
  drops: true,
};

export const noEquivalent: Rule = {
  code: 'DR7011',
  name: 'no-equivalent',
  severity: Severity.ERROR,
  summary: 'Nothing that a container cannot do without lacks its like on Amazon ECS.',
  reason: 'The container would start and not work.',
  link: TASK_DEFINITION,
  fields: [],
};

export const adjustedValue: Rule = {
  code: 'DR7012',
  name: 'adjusted-value',
  severity: Severity.WARNING,
  summary: 'Every value of a compose file is one that Amazon ECS takes.',
  reason: 'The nearest one that it takes was used, and differs.',
  link: TASK_DEFINITION,
  fields: [],
};

export const assumedMemory: Rule = {
  code: 'DR7013',
  name: 'assumed-memory',
  severity: Severity.INFO,
  summary: 'Every service says how much memory it takes.',
  reason: 'Amazon ECS places no container without it; 256 MiB are reserved, and the container may use more.',
  link: TASK_DEFINITION,
  fields: ['services.*.deploy.resources', 'services.*.mem_limit', 'services.*.mem_reservation'],
};

export const builtImage: Rule = {
  code: 'DR7014',
  name: 'built-image',
  severity: Severity.INFO,
  summary: 'The image of every service is in a registry.',
  reason:
    'One that is built has no name that instances could pull, so it is built where the app is deployed from, and '
    + 'pushed.',
  link: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ecr_assets-readme.html',
  fields: ['services.*.build'],
};

export const unlinkedServices: Rule = {
  code: 'DR7015',
  name: 'unlinked-services',
  severity: Severity.INFO,
  summary: 'Services that know each other by name say so.',
  reason:
    'In the bridge network mode a container knows only those by name that it is linked with, and links lead one way; '
    + 'they are made for links, depends_on and for names in commands and variables.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_network_ec2',
  fields: ['services'],
};

export const unresolvedName: Rule = {
  code: 'DR7016',
  name: 'unresolved-name',
  severity: Severity.WARNING,
  summary: 'No two services need each other by name.',
  reason: 'Links lead one way, so that one of the two names is known to nobody.',
  link: 'https://docs.docker.com/engine/network/links/',
  fields: ['services.*.environment', 'services.*.command'],
};

export const sharedNetwork: Rule = {
  code: 'DR7017',
  name: 'shared-network',
  severity: Severity.INFO,
  summary: 'All services share one network.',
  reason: 'Containers of one task can reach each other by address, whatever networks they were in before.',
  link: `${REFERENCE}networks/`,
  fields: ['services.*.networks', 'networks'],
};

export const leftOutService: Rule = {
  code: 'DR7018',
  name: 'left-out-service',
  severity: Severity.INFO,
  summary: 'Every service is one that Compose starts.',
  reason: 'One with profiles is started when one of them is on, and one with no replicas not at all.',
  link: 'https://docs.docker.com/compose/how-tos/profiles/',
  fields: ['services.*.profiles', 'services.*.scale', 'services.*.deploy.replicas'],
  drops: true,
};

export const noServices: Rule = {
  code: 'DR7019',
  name: 'no-services',
  severity: Severity.ERROR,
  summary: 'A project has a service.',
  reason: 'There is nothing to deploy otherwise.',
  link: SERVICES,
  fields: ['services'],
};

export const cutCommand: Rule = {
  code: 'DR7020',
  name: 'cut-command',
  severity: Severity.WARNING,
  summary: 'A command in one text is one program with its arguments.',
  reason: 'Compose asks no shell to read it, and leaves off what follows "&&", "|", ";", "<" or ">".',
  link: `${SERVICES}#command`,
  fields: ['services.*.command', 'services.*.entrypoint'],
};

/** The rules about reading compose files, in the order of their codes. */
export const COMPOSE_RULES: readonly Rule[] = [
  composeYaml, composeForm, composeKey, unsetVariable, requiredVariable, invalidInterpolation, missingComposeFile,
  undefinedService, extendsCycle, notCarriedOver, noEquivalent, adjustedValue, assumedMemory, builtImage,
  unlinkedServices, unresolvedName, sharedNetwork, leftOutService, noServices,
  cutCommand,
];

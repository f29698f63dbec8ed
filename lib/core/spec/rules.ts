import { Severity } from '../finding/finding';
import { Rule } from '../finding/rule';

const TASK_DEFINITION =
  'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html';
const VERSION_2 = 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html';
const VERSIONS_1_AND_3 =
  'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/single-container-docker-configuration.html';

export const wrongType: Rule = {
  code: 'DR1001',
  name: 'wrong-type',
  severity: Severity.ERROR,
  summary: 'Every value has the JSON type that Amazon ECS documents for its key.',
  reason:
    'Amazon ECS refuses a task definition with a value of another type, and Beanstalk then aborts the deployment.',
  link: TASK_DEFINITION,
  fields: [],
};

export const numericString: Rule = {
  code: 'DR1002',
  name: 'numeric-string',
  severity: Severity.WARNING,
  summary: 'Numbers are written without quotes.',
  reason: 'A quoted number is usually what a template engine left behind; it is read as the number it spells.',
  link: TASK_DEFINITION,
  fields: [],
};

export const missingKey: Rule = {
  code: 'DR1003',
  name: 'missing-key',
  severity: Severity.ERROR,
  summary: 'Every object has the keys that its kind requires.',
  reason: 'Without them Amazon ECS refuses the task definition.',
  link: VERSION_2,
  fields: [],
};

export const unknownKey: Rule = {
  code: 'DR1004',
  name: 'unknown-key',
  severity: Severity.WARNING,
  summary: 'Every key is one that the format knows.',
  reason: 'A key that nobody reads is usually a misspelt one, and what it was meant to say is lost.',
  link: VERSION_2,
  fields: [],
  strict: true,
  drops: true,
};

export const ignoredKey: Rule = {
  code: 'DR1005',
  name: 'ignored-key',
  severity: Severity.WARNING,
  summary: 'Every key is one that Elastic Beanstalk acts on.',
  reason: 'Beanstalk skips the others without a word, so what they say was never in force.',
  link: VERSION_2,
  fields: ['', 'Authentication', 'Image.Update', 'Ports[].HostPort'],
  strict: true,
  drops: true,
};

export const environmentForm: Rule = {
  code: 'DR1006',
  name: 'environment-form',
  severity: Severity.ERROR,
  summary: 'Environment variables are a list of { "name", "value" } objects.',
  reason: 'Amazon ECS takes no other form; a map or a list of "NAME=value" strings is docker-compose syntax.',
  link: VERSION_2,
  fields: ['containerDefinitions[].environment'],
};

export const convertedText: Rule = {
  code: 'DR1007',
  name: 'converted-text',
  severity: Severity.WARNING,
  summary: 'Text values are written as strings.',
  reason: 'Environment variables and log options are text; a bare number or boolean is deployed as the text it spells.',
  link: VERSION_2,
  fields: ['containerDefinitions[].environment[].value', 'containerDefinitions[].logConfiguration.options'],
};

export const booleanString: Rule = {
  code: 'DR1008',
  name: 'boolean-string',
  severity: Severity.WARNING,
  summary: 'True and false are written without quotes.',
  reason: 'A quoted word is text to a JSON reader; it is read as the value that it spells.',
  link: TASK_DEFINITION,
  fields: [],
};

export const missingVersion: Rule = {
  code: 'DR1010',
  name: 'missing-version',
  severity: Severity.ERROR,
  summary: 'The file states its version as "AWSEBDockerrunVersion".',
  reason: 'The version decides how the rest of the file is read.',
  link: VERSION_2,
  fields: ['AWSEBDockerrunVersion'],
};

export const unsupportedVersion: Rule = {
  code: 'DR1011',
  name: 'unsupported-version',
  severity: Severity.ERROR,
  summary: 'AWSEBDockerrunVersion is 1 or 2.',
  reason: 'No platform reads any other version as a list of containers.',
  link: VERSION_2,
  fields: ['AWSEBDockerrunVersion'],
};

export const versionMismatch: Rule = {
  code: 'DR1012',
  name: 'version-mismatch',
  severity: Severity.ERROR,
  summary: 'The body of the file is of the version that it states.',
  reason: 'Beanstalk reads only the keys of the stated version and aborts when they are missing.',
  link: VERSION_2,
  fields: ['AWSEBDockerrunVersion'],
};

export const composeVersion: Rule = {
  code: 'DR1013',
  name: 'compose-version',
  severity: Severity.ERROR,
  summary: 'A version 3 file is not deployed by itself.',
  reason: 'Version 3 carries nothing but registry credentials; the containers are in docker-compose.yml.',
  link: VERSIONS_1_AND_3,
  fields: ['AWSEBDockerrunVersion'],
};

export const convertedVersion1: Rule = {
  code: 'DR1014',
  name: 'converted-version-1',
  severity: Severity.INFO,
  summary: 'A version 1 file is read as the version 2 file that says the same.',
  reason: 'Amazon ECS knows only container definitions; the single container of version 1 becomes one of them.',
  link: VERSIONS_1_AND_3,
  fields: ['AWSEBDockerrunVersion'],
};

export const dockerfileBuild: Rule = {
  code: 'DR1015',
  name: 'dockerfile-build',
  severity: Severity.ERROR,
  summary: 'The image is built and pushed before the deployment.',
  reason:
    'Amazon ECS runs images and builds none; version 1 without an image makes Beanstalk build the Dockerfile of the '
    + 'bundle.',
  link: VERSIONS_1_AND_3,
  fields: ['Image'],
};

export const outOfRange: Rule = {
  code: 'DR2001',
  name: 'out-of-range',
  severity: Severity.ERROR,
  summary: 'Every number is within the range that Amazon ECS documents.',
  reason: 'Amazon ECS refuses the task definition otherwise.',
  link: TASK_DEFINITION,
  fields: [],
};

export const invalidValue: Rule = {
  code: 'DR2002',
  name: 'invalid-value',
  severity: Severity.ERROR,
  summary: 'Every string has the form that Amazon ECS documents for its key.',
  reason: 'Amazon ECS refuses the task definition otherwise.',
  link: TASK_DEFINITION,
  fields: [],
};

export const unknownChoice: Rule = {
  code: 'DR2003',
  name: 'unknown-choice',
  severity: Severity.ERROR,
  summary: 'A value that Amazon ECS lists choices for is one of them.',
  reason: 'Amazon ECS refuses the task definition otherwise.',
  link: TASK_DEFINITION,
  fields: [],
};

export const unresolvedPlaceholder: Rule = {
  code: 'DR2010',
  name: 'unresolved-placeholder',
  severity: Severity.ERROR,
  summary: 'Template placeholders in names, images, numbers and choices are resolved before the file is read.',
  reason: 'Amazon ECS takes the placeholder literally, so the image or name that was meant is never used.',
  link: VERSION_2,
  fields: ['containerDefinitions[].image', 'containerDefinitions[].name', 'containerDefinitions[].memory'],
};

export const placeholderInText: Rule = {
  code: 'DR5001',
  name: 'placeholder-in-text',
  severity: Severity.WARNING,
  summary: 'Text values hold no template placeholders.',
  reason: 'Nothing resolves them on Amazon ECS; the container receives them as they stand.',
  link: VERSION_2,
  fields: ['containerDefinitions[].environment[].value', 'volumes[].host.sourcePath'],
};

/** The rules about the shape of a file, in the order of their codes. */
export const SPEC_SHAPE_RULES: readonly Rule[] = [
  wrongType,
  numericString,
  missingKey,
  unknownKey,
  ignoredKey,
  environmentForm,
  convertedText,
  booleanString,
  missingVersion,
  unsupportedVersion,
  versionMismatch,
  composeVersion,
  convertedVersion1,
  dockerfileBuild,
  outOfRange,
  invalidValue,
  unknownChoice,
  unresolvedPlaceholder,
  placeholderInText,
];

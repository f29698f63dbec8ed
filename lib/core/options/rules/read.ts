import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

const EBEXTENSIONS = 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/ebextensions.html';

export const invalidYaml: Rule = {
  code: 'DR6001',
  name: 'invalid-yaml',
  severity: Severity.ERROR,
  summary: 'A configuration file is YAML 1.1 or JSON.',
  reason: 'Beanstalk ignores a file that it cannot read, and every setting in it.',
  link: EBEXTENSIONS,
  fields: [],
};

export const severalDocuments: Rule = {
  code: 'DR6002',
  name: 'several-documents',
  severity: Severity.WARNING,
  summary: 'A configuration file holds one YAML document.',
  reason: 'What stands behind the first document is not read.',
  link: EBEXTENSIONS,
  fields: [],
  strict: true,
};

export const repeatedSection: Rule = {
  code: 'DR6003',
  name: 'repeated-section',
  severity: Severity.WARNING,
  summary: 'No key is repeated in one object of a configuration file.',
  reason: 'Of two keys with one name Beanstalk keeps only one, so the settings below the other are lost.',
  link: EBEXTENSIONS,
  fields: [],
  strict: true,
};

export const settingsForm: Rule = {
  code: 'DR6004',
  name: 'settings-form',
  severity: Severity.ERROR,
  summary: 'Option settings are a list of namespace, option_name and value, or a map of namespaces with their options.',
  reason: 'What has another form is not a setting, and Beanstalk rejects the file.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/ebextensions-optionsettings.html',
  fields: [],
};

export const unknownSection: Rule = {
  code: 'DR6005',
  name: 'unknown-section',
  severity: Severity.WARNING,
  summary: 'The keys of a configuration file are those that Beanstalk knows.',
  reason: 'Beanstalk warns, and goes on without the file, when it has a key that it does not know.',
  link: EBEXTENSIONS,
  fields: [],
  drops: true,
};

export const changedByYaml: Rule = {
  code: 'DR6006',
  name: 'changed-by-yaml',
  severity: Severity.WARNING,
  summary: 'A value that YAML 1.1 reads as something else is in quotes.',
  reason:
    'YAML 1.1 has octal numbers, numbers to the base of 60 and more words for true and false than one may think of.',
  link: 'https://yaml.org/type/',
  fields: [],
};

export const valuelessOption: Rule = {
  code: 'DR6007',
  name: 'valueless-option',
  severity: Severity.INFO,
  summary: 'An option has a value.',
  reason: 'Without a value the default holds, as if the option did not stand there.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options.html',
  fields: [],
};

export const environmentKey: Rule = {
  code: 'DR6008',
  name: 'environment-key',
  severity: Severity.WARNING,
  summary: 'Settings of a manifest or a saved configuration other than option settings are replaced by the stack.',
  reason: 'Names, tags and links are not option settings, and nothing else reads them.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-cfg-manifest.html',
  fields: [],
  drops: true,
};

export const describedValue: Rule = {
  code: 'DR6009',
  name: 'described-value',
  severity: Severity.INFO,
  summary: 'The settings of a described environment are distinguished from the resources that Beanstalk made for it.',
  reason:
    'A description lists every option with its value. The image and the groups of an environment belong to it alone.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.customenv.html',
  fields: [],
  drops: true,
};

export const overriddenOption: Rule = {
  code: 'DR6020',
  name: 'overridden-option',
  severity: Severity.INFO,
  summary: 'An option is set once.',
  reason:
    'Props win over a running environment, that over a saved configuration, that over env.yaml, that over '
    + '.ebextensions; of two files there, the later by name.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options.html',
  fields: [],
};

/** The rules about files with option settings, in the order of their codes. */
export const READ_RULES: readonly Rule[] = [
  invalidYaml,
  severalDocuments,
  repeatedSection,
  settingsForm,
  unknownSection,
  changedByYaml,
  valuelessOption,
  environmentKey,
  describedValue,
  overriddenOption,
];

import { Severity } from '../finding/finding';
import { Rule } from '../finding/rule';

const OPTIONS = 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html';
const PRECEDENCE =
  'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options.html#configuration-options-precedence';

export const otherWay: Rule = {
  code: 'DR6040',
  name: 'other-way',
  severity: Severity.WARNING,
  summary: 'An option has a prop that says the same.',
  reason: 'Native ECS has no counterpart that could take over the value of the option.',
  link: OPTIONS,
  fields: [],
  drops: true,
};

export const unneededOption: Rule = {
  code: 'DR6041',
  name: 'unneeded-option',
  severity: Severity.INFO,
  summary: 'An option has an effect on native ECS.',
  reason: 'Some options ask for what is so anyway, or for something that only Beanstalk has.',
  link: OPTIONS,
  fields: [],
  drops: true,
};

export const idleOption: Rule = {
  code: 'DR6042',
  name: 'idle-option',
  severity: Severity.WARNING,
  summary: 'An option works together with the other settings.',
  reason:
    'Some options only count beside others: that of a process when a listener leads to it, that of Spot Instances '
    + 'when they are on.',
  link: OPTIONS,
  fields: [],
  drops: true,
};

export const otherCheck: Rule = {
  code: 'DR6043',
  name: 'other-check',
  severity: Severity.WARNING,
  summary: 'A health check asks by the protocol in which the container takes requests.',
  reason:
    'A target group has one protocol for requests and for checks here, and one for requests does not check by TCP.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
  fields: [],
};

export const refusedValue: Rule = {
  code: 'DR6044',
  name: 'refused-value',
  severity: Severity.ERROR,
  summary: 'The value of an option is supported.',
  reason: 'Without it, requests would not reach the application, or not as it expects them.',
  link: OPTIONS,
  fields: [],
};

export const optionBehindProp: Rule = {
  code: 'DR6060',
  name: 'option-behind-prop',
  severity: Severity.INFO,
  summary: 'An option is not also set by a prop.',
  reason:
    'A prop wins over an option, as values from the console or the API win over configuration files on Beanstalk.',
  link: PRECEDENCE,
  fields: [],
  drops: true,
};

export const referenceForm: Rule = {
  code: 'DR6061',
  name: 'reference-form',
  severity: Severity.WARNING,
  summary: 'An option refers to a resource by its id.',
  reason:
    'A resource that is there already is found by its id; Beanstalk takes names of security groups too, '
    + 'CloudFormation does not.',
  link: OPTIONS,
  fields: [],
  drops: true,
};

export const decidedOption: Rule = {
  code: 'DR6070',
  name: 'decided-option',
  severity: Severity.WARNING,
  summary: 'An option leaves to `BeanstalkEnvironment` what it decides itself.',
  reason:
    'What the options of the template say wins over .ebextensions, and what BeanstalkEnvironment makes itself goes '
    + 'with them.',
  link: PRECEDENCE,
  fields: [],
  drops: true,
};

export const functionBehindOption: Rule = {
  code: 'DR6071',
  name: 'function-behind-option',
  severity: Severity.WARNING,
  summary: 'An option with a function in .ebextensions is not set by the template, too.',
  reason:
    'Options of the template win over .ebextensions, and only the stack of Beanstalk knows what the function '
    + 'returns, so that it cannot be taken over.',
  link: PRECEDENCE,
  fields: [],
  drops: true,
};

export const stayingOption: Rule = {
  code: 'DR6075',
  name: 'staying-option',
  severity: Severity.ERROR,
  summary: 'An option that a prop replaces has no effect any more.',
  reason: 'Beanstalk takes each option by itself: one that the template does not set keeps what .ebextensions says.',
  link: PRECEDENCE,
  fields: [],
};

/** The rules about what becomes of options, in the order of their codes. */
export const TRANSLATION_RULES: readonly Rule[] = [
  otherWay,
  unneededOption,
  idleOption,
  otherCheck,
  refusedValue,
  optionBehindProp,
  referenceForm,
  decidedOption,
  functionBehindOption,
  stayingOption,
];

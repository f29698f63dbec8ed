import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const missingResource: Rule = {
  code: 'DR6073',
  name: 'missing-resource',
  severity: Severity.ERROR,
  summary: 'A resource that a file names is one that the environment has.',
  reason:
    'Elastic Beanstalk merges the file into a template of its own, which CloudFormation refuses for a name without a '
    + 'resource.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/customize-containers-format-resources-eb.html',
  fields: [],
};

export const listenerBehindProp: Rule = {
  code: 'DR6074',
  name: 'listener-behind-prop',
  severity: Severity.ERROR,
  summary: 'A file does not change a listener that a prop decides.',
  reason: 'What a file says of a resource wins over the options of the environment.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-resources.html',
  fields: [],
};

export const secondListener: Rule = {
  code: 'DR6077',
  name: 'second-listener',
  severity: Severity.ERROR,
  summary: 'A file adds no listener on a port that the environment listens on.',
  reason: 'Elastic Load Balancing refuses a second listener on a port, and with it the whole update.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html',
  fields: [],
};

export const otherGroups: Rule = {
  code: 'DR6078',
  name: 'other-groups',
  severity: Severity.ERROR,
  summary: 'A file leaves the load balancer its security group.',
  reason:
    'The instances let in the security group that the stack gives the load balancer; with another one no request '
    + 'reaches them.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-resources.html',
  fields: [],
};

/** The rules about resources that a bundle names, in the order of their codes. */
export const RESOURCE_RULES: readonly Rule[] = [missingResource, listenerBehindProp];

/** The same, of later codes. */
export const LATER_RESOURCE_RULES: readonly Rule[] = [secondListener, otherGroups];

import { Resource } from '../template/cfn-template';
import { at, Json, listAt, textAt } from '../template/json';

export const ENVIRONMENT = 'AWS::ElasticBeanstalk::Environment';
export const VERSION = 'AWS::ElasticBeanstalk::ApplicationVersion';

/** What Elastic Beanstalk does when an option setting changes. */
export type OptionDoes =
  'in place' | 'restarts' | 'instances' | 'refused' | 'another load balancer' | 'another address';

export interface OptionEdit {
  readonly namespace: string;
  /** All others of the namespace when absent. */
  readonly names?: readonly string[];
  readonly does: OptionDoes;
}

const UPDATING = 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-updating.html';
const TYPES = 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-types.html';
const BALANCER = 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-cfg-alb.html';

/** Of each namespace that does not just change in place. */
export const OPTION_EDITS: readonly OptionEdit[] = [
  { namespace: 'aws:autoscaling:launchconfiguration', does: 'instances' },
  { namespace: 'aws:ec2:instances', does: 'instances' },
  { namespace: 'aws:ec2:vpc', names: ['ELBSubnets'], does: 'in place' },
  { namespace: 'aws:ec2:vpc', names: ['ELBScheme'], does: 'another load balancer' },
  { namespace: 'aws:ec2:vpc', does: 'instances' },
  { namespace: 'aws:elasticbeanstalk:environment', names: ['EnvironmentType'], does: 'another address' },
  {
    namespace: 'aws:elasticbeanstalk:environment', names: ['LoadBalancerType', 'LoadBalancerIsShared'], does: 'refused',
  },
  { namespace: 'aws:elasticbeanstalk:application:environment', does: 'restarts' },
  { namespace: 'aws:elasticbeanstalk:application:environmentsecrets', does: 'restarts' },
];

/** What follows, and the page of AWS that says so. */
export const OPTION_WORDS: Readonly<Record<OptionDoes, { readonly says: string; readonly link: string }>> = {
  'in place': { says: 'Elastic Beanstalk changes it while the instances serve.', link: UPDATING },
  'restarts': {
    says: 'Elastic Beanstalk starts the containers anew with it, on the instances that there are.', link: UPDATING,
  },
  'instances': {
    says: 'Elastic Beanstalk ends all instances and starts new ones, as the rolling updates of the environment say.',
    link: UPDATING,
  },
  'another address': {
    says: 'A load balancer comes or goes, so that the domain name of the environment leads to another address.',
    link: TYPES,
  },
  'refused': { says: 'It can only be chosen when an environment is made.', link: BALANCER },
  'another load balancer': {
    says: 'A load balancer keeps its scheme, so Elastic Beanstalk has to make another one, with another address.',
    link: UPDATING,
  },
};

export function optionDoes(namespace: string, name: string): OptionDoes {
  const fitting = OPTION_EDITS.filter((edit) => edit.namespace === namespace);
  const found = fitting.find(({ names }) => names?.includes(name)) ?? fitting.find(({ names }) => !names);
  return found?.does ?? 'in place';
}

/** The value of an option setting of an environment. */
export function optionOf(environment: Resource | undefined, namespace: string, name: string): string | undefined {
  const setting = listAt(environment?.properties, 'OptionSettings')
    .find((each: Json) => at(each, 'Namespace') === namespace && at(each, 'OptionName') === name);
  return textAt(setting, 'Value');
}

const COMMAND = 'aws:elasticbeanstalk:command';
const ROLLING = 'aws:autoscaling:updatepolicy:rollingupdate';

/** How an environment gets another version, by its deployment policy. */
export function versionRoll(environment: Resource | undefined): string {
  const size = optionOf(environment, COMMAND, 'BatchSize') ?? '100';
  const unit = optionOf(environment, COMMAND, 'BatchSizeType') === 'Fixed' ? 'instances' : '% of the instances';
  switch (policyOf(environment)) {
    case 'Rolling':
      return `The version is deployed to ${size} ${unit} at a time; these are out of service, the others serve.`;
    case 'RollingWithAdditionalBatch':
      return `${size} ${unit} more are started first; the version is deployed batch by batch, and none is missed.`;
    case 'Immutable':
      return 'New instances with the version start beside the old ones, which stay until all of them are healthy.';
    case 'TrafficSplitting':
      return 'New instances get a share of the requests first; the old ones stay until that went well.';
    default:
      return 'The version is deployed to all instances at once, which are out of service for a short time.';
  }
}

function policyOf(environment: Resource | undefined): string {
  return optionOf(environment, COMMAND, 'DeploymentPolicy') ?? 'AllAtOnce';
}

function isSingle(environment: Resource | undefined): boolean {
  return optionOf(environment, 'aws:elasticbeanstalk:environment', 'EnvironmentType') === 'SingleInstance';
}

/** Whether nobody serves while a version is deployed. */
export function stopsForVersion(environment: Resource | undefined): boolean {
  return policyOf(environment) === 'AllAtOnce' || (isSingle(environment) && policyOf(environment) !== 'Immutable');
}

/** Whether nobody serves while instances are replaced. */
export function stopsForInstances(environment: Resource | undefined): boolean {
  return isSingle(environment) || optionOf(environment, ROLLING, 'RollingUpdateEnabled') !== 'true';
}

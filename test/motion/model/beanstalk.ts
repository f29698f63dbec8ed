import { listOf, Template } from './template';
import { Update } from './update';

const ENVIRONMENT = 'AWS::ElasticBeanstalk::Environment';

/** What Elastic Beanstalk does with an environment that stays. */
export interface Managed {
  readonly refused: readonly string[];
  readonly outages: readonly string[];
  /** Another load balancer, or none: the address behind the domain name is another one. */
  readonly replaced: readonly string[];
  readonly rolls: readonly string[];
}

/**
 * It deploys versions by the policy of the environment, and ends and starts instances by its rolling updates.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-updating.html
 */
export function managed(update: Update): Managed {
  const all = update.all('updated').filter((id) => update.next.get(id)!.type === ENVIRONMENT)
    .map((id) => managedOne(update, id));
  const join = (part: keyof Managed) => all.flatMap((each) => each[part]);
  return { refused: join('refused'), outages: join('outages'), replaced: join('replaced'), rolls: join('rolls') };
}

function managedOne(update: Update, id: string): Managed {
  const [before, after] = [update.old, update.next].map((template) => options(template, id));
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const changed = names.filter((name) => before.get(name) !== after.get(name));
  const isSingle = after.get('aws:elasticbeanstalk:environment EnvironmentType') === 'SingleInstance';
  const policy = after.get('aws:elasticbeanstalk:command DeploymentPolicy') ?? 'AllAtOnce';
  const isVersion = update.of(id).properties.includes('VersionLabel');
  const instances = changed.filter(replacesInstances);
  const rolling = after.get('aws:autoscaling:updatepolicy:rollingupdate RollingUpdateEnabled') === 'true';
  const stops = isVersion && (policy === 'AllAtOnce' || (isSingle && policy !== 'Immutable'));
  const isOther = (name: string) => before.has(name) && after.has(name);
  const fixed = changed.filter((name) => /^aws:elasticbeanstalk:environment LoadBalancer(Type|IsShared)$/.test(name));
  const moved = changed
    .filter((name) => /^aws:(elasticbeanstalk:environment EnvironmentType|ec2:vpc ELBScheme)$/.test(name));
  const isRolling = isVersion || instances.length > 0 || update.of(id).properties.includes('PlatformArn')
    || changed.some((name) => name.startsWith('aws:elasticbeanstalk:application:environment'));
  return {
    refused: fixed.filter(isOther).map((name) => `${id} keeps ${name}`),
    replaced: moved.map((name) => `${id}: ${name}`),
    outages: [
      ...(stops ? [`${id} gets a version on all instances at once`] : []),
      ...(instances.length > 0 && (isSingle || !rolling) ? [`${id} ends all instances at once`] : []),
    ],
    rolls: isRolling ? [`${id}: instances or containers`] : [],
  };
}

/** The namespaces whose options instances are started with. */
function replacesInstances(name: string): boolean {
  return /^aws:(autoscaling:launchconfiguration|ec2:instances) /.test(name)
    || (name.startsWith('aws:ec2:vpc ') && !/ ELB(Subnets|Scheme)$/.test(name));
}

function options(template: Template, id: string): Map<string, string> {
  const settings = listOf(template.get(id)!.properties.OptionSettings);
  return new Map(settings.map(({ Namespace, OptionName, ResourceName, Value }) => [
    [Namespace, OptionName, ResourceName].filter(Boolean).join(' '), JSON.stringify(Value).replace(/^"(.*)"$/, '$1'),
  ]));
}

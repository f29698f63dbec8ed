import { walkAlone } from './beanstalk-alone';
import { balancerOf, listenersOf, sharedRulesOf } from './beanstalk-front';
import { balancerType, Making, Resources } from './beanstalk-making';
import { BeanstalkOptions } from './beanstalk-options';
import { instancesOf, processesOf } from './beanstalk-targets';
import { Archives, versionOf } from './beanstalk-version';
import { walkWorker } from './beanstalk-worker';
import { Clients } from './front';
import { Resource, Template, TemplateJson } from './template';
import { Trail } from './trail';
import { Walk, walk } from './walk';

/** What is proven about one environment, besides the listeners of its load balancer. */
export interface EnvironmentWalk {
  readonly environment: string;
  /** Every way that needs no load balancer: through a queue, or to a single instance. */
  readonly paths: readonly (readonly string[])[];
  /** Why others are not complete, or Beanstalk would not make of the options what they say. */
  readonly breaks: readonly string[];
}

export interface BeanstalkWalk extends Walk {
  readonly environments: readonly EnvironmentWalk[];
}

interface Made {
  readonly walk: EnvironmentWalk;
  readonly resources: Resources;
}

/**
 * Follows every listener of the environments of Elastic Beanstalk in a template. It makes of their option settings, and
 * of the files that they run, the resources that Beanstalk would make, and follows those as packets would go.
 */
export function walkBeanstalk(json: TemplateJson, archives: Archives, clients: Clients = {}): BeanstalkWalk {
  const template = new Template(json);
  const made = template
    .all('AWS::ElasticBeanstalk::Environment')
    .map((environment) => makeEnvironment(template, environment, archives));
  const resources: Resources = Object.assign({}, json.Resources, ...made.map((one) => one.resources));
  return { ...walk({ Resources: resources }, clients), environments: made.map((one) => one.walk) };
}

function makeEnvironment(template: Template, environment: Resource, archives: Archives): Made {
  const { id } = environment;
  const trail = new Trail();
  const version = versionOf(template, environment, archives, trail);
  if (!version) return { walk: { environment: id, paths: [], breaks: trail.breaks }, resources: {} };
  const options = new BeanstalkOptions(environment, version.settings);
  for (const key of options.twice()) trail.break(`Environment ${id} sets ${key} more than once.`);
  const making: Making = { id, environment, template, options, version, trail };
  const { ways = [], resources = {} } = makeShape(making);
  const paths = ways.filter(({ breaks }) => breaks.length === 0).map(({ steps }) => steps);
  return {
    walk: { environment: id, paths, breaks: [...trail.breaks, ...ways.flatMap(({ breaks }) => breaks)] }, resources,
  };
}

function makeShape(making: Making): { ways?: Trail[]; resources?: Resources } {
  const { environment, options } = making;
  const isWorker = environment.properties.Tier?.Name === 'Worker';
  const isAlone =
    options.text('aws:elasticbeanstalk:environment', 'EnvironmentType', 'LoadBalanced') === 'SingleInstance';
  if (isWorker || isAlone) {
    for (const namespace of options.namespaces(/^aws:elbv2|environment:process/)) {
      making.trail.break(`Environment ${making.id} sets ${namespace}, but has no load balancer.`);
    }
    return { ways: isWorker ? walkWorker(making) : walkAlone(making) };
  }
  return { resources: makeFront(making) };
}

function makeFront(making: Making): Resources {
  const { id, options, trail } = making;
  const type = balancerType(options);
  if (type === 'classic') trail.break(`Environment ${id} has a load balancer of type ${type}.`);
  if (type === 'classic') return {};
  const isShared = options.text('aws:elasticbeanstalk:environment', 'LoadBalancerIsShared', 'false') === 'true';
  const front = isShared ? sharedRulesOf(making) : listenersOf(making);
  const waits = {
    [`${id}/front`]: { Type: 'AWS::CloudFormation::WaitConditionHandle', DependsOn: Object.keys(front) },
  };
  const own = isShared ? {} : balancerOf(making);
  return override({ ...own, ...front, ...processesOf(making), ...instancesOf(making), ...waits }, making);
}

/** The names that Beanstalk gives to resources which files of a version may change. */
const NAMES: Readonly<Record<string, string>> = {
  AWSEBV2LoadBalancer: 'balancer', AWSEBV2LoadBalancerListener: 'listener:default',
};

/** Files of the version change resources of Beanstalk by giving them other properties. */
function override(resources: Resources, { id, version }: Making): Resources {
  const changed = Object.entries(NAMES).flatMap(([name, own]) => {
    const { Type, Properties } = version.resources[name] ?? {};
    const before = resources[`${id}/${own}`];
    return Type === undefined
      ? []
      : [[`${id}/${own}`, { ...before, Type, Properties: { ...before?.Properties, ...rename(Properties, id) } }]];
  });
  return { ...resources, ...Object.fromEntries(changed) };
}

function rename(properties: object, id: string): object {
  const text = Object.entries(NAMES).reduce(
    (json, [name, own]) => json.split(`{"Ref":"${name}"}`).join(`{"Ref":"${id}/${own}"}`), JSON.stringify(properties),
  );
  return JSON.parse(text);
}

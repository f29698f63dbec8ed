import { balancerOf, listenersOf } from './beanstalk-front';
import { balancerType, Making, Resources } from './beanstalk-making';
import { BeanstalkOptions } from './beanstalk-options';
import { instancesOf, processesOf } from './beanstalk-targets';
import { Archives, versionOf } from './beanstalk-version';
import { Clients } from './front';
import { Resource, Template, TemplateJson } from './template';
import { Trail } from './trail';
import { Walk, walk } from './walk';

/** What is proven about one environment, besides its listeners. */
export interface EnvironmentWalk {
  readonly environment: string;
  /** Why Beanstalk would not make of its options what they say. */
  readonly breaks: readonly string[];
}

export interface BeanstalkWalk extends Walk {
  readonly environments: readonly EnvironmentWalk[];
}

/**
 * Follows every listener of the environments of Elastic Beanstalk in a template. It makes of their option settings, and of
 * the files that they run, the resources that Beanstalk would make, and follows those as packets would go.
 */
export function walkBeanstalk(json: TemplateJson, archives: Archives, clients: Clients = {}): BeanstalkWalk {
  const template = new Template(json);
  const made = template.all('AWS::ElasticBeanstalk::Environment').map((environment) => {
    const trail = new Trail();
    return { environment: environment.id, resources: makeEnvironment(template, environment, archives, trail), breaks: trail.breaks };
  });
  const resources: Resources = Object.assign({}, json.Resources, ...made.map((one) => one.resources));
  return { ...walk({ Resources: resources }, clients), environments: made.map(({ environment, breaks }) => ({ environment, breaks })) };
}

function makeEnvironment(template: Template, environment: Resource, archives: Archives, trail: Trail): Resources {
  const { id } = environment;
  const version = versionOf(template, environment, archives, trail);
  if (!version) return {};
  const options = new BeanstalkOptions(environment, version.settings);
  for (const key of options.twice()) trail.break(`Environment ${id} sets ${key} more than once.`);
  const type = balancerType(options);
  if (type === 'classic') trail.break(`Environment ${id} has a load balancer of type ${type}.`);
  if (type === 'classic') return {};
  const making: Making = { id, options, version, trail };
  const front = listenersOf(making);
  const waits = { [`${id}/front`]: { Type: 'AWS::CloudFormation::WaitConditionHandle', DependsOn: Object.keys(front) } };
  return override({ ...balancerOf(making), ...front, ...processesOf(making), ...instancesOf(making), ...waits }, making);
}

/** The names that Beanstalk gives to resources which files of a version may change. */
const NAMES: Readonly<Record<string, string>> = { AWSEBV2LoadBalancer: 'balancer', AWSEBV2LoadBalancerListener: 'listener:default' };

/** Files of the version change resources of Beanstalk by giving them other properties. */
function override(resources: Resources, { id, version }: Making): Resources {
  const changed = Object.entries(NAMES).flatMap(([name, own]) => {
    const { Type, Properties } = version.resources[name] ?? {};
    const before = resources[`${id}/${own}`];
    return Type === undefined ? [] : [[`${id}/${own}`, { ...before, Type, Properties: { ...before?.Properties, ...rename(Properties, id) } }]];
  });
  return { ...resources, ...Object.fromEntries(changed) };
}

function rename(properties: object, id: string): object {
  const text = Object.entries(NAMES).reduce((json, [name, own]) => json.split(`{"Ref":"${name}"}`).join(`{"Ref":"${id}/${own}"}`), JSON.stringify(properties));
  return JSON.parse(text);
}

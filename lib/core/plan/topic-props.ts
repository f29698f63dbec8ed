import { EnvironmentSettings, ListenerSettings } from '../settings/settings';
import { isNetwork } from '../settings/traffic/protocols';
import { planConditions } from './traffic/listener';
import { showConditions, showListener } from './traffic/route';

/** The settings whose origin a decision may have. */
export type ExplainedSettings = Pick<EnvironmentSettings, 'listeners' | 'environmentProperties'>;

/** The props that a decision is about, by its topic, as far as option settings may say them. */
const PROPS: Readonly<Record<string, readonly string[]>> = {
  'vpc': ['vpc'],
  'availability zones': ['maxAzs'],
  'instance type': ['instanceType'],
  'instances': ['minCapacity', 'maxCapacity'],
  'minimum instances': ['minCapacity'],
  'maximum instances': ['maxCapacity'],
  'root volume': ['rootVolumeSize'],
  'key pair': ['keyPair'],
  'further security groups': ['instanceSecurityGroups'],
  'detailed monitoring': ['detailedMonitoring'],
  'alternative instance types': ['alternativeInstanceTypes'],
  'spot instances': ['onDemandBaseCapacity', 'onDemandPercentageAboveBaseCapacity'],
  'load balancer': ['publicLoadBalancer', 'singleInstance'],
  'addresses': ['ipAddressType'],
  'idle timeout': ['idleTimeout'],
  'access logs': ['accessLogsBucket', 'accessLogsPrefix'],
  'network load balancer': ['publicLoadBalancer'],
  'network load balancer, addresses': ['ipAddressType'],
  'network load balancer, access logs': ['accessLogsBucket', 'accessLogsPrefix'],
  'scheduling': ['scheduling'],
  'scaling': ['scheduling.triggers'],
  'minimum healthy percent': ['scheduling.minHealthyPercent'],
  'deployment': ['deployment', 'singleInstance'],
  'platform updates': ['updateTime'],
};

/** What a decision is about: props, by their paths. */
export function propsOf(topic: string, settings: ExplainedSettings): readonly string[] {
  if (topic === 'environment properties') {
    return Object.keys(settings.environmentProperties ?? {}).map((name) => `environmentProperties.${name}`);
  }
  if (topic.startsWith('scaling on ')) return ['scheduling.triggers'];
  return (
    PROPS[topic]
    ?? (settings.listeners ?? []).flatMap((listener, index) => listenerProps(topic, listener, `listeners[${index}]`))
  );
}

function listenerProps(topic: string, listener: ListenerSettings, prop: string): string[] {
  const { port, rules = [] } = listener;
  const name = isNetwork(listener) ? showListener(String(port), listener.protocol) : String(port);
  if (topic === `listener ${name}`) return [`${prop}.port`, `${prop}.protocol`, `${prop}.instancePort`];
  if (topic === `health check of listener ${name}`) return healthProps(prop);
  return rules.flatMap((rule, index) => {
    const own = `listener ${port}, ${showConditions(planConditions(rule))}`;
    if (topic === own) return [`${prop}.rules[${index}]`];
    return topic === `health check of ${own}` ? healthProps(`${prop}.rules[${index}]`) : [];
  });
}

/** A check speaks what the target speaks. */
function healthProps(target: string): string[] {
  return [`${target}.healthCheck`, `${target}.targetProtocol`];
}

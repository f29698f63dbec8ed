import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Resource, Stack, Token } from 'aws-cdk-lib/core';
import { IConstruct } from 'constructs';
import { group, listOf } from '../../core/settings/fields/field';
import {
  EnvironmentSettings, ListenerSettings, NetworkRouteSettings, RuleSettings,
} from '../../core/settings/settings';
import { frontDoorField } from '../../core/settings/traffic/front-door';
import { listenerFields, ruleFields } from '../../core/settings/traffic/listener';
import { loadBalancerFields, LogsBucketSettings, ZoneSettings } from '../../core/settings/traffic/load-balancer';
import { isNetworkProtocol } from '../../core/settings/traffic/protocols';
import { allTargetFields } from '../../core/settings/traffic/target';
import { FrontDoor } from '../../ecs/front-door';
import { DockerrunListener, DockerrunRoute } from '../../ecs/listener-props';
import { EcsLoadBalancerProps } from '../../ecs/load-balancer-props';
import { DockerrunNetworkListener, DockerrunNetworkRoute } from '../../ecs/network-listener-props';
import { attempt } from '../findings/attempt';
import { balancerOf } from './balancer-of';
import { settingsOf } from './settings-of';
import { settingOf } from './tokens';

const TRAFFIC = { ...loadBalancerFields, frontDoor: frontDoorField, listeners: listOf(group(listenerFields)) };

type Front = Pick<EnvironmentSettings, 'loadBalancerKind' | keyof typeof TRAFFIC>;

/** What clients may connect to. */
interface FrontProps<L> extends EcsLoadBalancerProps {
  readonly frontDoor?: FrontDoor;
  readonly listeners?: readonly L[];
}

/** What the plan may know of what clients connect to: no CDK object, and tokens by the name of their prop. */
export function trafficSettings(props: FrontProps<DockerrunListener>): Front {
  const { domainZone, accessLogsBucket } = props;
  return {
    ...settingsOf(TRAFFIC, props),
    domainZone: domainZone && zoneSettings(domainZone),
    accessLogsBucket: accessLogsBucket && bucketSettings(accessLogsBucket),
  };
}

/** The same of a load balancer behind which there is no service: what no rule of one takes is answered. */
export function frontSettings(props: FrontProps<DockerrunListener>): Front {
  const { listeners = [], ...settings } = trafficSettings(props);
  const nothingHere: ListenerSettings['action'] = { kind: 'fixed-response', statusCode: 404 };
  return {
    ...settings, loadBalancerKind: 'application',
    listeners: listeners.map((listener) => ({ ...listener, action: listener.action ?? nothingHere })),
  };
}

/** The same of one that passes connections on to services which come later. */
export function networkFrontSettings(props: FrontProps<DockerrunNetworkListener>): Front {
  const { listeners = [], ...settings } = trafficSettings(props);
  const protocolOf = ({ protocol, certificates }: ListenerSettings) => protocol ?? (certificates ? 'TLS' : 'TCP');
  return {
    ...settings, loadBalancerKind: 'network',
    listeners: listeners.map((listener) => ({ ...listener, protocol: protocolOf(listener) })),
  };
}

/** The listeners of an environment that are on one of its two load balancers. */
export function listenersOn(
  kind: 'application' | 'network', listeners: readonly DockerrunListener[] = [],
): DockerrunListener[] {
  return listeners.filter(({ protocol }) => isNetworkProtocol(protocol) === (kind === 'network'));
}

/** A rule that leads to a container. */
export function routeSettings(prop: string, route: DockerrunRoute): RuleSettings {
  return settingsOf(ruleFields, route, prop);
}

/** A listener that somebody else made, and the container that it should lead to. */
export function networkRouteSettings(
  { listener, ...target }: DockerrunNetworkRoute, index: number,
): NetworkRouteSettings {
  const made = listener.node.defaultChild;
  const known = made instanceof elbv2.CfnListener ? made : undefined;
  return {
    ...settingsOf(allTargetFields, target, `networkRoutes[${index}]`),
    listener: listenerKey(listener),
    balancer: balancerOf(listener),
    port: known === undefined || Token.isUnresolved(known.port) ? undefined : known.port,
    protocol: (known?.protocol as NetworkRouteSettings['protocol'] | undefined) ?? 'TCP',
    isOwned: listener instanceof elbv2.NetworkListener,
    // Its actions may be read once only in an older CDK, so it is asked whether it lacks one.
    isTaken: known !== undefined && !listener.node.validate().some((problem) => problem.includes('default action')),
  };
}

/** The same for the same listener, wherever in the list its rule stands. */
export function listenerKey(listener: IConstruct): string {
  return listener.node.addr.slice(-8);
}

/** A zone that is imported by its id throws when it is asked for its name. */
function zoneSettings(zone: route53.IHostedZone): ZoneSettings {
  const name = attempt(() => zone.zoneName);
  const made = zone.node.defaultChild;
  const vpcs: unknown = made instanceof route53.CfnHostedZone ? Stack.of(zone).resolve(made.vpcs) : undefined;
  return {
    name: name === undefined ? undefined : settingOf('domainZone', name),
    isPrivate: zone instanceof route53.PrivateHostedZone || (Array.isArray(vpcs) && vpcs.length > 0),
  };
}

/** A bucket under a key that AWS manages has no `encryptionKey`; only its resource tells. */
function bucketSettings(bucket: s3.IBucket): LogsBucketSettings {
  const made = bucket.node.defaultChild;
  const encryption = made instanceof s3.CfnBucket ? Stack.of(bucket).resolve(made.bucketEncryption) : undefined;
  const usesKms =
    bucket.encryptionKey !== undefined
    || (!Token.isUnresolved(encryption) && JSON.stringify(encryption ?? {}).includes('"aws:kms'));
  return { usesKms, isOwned: Resource.isOwnedResource(bucket) };
}

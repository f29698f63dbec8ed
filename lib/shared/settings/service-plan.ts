import { Resource } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { planServiceAlone } from '../../core/plan/ecs/ecs';
import { ServiceDeployment } from '../../core/plan/ecs/plan';
import { RouteSettings } from '../../core/settings/settings';
import { DockerrunServiceProps, DockerrunServiceRule } from '../../ecs/service-props';
import { about, annotateProblems } from '../findings/annotate';
import { balancerOf } from './balancer-of';
import { nameFacts } from './facts';
import { serviceSettings } from './settings';
import { settingOf } from './tokens';
import { listenerKey, networkRouteSettings, routeSettings } from './traffic-settings';

/** The plan of a service on a cluster of somebody else. */
export function planService(construct: Construct, { dockerrun, ...props }: DockerrunServiceProps): ServiceDeployment {
  const rules = (props.rules ?? []).map(ruleSettings);
  const networkRoutes = (props.networkRoutes ?? []).map(networkRouteSettings);
  const { problems, plan } = planServiceAlone(dockerrun._document, {
    ...serviceSettings(props),
    instanceType: { unresolved: 'instanceType' },
    minCapacity:
      props.minCapacity === undefined ? { unresolved: 'minCapacity' } : settingOf('minCapacity', props.minCapacity),
    maxCapacity: { unresolved: 'maxCapacity' },
    managedScaling: props.capacityProviderName !== undefined,
    rules,
    networkRoutes,
    facts: {
      ...nameFacts(construct, { rules, networkRoutes }),
      instanceSecurityGroups: props.cluster.connections.securityGroups.length,
    },
  });
  dockerrun._refuse(dockerrun._locate(problems));
  annotateProblems(construct, about(problems, 'service'));
  return plan!;
}

function ruleSettings({ listener, ...route }: DockerrunServiceRule, index: number): RouteSettings {
  return {
    ...routeSettings(`rules[${index}]`, route),
    listener: listenerKey(listener),
    balancer: balancerOf(listener),
    mayBeDefault: Resource.isOwnedResource(listener),
  };
}

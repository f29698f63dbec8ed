import { Resource } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { planServiceAlone } from '../../core/plan/ecs/ecs';
import { ServiceDeployment } from '../../core/plan/ecs/plan';
import { RouteSettings } from '../../core/settings/settings';
import { DockerrunServiceProps, DockerrunServiceRule } from '../../ecs/service-props';
import { volumeSettings } from '../file-systems';
import { about, annotateProblems } from '../findings/annotate';
import { alarmsSettings } from './alarm-settings';
import { containersSettings } from './containers-settings';
import { nameFacts } from './facts';
import { networkModeName } from './settings';
import { settingOf } from './tokens';
import { listenerKey, networkRouteSettings, routeSettings } from './traffic-settings';
import { variableSettings, workerSettings } from './worker-settings';

/** The plan of a service on a cluster of somebody else. */
export function planService(construct: Construct, { dockerrun, ...props }: DockerrunServiceProps): ServiceDeployment {
  const rules = (props.rules ?? []).map(ruleSettings);
  const networkRoutes = (props.networkRoutes ?? []).map(networkRouteSettings);
  const { problems, plan } = planServiceAlone(dockerrun._document, {
    networkMode: networkModeName(props.networkMode),
    ...containersSettings(props),
    environmentProperties: variableSettings(props),
    volumes: volumeSettings(props),
    worker: workerSettings(props.worker),
    instanceType: { unresolved: 'instanceType' },
    minCapacity:
      props.minCapacity === undefined ? { unresolved: 'minCapacity' } : settingOf('minCapacity', props.minCapacity),
    maxCapacity: { unresolved: 'maxCapacity' },
    scheduling: props.scheduling?._settings,
    alarms: alarmsSettings(props.alarms),
    dashboard: props.dashboard,
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
    mayBeDefault: Resource.isOwnedResource(listener),
  };
}

import { containerFields, ContainersSettings } from '../../core/settings/containers/containers';
import { serviceFields } from '../../core/settings/environment-fields';
import { capacityFields, launchFields } from '../../core/settings/instances/instances';
import { networkFields, NetworkSettings } from '../../core/settings/network/network';
import { EnvironmentSettings } from '../../core/settings/settings';
import { ContainersProps } from '../../ecs/containers-props';
import { EcsEnvironmentProps } from '../../ecs/environment-props';
import { EcsNetworkProps } from '../../ecs/network-props';
import { AlarmedProps } from '../../ecs/observability-props';
import { ScheduledProps } from '../../ecs/scheduling';
import { WorkingProps } from '../../ecs/worker';
import { attempt } from '../findings/attempt';
import { knownNames } from '../image-name';
import { settingsOf } from './settings-of';
import { trafficSettings } from './traffic-settings';
import { variableSettings, workerSettings } from './worker-settings';

/** What the plan may know of the props: plain values, and the names of those that are tokens. */
export function environmentSettings(props: EcsEnvironmentProps): EnvironmentSettings {
  return {
    ...settingsOf({ ...capacityFields, ...launchFields, ...serviceFields }, props),
    ...containersSettings(props),
    ...networkSettings(props),
    ...trafficSettings(props),
    sourceBundle: props.sourceBundle?._settings,
    worker: workerSettings(props.worker, props.sourceBundle),
  };
}

type ServiceProps = ContainersProps & ScheduledProps & WorkingProps & AlarmedProps;

/** The same of a service. */
export function serviceSettings(props: ServiceProps): Partial<EnvironmentSettings> {
  return {
    ...settingsOf(serviceFields, props),
    ...containersSettings(props),
    environmentProperties: variableSettings(props),
    worker: workerSettings(props.worker),
  };
}

/** The same of the containers: which of them get something, not what. */
export function containersSettings(props: ContainersProps): ContainersSettings {
  return { ...settingsOf(containerFields, props), imageNames: props.images && knownNames(props.images) };
}

/** The same of the network. The shape of a new VPC cannot wait for the deployment. */
export function networkSettings(props: EcsNetworkProps): NetworkSettings {
  const { vpc, vpcSubnets } = props;
  const hasPublic = vpc && vpcSubnets && attempt(() => vpc.selectSubnets(vpcSubnets).hasPublic);
  return { ...settingsOf(networkFields, props), vpcSubnets: vpcSubnets && (hasPublic ? 'public' : 'private') };
}

import * as ecs from 'aws-cdk-lib/aws-ecs';
import { NetworkModeName } from '../../core/settings/network/network-modes';
import { EnvironmentSettings } from '../../core/settings/settings';
import { EcsEnvironmentProps } from '../../ecs/environment-props';
import { volumeSettings } from '../file-systems';
import { bundleSettings } from '../source-bundle';
import { alarmsSettings } from './alarm-settings';
import { capacitySettings } from './capacity-settings';
import { containersSettings } from './containers-settings';
import { networkSettings } from './network-settings';
import { settingsOfRecord } from './settings-record';
import { trafficSettings } from './traffic-settings';
import { workerSettings } from './worker-settings';

/** What the plan may know of the props: plain values, and the names of those that are tokens. */
export function settingsOf(props: EcsEnvironmentProps): EnvironmentSettings {
  return {
    networkMode: networkModeName(props.networkMode),
    environmentProperties: settingsOfRecord('environmentProperties', props.environmentProperties),
    worker: workerSettings(props.worker, props.sourceBundle),
    scheduling: props.scheduling?._settings,
    alarms: alarmsSettings(props.alarms),
    dashboard: props.dashboard,
    sourceBundle: bundleSettings(props.sourceBundle),
    volumes: volumeSettings(props),
    ...containersSettings(props),
    ...capacitySettings(props),
    ...trafficSettings(props),
    ...networkSettings(props),
  };
}

/** The plan checks the name, so a mode that it does not know is refused there with the others. */
export function networkModeName(mode: ecs.NetworkMode | undefined): NetworkModeName | undefined {
  return mode as NetworkModeName | undefined;
}

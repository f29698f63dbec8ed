import * as ecs from 'aws-cdk-lib/aws-ecs';
import { NetworkModeName } from '../../core/settings/network-modes';
import { EcsSettings, Setting } from '../../core/settings/settings';
import { EcsEnvironmentProps } from '../environment-props';
import { capacitySettings } from './capacity-settings';
import { listenerSettings } from './listener-settings';
import { loadBalancerSettings } from './load-balancer-settings';
import { networkSettings } from './network-settings';
import { settingOf } from './tokens';

/** What the plan may know of the props: plain values, and the names of those that are tokens. */
export function settingsOf(props: EcsEnvironmentProps): EcsSettings {
  return {
    networkMode: networkModeName(props.networkMode),
    listeners: props.listeners?.map(listenerSettings),
    frontDoor: props.frontDoor?._settings,
    environmentProperties: settingsOfRecord('environmentProperties', props.environmentProperties),
    scheduling: props.scheduling?._settings(),
    ...capacitySettings(props),
    ...loadBalancerSettings(props),
    ...networkSettings(props),
  };
}

/** The plan checks the name, so a mode that it does not know is refused there with the others. */
export function networkModeName(mode: ecs.NetworkMode | undefined): NetworkModeName | undefined {
  return mode as NetworkModeName | undefined;
}

export function settingsOfRecord(prop: string, values: { readonly [key: string]: string } = {}): Record<string, Setting<string>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, settingOf(`${prop}.${key}`, value)]));
}

import { BeanstalkChoices } from '../../core/settings/beanstalk/beanstalk';
import { EnvironmentSettings } from '../../core/settings/settings';
import { environmentSettings } from '../../shared/settings/settings';
import { plain, settingOf } from '../../shared/settings/tokens';
import { BeanstalkEnvironmentProps } from '../environment-props';

/** What the plan may know of the props. */
export function beanstalkSettings(props: BeanstalkEnvironmentProps): EnvironmentSettings {
  return { ...environmentSettings(props), beanstalk: choicesOf(props) };
}

function choicesOf(props: BeanstalkEnvironmentProps): BeanstalkChoices {
  const { singleInstance, environmentSecrets = {} } = props;
  return {
    platform: props.platform?._settings,
    environmentName: props.environmentName && settingOf('environmentName', props.environmentName),
    cnamePrefix: props.cnamePrefix && settingOf('cnamePrefix', props.cnamePrefix),
    deployment: props.deployment?._settings,
    updateTime: plain('updateTime', props.updateTime),
    singleInstance,
    sharedLoadBalancer: props.sharedLoadBalancer && true,
    notificationsTopic: props.notificationsTopic && true,
    notificationsEmail:
      props.notificationsEmail === undefined ? undefined : settingOf('notificationsEmail', props.notificationsEmail),
    environmentSecrets: Object.keys(environmentSecrets),
    retiredEnvironmentProperties: plain('retiredEnvironmentProperties', props.retiredEnvironmentProperties),
    retiredSchedules: plain('retiredSchedules', props.retiredSchedules),
    retiredListeners: plain('retiredListeners', props.retiredListeners),
  };
}

/** The props that may be tokens, by the names under which the plan knows them. */
export function tokensOf(props: BeanstalkEnvironmentProps): Record<string, string | number | undefined> {
  const {
    minCapacity, maxCapacity, onDemandBaseCapacity, onDemandPercentageAboveBaseCapacity, environmentProperties = {},
  } = props;
  return {
    minCapacity,
    maxCapacity,
    onDemandBaseCapacity,
    onDemandPercentageAboveBaseCapacity,
    notificationsEmail: props.notificationsEmail,
    accessLogsPrefix: props.accessLogsPrefix,
    instanceType: props.instanceType?.toString(),
    idleTimeout: props.idleTimeout?.toSeconds({ integral: false }),
    rootVolumeSize: props.rootVolumeSize?.toGibibytes(),
    ...Object.fromEntries(
      Object.entries(environmentProperties).map(([name, value]) => [`environmentProperties.${name}`, value]),
    ),
  };
}

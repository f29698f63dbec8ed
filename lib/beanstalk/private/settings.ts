import { beanstalkFields } from '../../core/settings/beanstalk/beanstalk';
import { EnvironmentSettings } from '../../core/settings/settings';
import { environmentSettings } from '../../shared/settings/settings';
import { settingsOf } from '../../shared/settings/settings-of';
import { BeanstalkEnvironmentProps } from '../environment-props';

/** What the plan may know of the props. */
export function beanstalkSettings(props: BeanstalkEnvironmentProps): EnvironmentSettings {
  return { ...environmentSettings(props), beanstalk: settingsOf(beanstalkFields, props) };
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

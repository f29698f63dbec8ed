import { containerFields } from './containers/containers';
import { flag, group, listOf, own } from './fields/field';
import { capacityFields, launchFields, SourceBundleSettings } from './instances/instances';
import { networkFields } from './network/network';
import { alarmFields } from './service/alarms';
import { SchedulingSettings } from './service/scheduling';
import { frontDoorField } from './traffic/front-door';
import { listenerFields, ruleFields } from './traffic/listener';
import { loadBalancerFields } from './traffic/load-balancer';
import { allTargetFields } from './traffic/target';

/** What every construct that runs a service takes, beside what its containers get. */
export const serviceFields = {
  scheduling: own<SchedulingSettings>(),
  alarms: group(alarmFields, 'AlarmsProps')
    .notOnBeanstalk('Remove it; notificationsTopic or notificationsEmail hears of its events.'),
  dashboard: flag().notOnBeanstalk('Remove it; the console of Elastic Beanstalk has a page with its figures.'),
};

/** Every prop of an environment that has a row, with those inside it. */
export const environmentFields = {
  ...capacityFields,
  ...launchFields,
  ...networkFields,
  ...containerFields,
  ...serviceFields,
  sourceBundle: own<SourceBundleSettings>(),
  ...loadBalancerFields,
  frontDoor: frontDoorField,
  listeners: listOf(group(listenerFields, 'DockerrunListener')),
  /** Those of a service behind listeners that are there already. */
  rules: listOf(group(ruleFields)),
  networkRoutes: listOf(group(allTargetFields)),
};

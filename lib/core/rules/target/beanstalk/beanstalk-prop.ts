import { Severity } from '../../../finding/finding';
import { environmentFields } from '../../../settings/environment-fields';
import { beyondBeanstalk } from '../../../settings/fields/faults';
import { EnvironmentSettings } from '../../../settings/settings';
import { targetsOf } from '../../../settings/traffic/listeners';
import { TargetRule } from '../target-rule';

export const beanstalkProp: TargetRule = {
  code: 'DR4202',
  name: 'beanstalk-prop',
  severity: Severity.ERROR,
  summary: 'On Elastic Beanstalk every prop has an option that it becomes.',
  reason: 'Beanstalk makes the resources itself, and its option settings are all that can be said of them.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
  fields: [],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, settings, { at, report }) {
    const place = at(spec);
    const fine = checkedOnTheirPort(settings);
    for (const { prop, message, hint } of beyondBeanstalk(environmentFields, settings)) {
      if (!fine.includes(prop)) report(place, message, hint, [prop]);
    }
    if (settings.frontDoor && settings.frontDoor.kind !== 'load-balancer') {
      report(
        place, `frontDoor must be the load balancer on Elastic Beanstalk, got ${settings.frontDoor.kind}.`,
        'Leave it out, or use EcsEnvironment.', ['frontDoor'],
      );
    }
  },
};

/** A process is checked on its own port anyway. */
function checkedOnTheirPort(settings: EnvironmentSettings): string[] {
  return targetsOf(settings).flatMap(({ prop, target: { healthCheck, port, instancePort = port } }) =>
    healthCheck?.port === instancePort ? [`${prop}.healthCheck.port`] : [],
  );
}

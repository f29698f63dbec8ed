import { Severity } from '../../../finding/finding';
import { environmentFields } from '../../../settings/environment-fields';
import { beyondBeanstalk } from '../../../settings/fields/faults';
import { EnvironmentSettings } from '../../../settings/settings';
import { targetsOf } from '../../../settings/traffic/listeners';
import { TargetRule } from '../target-rule';

/** What Beanstalk has no option for: the setting, how the prop is called, and what to do instead. */
const WITHOUT_OPTION: readonly (readonly [keyof EnvironmentSettings, string, string])[] = [
  ['images', 'images', 'Push the image to a registry, and name it in the file.'],
  [
    'secrets',
    'secrets',
    'Use environmentSecrets, which every container gets, or put them into the file as secrets; either takes an '
      + 'executionRoleArn that may read them.',
  ],
  [
    'environmentFiles', 'environmentFiles',
    'Put them into the file as environmentFiles, with an executionRoleArn that may read them.',
  ],
  [
    'registryCredentials', 'registryCredentials',
    'Put them into the file as repositoryCredentials, with an executionRoleArn that may read them.',
  ],
  ['taskRole', 'taskRole', 'Remove it, and grant to instanceRole, which the containers act as.'],
  ['executionRole', 'executionRole', 'Remove it, and name the role in the file as executionRoleArn.'],
  ['volumes', 'volumes', 'Remove it, and name a path of the instance in the file.'],
  ['ownLogGroup', 'logGroup', 'Remove it, and configure the logging of the containers in the file.'],
  ['logEncryptionKey', 'logEncryptionKey', 'Remove it, and configure the logging of the containers in the file.'],
  ['enableExecuteCommand', 'enableExecuteCommand', 'Remove it, and use Session Manager.'],
  ['alarms', 'alarms', 'Remove it; notificationsTopic or notificationsEmail hears of its events.'],
  ['dashboard', 'dashboard', 'Remove it; the console of Elastic Beanstalk has a page with its figures.'],
];

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
    for (const [setting, prop, hint] of WITHOUT_OPTION) {
      if (isSet(settings[setting])) {report(place, `${prop} must not be set: Elastic Beanstalk has no option for it.`, hint, [prop]);}
    }
    if (settings.frontDoor && settings.frontDoor.kind !== 'load-balancer') {
      report(
        place, `frontDoor must be the load balancer on Elastic Beanstalk, got ${settings.frontDoor.kind}.`,
        'Leave it out, or use EcsEnvironment.', ['frontDoor'],
      );
    }
    const { instancePolicy = 'beanstalk', containerInsights = 'disabled' } = settings;
    if (instancePolicy !== 'beanstalk') {
      report(
        place, `instancePolicy must be that of Beanstalk, got ${instancePolicy}.`,
        'Leave it out; the platform needs its managed policies.', ['instancePolicy'],
      );
    }
    if (containerInsights !== 'disabled') {
      report(
        place,
        'containerInsights must be disabled on Elastic Beanstalk, which makes the cluster itself, got '
          + `${containerInsights}.`,
        'Leave it out, or use EcsEnvironment.', ['containerInsights'],
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

/** What is switched off, or holds nothing, needs no option. */
function isSet(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value !== undefined && value !== false && value !== 0;
}

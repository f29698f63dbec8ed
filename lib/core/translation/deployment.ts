import {
  batchFields, BeanstalkChoices, beanstalkFields, DeploymentSettings, splittingFields,
} from '../settings/beanstalk/beanstalk';
import { filled, OptionValues } from './option-values';
import { readsOf } from './read-fields';
import { Reads } from './reads';
import { OptionReferences } from './references';
import { TranslationTarget } from './target';

const COMMAND = 'aws:elasticbeanstalk:command';
const LOGS = 'aws:elasticbeanstalk:cloudwatch:logs';
const NOTIFICATIONS = 'aws:elasticbeanstalk:sns:topics';
const SECRETS = 'aws:elasticbeanstalk:application:environmentsecrets';

/** What only an environment of Elastic Beanstalk has a prop for. */
export function beanstalkChoices(values: OptionValues): BeanstalkChoices | undefined {
  return values.object<BeanstalkChoices>({
    deployment: () => deploymentOf(values),
    ...readsOf({ updateTime: beanstalkFields.updateTime }, { values }),
    notificationsEmail: () => emailOf(values),
    singleInstance: () =>
      values.is('aws:elasticbeanstalk:environment', 'EnvironmentType', 'SingleInstance') || undefined,
    environmentSecrets: () => filled(Object.keys(values.all(SECRETS) ?? {})),
    notificationsTopic: () => (values.text(NOTIFICATIONS, 'Notification Topic ARN') ? true : undefined),
  });
}

/**
 * Events go to an address by mail unless another protocol is named, which is an option by itself. A topic that is there
 * has its subscriptions: Beanstalk lists the address that it subscribed beside the topic that it made for it.
 */
function emailOf(values: OptionValues): string | undefined {
  if (values.peek(NOTIFICATIONS, 'Notification Topic ARN')) return undefined;
  const protocol = values.peek(NOTIFICATIONS, 'Notification Protocol') ?? 'email';
  return protocol === 'email' ? values.text(NOTIFICATIONS, 'Notification Endpoint') || undefined : undefined;
}

/** How long logs are kept, where those of health are kept as long. */
export function logRetentionOf(values: OptionValues, target: TranslationTarget): number | undefined {
  if (target === 'ecs') return values.whole(LOGS, 'RetentionInDays');
  const [days, health] = [LOGS, `${LOGS}:health`].map((namespace) => values.peek(namespace, 'RetentionInDays'));
  if (days === undefined || (health !== undefined && health !== days)) return undefined;
  values.text(`${LOGS}:health`, 'RetentionInDays');
  return values.whole(LOGS, 'RetentionInDays');
}

/** What only the app can look up. */
export function beanstalkReferences(values: OptionValues): OptionReferences {
  return {
    notificationsTopicArn: values.text(NOTIFICATIONS, 'Notification Topic ARN') || undefined,
    environmentSecretArns: values.all(SECRETS),
    serviceRole: values.text('aws:elasticbeanstalk:environment', 'ServiceRole') || undefined,
  };
}

/** The figures of a deployment mean something beside its policy only. */
function deploymentOf(values: OptionValues): DeploymentSettings | undefined {
  const policy = values.choice<DeploymentSettings['policy']>(COMMAND, 'DeploymentPolicy');
  if (policy === undefined) return undefined;
  const inBatches = policy === 'Rolling' || policy === 'RollingWithAdditionalBatch';
  return values.object<DeploymentSettings>({
    policy: () => values.choice<DeploymentSettings['policy']>(COMMAND, 'DeploymentPolicy')!,
    ...inBatches && batchReads(values),
    ...policy === 'TrafficSplitting' && readsOf(splittingFields, { values }),
  });
}

function batchReads(values: OptionValues): Reads<Pick<DeploymentSettings, keyof typeof batchFields>> {
  const sizeIf = (isFixed: boolean) =>
    (values.choice<'Fixed' | 'Percentage'>(COMMAND, 'BatchSizeType') === 'Fixed') === isFixed
      ? values.whole(COMMAND, 'BatchSize')
      : undefined;
  return { batchSize: () => sizeIf(true), batchPercent: () => sizeIf(false) };
}

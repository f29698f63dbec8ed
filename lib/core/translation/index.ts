import { OptionSetting } from '../options/setting';
import { HTTPS_PORT, LISTENER_PORT } from '../settings/constants';
import { EnvironmentSettings } from '../settings/settings';
import { accountFor, SettingProblem } from './account';
import { capacityOf, capacityReferences } from './capacity';
import { defined } from './defined';
import { beanstalkChoices, beanstalkReferences, logRetentionOf } from './deployment';
import { GivenProps, NOTHING_GIVEN, replacedBy } from './given';
import { classicListeners, modernListeners, TranslatedListener } from './listeners';
import { networkOf, networkReferences } from './network';
import { OptionValues } from './option-values';
import { Origins } from './origins';
import { Outcome, outcomesOf } from './outcome';
import { OptionReferences } from './references';
import { schedulingOf } from './scheduling';
import { TranslationTarget } from './target';
import { QueueSettings, queueOf } from './worker';

/** What option settings mean to the target. */
export interface Translation {
  readonly settings: Partial<EnvironmentSettings>;
  readonly references: OptionReferences;
  /** What only counts beside a worker. */
  readonly queue?: QueueSettings;
  /** What Elastic Beanstalk gets as it is. */
  readonly native: readonly OptionSetting[];
  /** Which of them the values of the props come from. */
  readonly origins: Origins;
  readonly problems: readonly SettingProblem[];
  /** What became of each setting. */
  readonly outcomes: readonly Outcome[];
}

const ENVIRONMENT = 'aws:elasticbeanstalk:environment';
const CLASSIC = [
  'aws:elb:listener', 'aws:elb:listener:<port>', 'aws:elb:policies', 'aws:elb:healthcheck',
  'aws:elasticbeanstalk:application',
];
const MODERN = [
  'aws:elbv2:listener:default', 'aws:elbv2:listener:<port>', 'aws:elasticbeanstalk:environment:process:default',
  'aws:elasticbeanstalk:environment:process:<process>',
];

/** Option settings → the settings of the target. Each one becomes a prop, or a problem tells what becomes of it. */
export function translateOptions(
  settings: readonly OptionSetting[], given: GivenProps = NOTHING_GIVEN, target: TranslationTarget = 'ecs',
  redirectsTo?: number,
): Translation {
  const values = new OptionValues(settings);
  const own = settingsFrom(values, target, redirectsTo);
  const queue = given.worker && queueOf(values);
  const certificateArns = certificatesOf(listenersOf(values, target, redirectsTo) ?? []);
  const further = target === 'beanstalk' ? beanstalkReferences(values) : {};
  const references = { ...networkReferences(values), ...capacityReferences(values), ...further, certificateArns };
  const origins = Origins.of({ '': own, ...(queue && { worker: queue }) }, values.log).without(replacedBy(given));
  const { problems, native } = accountFor(settings, { values, given, target });
  const outcomes = outcomesOf(settings, problems, target);
  return {
    settings: own, references: defined(references) ?? {}, ...(queue && { queue }), native, origins, problems, outcomes,
  };
}

function settingsFrom(
  values: OptionValues, target: TranslationTarget, redirectsTo: number | undefined,
): Partial<EnvironmentSettings> {
  return values.object<Partial<EnvironmentSettings>>({
    ...networkOf(values),
    ...capacityOf(values),
    scheduling: () => schedulingOf(values, target),
    listeners: () => listenersOf(values, target, redirectsTo)?.map(({ listener }) => listener),
    redirectHTTP: () => (redirectsTo === undefined && isClosed(values) ? false : undefined),
    environmentProperties: () => values.all('aws:elasticbeanstalk:application:environment'),
    logRetention: () => logRetentionOf(values, target),
    beanstalk: () => (target === 'beanstalk' ? beanstalkChoices(values) : undefined),
  }) ?? {};
}

/** Nothing when no option is about traffic: then the plan chooses. Options of the newer load balancers win. */
function listenersOf(
  values: OptionValues, target: TranslationTarget, redirectsTo: number | undefined,
): readonly TranslatedListener[] | undefined {
  if (isClassic(values)) return hasAny(values, CLASSIC) ? classicListeners(values, target) : undefined;
  return hasAny(values, MODERN) ? withoutRedirected(modernListeners(values), redirectsTo) : undefined;
}

function isClassic(values: OptionValues): boolean {
  const kind =
    values.oneOf(ENVIRONMENT, 'LoadBalancerType', ['application', 'network'])
    ?? values.peek(ENVIRONMENT, 'LoadBalancerType');
  return kind === undefined ? !hasAny(values, MODERN) : kind === 'classic';
}

function hasAny(values: OptionValues, namespaces: readonly string[]): boolean {
  return namespaces.some((namespace) => values.has(namespace));
}

/** Whether listener 80 is switched off, so that nothing stands there. */
function isClosed(values: OptionValues): boolean {
  const classic = isClassic(values);
  const namespaces = classic
    ? ['aws:elb:listener:80', 'aws:elb:listener'] : ['aws:elbv2:listener:80', 'aws:elbv2:listener:default'];
  return namespaces.some((namespace) => values.flag(namespace, 'ListenerEnabled') === false);
}

/** A listener on port 80 that a file sends to HTTPS is none that forwards. */
function withoutRedirected(
  listeners: readonly TranslatedListener[], redirectsTo: number | undefined,
): readonly TranslatedListener[] {
  const isThere = listeners.some(
    ({ listener, certificateArns }) => listener.port === redirectsTo && certificateArns.length > 0,
  );
  return isThere && redirectsTo === HTTPS_PORT
    ? listeners.filter(({ listener }) => listener.port !== LISTENER_PORT)
    : listeners;
}

function certificatesOf(listeners: readonly TranslatedListener[]): OptionReferences['certificateArns'] {
  const secure = listeners.filter(({ certificateArns }) => certificateArns.length > 0);
  return secure.length > 0
    ? Object.fromEntries(secure.map(({ listener, certificateArns }) => [listener.port, certificateArns]))
    : undefined;
}

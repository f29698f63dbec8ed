import { OptionSetting } from '../options/setting';
import { EcsSettings } from '../settings/settings';
import { accountFor, SettingProblem } from './account';
import { capacityOf, capacityReferences } from './capacity';
import { classicListeners } from './classic-listeners';
import { defined } from './defined';
import { GivenProps, NOTHING_GIVEN } from './given';
import { TranslatedListener } from './listener-translation';
import { modernListeners } from './listeners';
import { networkOf, networkReferences } from './network';
import { OptionValues } from './option-values';
import { Outcome, outcomesOf } from './outcome';
import { OptionReferences } from './references';
import { schedulingOf } from './scheduling';
import { QueueSettings, queueOf } from './worker';

/** What option settings mean to `EcsEnvironment`. */
export interface Translation {
  readonly settings: Partial<EcsSettings>;
  readonly references: OptionReferences;
  /** What only counts beside a worker. */
  readonly queue?: QueueSettings;
  readonly problems: readonly SettingProblem[];
  /** What became of each setting. */
  readonly outcomes: readonly Outcome[];
}

const CLASSIC = ['aws:elb:listener', 'aws:elb:listener:<port>', 'aws:elb:policies', 'aws:elb:healthcheck', 'aws:elasticbeanstalk:application'];
const MODERN = [
  'aws:elbv2:listener:default', 'aws:elbv2:listener:<port>', 'aws:elasticbeanstalk:environment:process:default',
  'aws:elasticbeanstalk:environment:process:<process>',
];

/** Option settings → the settings of `EcsEnvironment`. Each one becomes a prop, or a problem tells what becomes of it. */
export function translateOptions(settings: readonly OptionSetting[], given: GivenProps = NOTHING_GIVEN): Translation {
  const values = new OptionValues(settings);
  const listeners = listenersOf(values);
  const properties = values.all('aws:elasticbeanstalk:application:environment');
  const translated = {
    ...networkOf(values),
    ...capacityOf(values),
    scheduling: schedulingOf(values),
    listeners: listeners?.map(({ listener }) => listener),
    environmentProperties: defined(properties),
  };
  const references = { ...networkReferences(values), ...capacityReferences(values), certificateArns: certificatesOf(listeners ?? []) };
  const queue = given.worker && queueOf(values);
  const problems = accountFor(settings, values, given);
  return { settings: defined(translated) ?? {}, references: defined(references) ?? {}, ...queue && { queue }, problems, outcomes: outcomesOf(settings, problems) };
}

/** Nothing when no option is about traffic: then the plan chooses. Options of the newer load balancers win. */
function listenersOf(values: OptionValues): readonly TranslatedListener[] | undefined {
  const kind = values.text('aws:elasticbeanstalk:environment', 'LoadBalancerType');
  const isAny = (namespaces: readonly string[]) => namespaces.some((namespace) => values.has(namespace));
  const isClassic = kind === undefined ? !isAny(MODERN) : kind === 'classic';
  if (isClassic) return isAny(CLASSIC) ? classicListeners(values) : undefined;
  return isAny(MODERN) ? modernListeners(values) : undefined;
}

function certificatesOf(listeners: readonly TranslatedListener[]): OptionReferences['certificateArns'] {
  const secure = listeners.filter(({ certificateArns }) => certificateArns.length > 0);
  return secure.length > 0 ? Object.fromEntries(secure.map(({ listener, certificateArns }) => [listener.port, certificateArns])) : undefined;
}

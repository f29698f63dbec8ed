import { BeanstalkChoices, NativeOption } from '../settings/beanstalk/beanstalk';
import { EnvironmentSettings } from '../settings/settings';
import { QUEUE_VARIABLE, WorkerSettings } from '../settings/worker/worker';
import { defined } from './defined';
import { referencedNetwork } from './network-facts';
import { Origins } from './origins';
import { OptionReferences } from './references';
import { TranslationTarget } from './target';
import { Translation } from './index';

type VariableSettings = NonNullable<EnvironmentSettings['environmentProperties']>;

/** Option settings, translated. */
export interface SettledOptions extends Pick<Translation, 'settings' | 'references' | 'queue' | 'origins'> {
  /** The options that Elastic Beanstalk gets as they are. */
  readonly native: readonly NativeOption[];
}

/** Settings with nothing left to choose between props and option settings, and the options that values come from. */
export interface Settled {
  readonly settings: EnvironmentSettings;
  readonly origins: Origins;
}

/**
 * The one place with precedence: props win over option settings. Environment properties, environment secrets and the
 * queue of a worker go together name by name; everything else is replaced as a whole.
 */
export function settle(
  given: EnvironmentSettings, options: SettledOptions | undefined, target: TranslationTarget,
): Settled {
  const own: Partial<EnvironmentSettings> = defined(given) ?? {};
  if (!options) return { settings: { ...given, environmentProperties: variablesOf(own, {}) }, origins: Origins.NONE };
  const { settings: told, references, queue, native, origins } = options;
  const settings: EnvironmentSettings = {
    ...told,
    // The types of a group are chosen together.
    ...(own.instanceType !== undefined && { alternativeInstanceTypes: undefined }),
    ...own,
    ...networkOf(given, told, references),
    vpc: given.vpc || references.vpcId !== undefined,
    environmentProperties: variablesOf(own, told),
    worker: own.worker && { ...queue, ...(defined(own.worker) as WorkerSettings) },
    beanstalk: target === 'beanstalk' ? { ...choicesOf(given, told, native), ...switchedOff(given, told) } : undefined,
  };
  return { settings, origins };
}

/** With the one that holds the address of the queue. */
function variablesOf(
  { worker, environmentProperties: own }: Partial<EnvironmentSettings>, told: Partial<EnvironmentSettings>,
): VariableSettings {
  const { variable = QUEUE_VARIABLE } = worker ?? {};
  return {
    ...(worker && { [variable]: { unresolved: `environmentProperties.${variable}` } }),
    ...told.environmentProperties,
    ...own,
  };
}

/** Subnets of options are in the VPC that options name, or in a given one. Zones are those of a new VPC. */
function networkOf(
  given: EnvironmentSettings, told: Partial<EnvironmentSettings>, references: OptionReferences,
): Partial<EnvironmentSettings> {
  const named = given.vpc
    ? {}
    : referencedNetwork(references, given.publicLoadBalancer ?? told.publicLoadBalancer ?? true);
  const vpc = given.vpc || references.vpcId !== undefined;
  return {
    maxAzs: given.maxAzs ?? (vpc ? undefined : told.maxAzs),
    loadBalancerSubnets: given.loadBalancerSubnets ?? (vpc ? told.loadBalancerSubnets : undefined),
    vpcSubnets: given.vpcSubnets ?? named.vpcSubnets,
    facts: { ...named.facts, ...given.facts },
  };
}

function choicesOf(
  { beanstalk: own = {} }: EnvironmentSettings,
  { beanstalk: told = {} }: Partial<EnvironmentSettings>,
  options: readonly NativeOption[],
): EnvironmentSettings['beanstalk'] {
  const environmentSecrets = [...new Set([...(told.environmentSecrets ?? []), ...(own.environmentSecrets ?? [])])];
  return { ...told, ...defined(own), environmentSecrets, options };
}

/** What the bundle would still make beside the props that take its place is retired, as what there was once. */
function switchedOff(
  { scheduling, listeners, beanstalk = {} }: EnvironmentSettings,
  { beanstalk: told = {} }: Partial<EnvironmentSettings>,
): Pick<BeanstalkChoices, 'retiredSchedules' | 'retiredListeners'> {
  const { shipped = { schedules: [], listeners: [] } } = told;
  const { retiredSchedules = [], retiredListeners = [] } = beanstalk;
  const named = scheduling && 'schedules' in scheduling ? (scheduling.schedules ?? []) : [];
  const schedules = scheduling ? shipped.schedules.filter((name) => named.every((one) => one.name !== name)) : [];
  const ports = listeners ? shipped.listeners.filter((port) => listeners.every((one) => one.port !== port)) : [];
  return {
    retiredSchedules: [...new Set([...retiredSchedules, ...schedules])],
    retiredListeners: [...new Set([...retiredListeners, ...ports])],
  };
}

/**
 * The worker of an environment whose files say that it is one. They tell the queue, and not who takes messages from it.
 */
export function workerOfFiles(target: TranslationTarget, cronTasks: WorkerSettings['cronTasks']): WorkerSettings {
  return { consumer: { kind: target === 'ecs' ? 'polls' : 'daemon' }, isAssumed: true, cronTasks };
}

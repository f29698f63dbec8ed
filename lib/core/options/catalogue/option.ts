/** Which kind of environment an option is for: one that answers requests, or one that works off a queue. */
export type Tier = 'web' | 'worker';

/** The kinds of load balancer that an environment may have. */
export type LoadBalancerKind = 'classic' | 'application' | 'network';

/** How the text of a value is read. */
export type OptionType = 'text' | 'flag' | 'whole' | 'decimal' | 'choice' | 'list';

/** A form that a text has to have, and how to say so: `a day and a time such as "Tue:09:00"`. */
export interface Form {
  readonly pattern: RegExp;
  readonly words: string;
}

/** One documented option. Everything that is absent does not narrow what may be written. */
export interface CatalogueOption {
  readonly name: string;
  readonly type: OptionType;
  /** What holds when nobody sets it; absent where there is none, or where `defaultNote` tells on what it depends. */
  readonly default?: string;
  readonly defaultNote?: string;
  /** The values of a choice, or of each item of a list. */
  readonly values?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly form?: Form;
  readonly tier?: Tier;
  readonly loadBalancers?: readonly LoadBalancerKind[];
  /** What took its place. */
  readonly retired?: string;
}

/** One namespace. A name in angle brackets at its end stands for any: `aws:elb:listener:<port>`. */
export interface CatalogueNamespace {
  readonly name: string;
  /** What its options are about. */
  readonly about: string;
  readonly options: readonly CatalogueOption[];
  /** What any further name stands for; absent where only the listed options exist. */
  readonly open?: string;
  readonly tier?: Tier;
  readonly loadBalancers?: readonly LoadBalancerKind[];
  /** Whether each setting names the resource that it is about. */
  readonly needsResourceName?: boolean;
  /** Whether Beanstalk fills it in by itself; it shows up where an environment is described. */
  readonly internal?: boolean;
  /** The platforms that have it, where the ECS platform is not among them. */
  readonly platforms?: string;
}

/** What an option may have beyond its type. */
export type Extras = Omit<CatalogueOption, 'name' | 'type'>;

export function text(name: string, extras: Extras = {}): CatalogueOption {
  return { name, type: 'text', ...extras };
}

export function flag(name: string, initial?: string, extras: Extras = {}): CatalogueOption {
  return { name, type: 'flag', default: initial, ...extras };
}

export function whole(
  name: string, min?: number, max?: number, initial?: string, extras: Extras = {},
): CatalogueOption {
  return { name, type: 'whole', min, max, default: initial, ...extras };
}

export function decimal(
  name: string, min: number, max: number, initial?: string, extras: Extras = {},
): CatalogueOption {
  return { name, type: 'decimal', min, max, default: initial, ...extras };
}

export function choice(
  name: string, values: readonly string[], initial?: string, extras: Extras = {},
): CatalogueOption {
  return { name, type: 'choice', values, default: initial, ...extras };
}

export function list(name: string, extras: Extras = {}): CatalogueOption {
  return { name, type: 'list', ...extras };
}

import { SettingOrigin, showPlace } from '../finding/origin';
import { Origins } from '../translation/origins';
import { chose, Reason, tell, toReason } from './provenance';

/** Source of a choice. */
export enum DecisionSource {
  /** A prop of the construct. */
  PROP = 'prop',
  /** An option setting of Elastic Beanstalk. */
  OPTION_SETTING = 'option setting',
  /** The Dockerrun file, or another file of the source bundle. */
  FILE = 'file',
  /** The behavior of Elastic Beanstalk with the same file. */
  BEANSTALK = 'beanstalk',
  /** Computed from other choices. */
  DERIVED = 'derived',
  /** A default of this library. */
  DEFAULT = 'default',
}

/** One choice that the plan made, and why. */
export interface Decision {
  /** Topic of the decision, such as `network mode`. */
  readonly topic: string;

  /** The chosen value. */
  readonly choice: string;

  /** Why, in one sentence. */
  readonly reason: string;

  /** Source of the choice. */
  readonly source: DecisionSource;

  /** Paths of the props that it is about, such as `listeners[0].port`; none for what no prop changes. */
  readonly props: string[];

  /** Option settings that the values of these props come from. */
  readonly origins: SettingOrigin[];
}

/** Collects decisions in the order in which they are made. */
export class Decisions {
  constructor(
    private readonly settings = Origins.NONE,
    readonly made: Decision[] = [],
    private readonly props: readonly string[] = [],
    private readonly holds: (prop: string) => boolean = () => true,
  ) {}

  /** The same collection, for decisions about these props. */
  about(...props: readonly string[]): Decisions {
    return new Decisions(this.settings, this.made, props, this.holds);
  }

  /** The same collection, where only what is decided about some props holds. */
  where(holds: (prop: string) => boolean): Decisions {
    return new Decisions(this.settings, this.made, this.props, holds);
  }

  /** Writes down a choice and returns it. What a prop says may come from option settings. */
  choose<T>(
    topic: string, choice: T, source: DecisionSource, reason: string | Reason, shown: string = String(choice),
  ): T {
    const { props, settings } = this;
    const reasons = toReason(reason);
    const { isYours, ...told } = source === DecisionSource.PROP
      ? tell(reasons, props, settings)
      : { reason: reasons.yours, origins: [], isYours: true };
    if (props.length > 0 ? !props.some(this.holds) : !this.holds('')) return choice;
    this.made.push({
      topic, choice: shown, ...told, source: isYours ? source : DecisionSource.OPTION_SETTING, props: [...props],
    });
    return choice;
  }

  /** Writes down what the user chose. */
  chosen<T>(topic: string, choice: T, reason: string | Reason = chose(), shown?: string): T {
    return this.choose(topic, choice, DecisionSource.PROP, reason, shown);
  }

  /** Writes down what an option setting says that no prop stands for. */
  told(topic: string, choice: string, origin: SettingOrigin, then: string): void {
    const reason = `It comes from ${showPlace(origin)}${then}`;
    this.made.push({ topic, choice, reason, source: DecisionSource.OPTION_SETTING, props: [], origins: [origin] });
  }

  /** The value that was given, or else the default. */
  given<T extends string | number>(
    topic: string, value: T | undefined, fallback: T, reason: string, source = DecisionSource.DEFAULT,
  ): T {
    return value === undefined ? this.choose(topic, fallback, source, reason) : this.chosen(topic, value);
  }
}

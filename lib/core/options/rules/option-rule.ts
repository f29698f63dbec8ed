import { Place, Rule } from '../../finding/rule';
import { EnvironmentFacts } from '../environment-facts';
import { OptionSetting } from '../setting';

/** What a rule about a setting works with. */
export interface OptionContext {
  readonly environment: EnvironmentFacts;
  readonly report: (place: Place, message: string, hint: string) => void;
}

/** A rule about one setting that takes effect. */
export interface OptionRule extends Rule {
  readonly check: (setting: OptionSetting, context: OptionContext) => void;
}

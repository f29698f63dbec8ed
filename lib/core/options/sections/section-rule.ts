import { Place, Rule } from '../../finding/rule';
import { JsonMember } from '../../syntax/json-tree';

export type SectionReport = (place: Place, message: string, hint: string) => void;

/**
 * A rule about sections of a configuration file that hold no settings: each entry is reported, with what does its work
 * on ECS.
 */
export interface SectionRule extends Rule {
  /** The keys of the sections. */
  readonly sections: readonly string[];
  readonly check: (section: JsonMember, report: SectionReport) => void;
}

import { Place, Rule } from '../finding/rule';
import { SourceMap } from '../spec/decoder';
import { DockerrunSpec } from '../spec/model';

/** Points at the place of an object, or of what the keys lead to inside it. */
export type At = (owner: object, ...keys: readonly (string | number)[]) => Place;

/** What a rule finds the places of a file with. */
export interface Places {
  readonly at: At;
  readonly sources: SourceMap;
}

/** What a rule works with. */
export interface CheckContext extends Places {
  readonly report: (place: Place, message: string, hint: string) => void;
}

/** A rule about a decoded file: its metadata and the check that enforces it. */
export interface SpecRule extends Rule {
  /**
   * Reports every place that breaks the rule. Values that are missing or did not decode are some other rule's business.
   */
  readonly check: (spec: DockerrunSpec, context: CheckContext) => void;
}

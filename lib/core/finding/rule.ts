import { Severity } from './finding';
import { SettingOrigin } from './origin';

/** What is known about a rule without running it; docs/RULES.md and `cdk-dockerrun rules` print exactly this. */
export interface Rule {
  /** `DR` and four digits. */
  readonly code: string;
  /** Kebab-case; also the id under which a CDK warning can be acknowledged. */
  readonly name: string;
  readonly severity: Severity;
  /** The sentence that must hold. */
  readonly summary: string;
  /** Why it must hold. */
  readonly reason: string;
  /** The page the rule comes from. */
  readonly link: string;
  /** The JSON paths it reads; `[]` stands for any index. Empty for the whole document. */
  readonly fields: readonly string[];
  /** Whether strict mode turns the warning into an error. */
  readonly strict?: boolean;
  /** Whether what it reports is left out of the template. */
  readonly drops?: boolean;
}

/** A stretch of the input text, with the JSON path it belongs to. */
export interface Place {
  readonly path: string;
  readonly offset: number;
  readonly length: number;
}

/** A broken rule before line and column are known. */
export interface Problem {
  readonly rule: Rule;
  readonly place: Place;
  readonly message: string;
  readonly hint: string;
  /** The props that it is about, by their paths; none for a problem of a file. */
  readonly props?: readonly string[];
  /** The option settings that their values come from. */
  readonly origins?: readonly SettingOrigin[];
}

/** Collects problems; each stage gets one and only ever adds to it. */
export type Report = (
  rule: Rule, place: Place, message: string, hint: string, props?: readonly string[],
) => void;

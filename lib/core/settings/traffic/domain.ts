import { Setting } from '../setting';

/** The name by which clients call an environment. */
export interface DomainSettings {
  readonly domainName?: Setting<string>;
  readonly domainZone?: ZoneSettings;
  readonly subjectAlternativeNames?: readonly Setting<string>[];
}

/** What can be known of a hosted zone. */
export interface ZoneSettings {
  /** Absent when the app does not know it. */
  readonly name?: Setting<string>;
  /** Whether only the VPC asks it for names. */
  readonly isPrivate: boolean;
}

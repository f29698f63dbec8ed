import { AlarmsSettings } from './alarms';

/** What the user chose about logs and figures. */
export interface ObservabilitySettings {
  readonly logRetentionDays?: number;
  /** Whether there is a log group of the user's. */
  readonly ownLogGroup?: boolean;
  /** Whether there is a key for the log group. */
  readonly logEncryptionKey?: boolean;
  readonly enableExecuteCommand?: boolean;
  readonly alarms?: AlarmsSettings;
  readonly dashboard?: boolean;
}

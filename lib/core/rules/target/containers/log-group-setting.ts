import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const logGroupSetting: TargetRule = {
  code: 'DR4124',
  name: 'log-group-setting',
  severity: Severity.ERROR,
  summary: 'Retention and key are given for a log group that the stack makes.',
  reason: 'A log group that is there already has its own, and without a new log group they would be of no effect.',
  link: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
  fields: [],
  concerns: 'task',
  check(spec, { logRetention, logEncryptionKey, logGroup }, { at, report }) {
    const needsNone = spec.containers.every(({ logConfiguration }) => logConfiguration !== undefined);
    if (!logGroup && !needsNone) return;
    const why = logGroup
      ? 'beside logGroup, which has its own'
      : 'when the file configures the logging of every container';
    const hint = logGroup ? 'Set it where that group is made.' : 'Remove it, or "logConfiguration" of a container.';
    for (const [prop, isGiven] of [
      ['logRetention', logRetention !== undefined], ['logEncryptionKey', logEncryptionKey === true],
    ] as const) {
      if (isGiven) report(at(spec), `${prop} must not be given ${why}.`, hint, [prop]);
    }
  },
};

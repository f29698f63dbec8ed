import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

/** What Amazon EC2 takes, before it is encoded. */
const MAX_BYTES = 16_384;

/** What every instance runs to boot takes at least. */
const BOOT_BYTES = 3_000;

export const userDataSize: TargetRule = {
  code: 'DR4118',
  name: 'user-data-size',
  severity: Severity.ERROR,
  summary: 'The user data of an instance has up to 16 KB, of which the commands of the user get what booting leaves.',
  reason: 'Amazon EC2 refuses a launch template with more.',
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, { facts: { userDataBytes = 0 } = {} }, { at, report }) {
    const room = MAX_BYTES - BOOT_BYTES;
    if (userDataBytes <= room) return;
    report(at(spec), `userDataCommands must have ${room} bytes at most, got ${userDataBytes}.`,
      'Put the commands into a script of the source bundle or of Amazon S3, and run that.', ['userDataCommands']);
  },
};

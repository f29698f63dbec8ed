import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

/** Starts a unit that waits for the end of the user data, in words of systemd or of those before it. */
const STARTS =
  /\bsystemctl(?:\s+--?(?!no-block)[\w=-]+)*\s+(?:(?:re)?start|enable\s+--now)\b[^;&|\n]*\b(?:docker|ecs)\b/;
const SERVICE = /\bservice\s+(?:docker|ecs)\s+(?:re)?start\b/;
const CLIENT = /(?:^|[;&|(]|\bsudo\b|\bthen\b|\bdo\b)\s*docker\s+[a-z]+/m;

export const blockingCommand: TargetRule = {
  code: 'DR4133',
  name: 'blocking-command',
  severity: Severity.WARNING,
  summary: 'Commands of the user do not wait for Docker or the agent of Amazon ECS.',
  reason:
    'Both start when the user data has ended, and the user data waits for these commands: an instance that starts '
    + 'them, or speaks to Docker, waits for itself and never registers.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-install.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, { machineImage, facts: { userDataCommands = [] } = {} }, { at, report }) {
    if (machineImage === 'bottlerocket') return;
    for (const [index, command] of userDataCommands.entries()) {
      const found = blockingIn(command);
      if (found === undefined) continue;
      report(
        at(spec),
        `userDataCommands[${index}] should not wait for Docker or the agent, got ${JSON.stringify(found)}.`,
        /^docker/.test(found)
          ? 'Let systemd do it later: systemd-run --no-block --property=After=docker.service COMMAND.'
          : 'Remove it, as both start by themselves after the commands, and read what these have written; or add '
            + '--no-block.',
        ['userDataCommands'],
      );
    }
  },
};

/** The part of a command that waits, without what may be secret in the rest. */
function blockingIn(command: string): string | undefined {
  const lines = command.split('\n').filter((line) => !/^\s*#/.test(line)).join('\n');
  if (STARTS.test(lines) || SERVICE.test(lines)) {
    const line = lines.split('\n').find((each) => STARTS.test(each) || SERVICE.test(each))!;
    if (line.includes('--no-block')) return undefined;
    return (STARTS.exec(line) ?? SERVICE.exec(line))![0].replace(/\s+/g, ' ');
  }
  const client = CLIENT.exec(lines)?.[0];
  return client === undefined || /systemd-run/.test(lines) ? undefined : /docker\s+[a-z]+/.exec(client)![0];
}

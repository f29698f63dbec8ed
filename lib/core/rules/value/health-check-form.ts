import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

/** What only a shell takes for more than one word. */
const SHELL_LINE = /[\s|&;<>$]/;

export const healthCheckForm: SpecRule = {
  code: 'DR2121',
  name: 'health-check-form',
  severity: Severity.WARNING,
  summary:
    'A health check is ["CMD-SHELL", "one line for the shell"], or a program and its arguments as one string each.',
  reason:
    'A line in place of a program is looked up as a file with that name, and words after the line are not part of '
    + 'it, so the check never passes.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_healthcheck_ec2',
  fields: ['containerDefinitions[].healthCheck.command'],
  check(spec, { at, report }) {
    for (const { healthCheck } of spec.containers) {
      const [first = '', ...rest] = healthCheck?.command ?? [];
      if (!healthCheck) continue;
      if (first === 'CMD-SHELL') {
        if (rest.length <= 1) continue;
        report(
          at(healthCheck, 'command'), `must give the shell one string after "CMD-SHELL", got ${rest.length}.`,
          `Write ["CMD-SHELL", ${quoted(rest.join(' '))}].`,
        );
        continue;
      }
      const program = first === 'CMD' ? (rest[0] ?? '') : first;
      if (!SHELL_LINE.test(program)) continue;
      const line = [program, ...(first === 'CMD' ? rest.slice(1) : rest)]
        .join(' ')
        .replace(/^CMD(?:-SHELL)?[\s,]+/, '');
      report(
        at(healthCheck, 'command'), `must name a program first, or start with "CMD-SHELL", got ${quoted(program)}.`,
        `Write ["CMD-SHELL", ${quoted(line)}].`,
      );
    }
  },
};

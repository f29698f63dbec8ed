import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

export const emptyHealthCheck: SpecRule = {
  code: 'DR2120',
  name: 'empty-health-check',
  severity: Severity.ERROR,
  summary: 'Every health check has a command.',
  reason: 'Amazon ECS requires the command of a health check.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_healthcheck_ec2',
  fields: ['containerDefinitions[].healthCheck.command'],
  check(spec, { at, report }) {
    for (const { healthCheck } of spec.containers) {
      const command = healthCheck?.command;
      if (healthCheck === undefined || command === undefined) continue;
      const words = ['CMD', 'CMD-SHELL'].includes(command[0]) ? command.slice(1) : command;
      if (words.some((word) => word.trim() !== '')) continue;
      report(
        at(healthCheck, 'command'),
        `must name a command, got ${command.length === 0 ? 'an empty list' : quoted(command.join(' '))}.`,
        'Write ["CMD-SHELL", "curl -f http://localhost/ || exit 1"], or remove "healthCheck".',
      );
    }
  },
};

import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const portsWithoutNetwork: TargetRule = {
  code: 'DR4014',
  name: 'ports-without-network',
  severity: Severity.ERROR,
  summary: 'In none mode no container maps a port.',
  reason: 'Containers have no network there, and Amazon ECS refuses port mappings.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html',
  fields: ['containerDefinitions[].portMappings'],
  concerns: 'task',
  target: 'ecs',
  check(spec, { networkMode }, { at, report }) {
    if (networkMode !== 'none') return;
    for (const container of spec.containers) {
      if ((container.portMappings ?? []).length === 0) continue;
      report(
        at(container, 'portMappings'), 'must be absent in none mode.',
        'Remove the port mappings, or use networkMode bridge.', ['networkMode'],
      );
    }
  },
};

import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';
import { label } from '../wording';

export const privilegedContainer: SpecRule = {
  code: 'DR5004',
  name: 'privileged-container',
  severity: Severity.WARNING,
  summary: 'No container is privileged.',
  reason:
    'A privileged container has the rights of root on the instance: whoever gets into it has all containers and the '
    + 'instance role.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
  fields: ['containerDefinitions[].privileged'],
  check(spec, { at, report }) {
    for (const container of spec.containers) {
      if (container.privileged !== true) continue;
      report(
        at(container, 'privileged'),
        `must not give container ${label(container, at)} the rights of root on the instance, got true.`,
        'Remove it, and name what is needed: "linuxParameters": { "capabilities": { "add": ["NET_ADMIN"] } }, or '
          + '"devices".',
      );
    }
  },
};

import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';
import { waitsOf } from '../start-order';

export const selfReference: SpecRule = {
  code: 'DR3023',
  name: 'self-reference',
  severity: Severity.ERROR,
  summary: 'No container links, depends on or takes volumes from itself.',
  reason: 'It would have to run before it starts.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_dependson_ec2',
  fields: [
    'containerDefinitions[].links[]', 'containerDefinitions[].dependsOn[].containerName',
    'containerDefinitions[].volumesFrom[].sourceContainer',
  ],
  check(spec, { at, report }) {
    for (const container of spec.containers) {
      for (const { by, target, place } of waitsOf(container, at)) {
        if (target !== container.name) continue;
        report(
          place,
          `must name another container, got "${target}", which is this one.`,
          by === 'links'
            ? 'Remove it; a container reaches itself as localhost.'
            : 'Remove it, or name another container.',
        );
      }
    }
  },
};

import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

export const noEssentialContainer: SpecRule = {
  code: 'DR3027',
  name: 'no-essential-container',
  severity: Severity.ERROR,
  summary: 'At least one container is essential.',
  reason:
    'Amazon ECS refuses a task definition without an essential container. A container is essential unless it says '
    + 'otherwise.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_environment_ec2',
  fields: ['containerDefinitions[].essential'],
  check(spec, { at, report }) {
    const [first] = spec.containers;
    if (!first || spec.containers.some((container) => container.essential !== false)) return;
    const { offset, length } = at(first, 'essential');
    report(
      { path: at(spec.containers).path, offset, length },
      'must hold at least one essential container, got "essential": false in each.',
      'Remove "essential": false from the container without which the others are of no use.',
    );
  },
};

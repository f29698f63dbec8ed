import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';
import { containersByName } from '../start-order';
import { isStated } from '../wording';

export const missingHealthCheck: SpecRule = {
  code: 'DR3026',
  name: 'missing-health-check',
  severity: Severity.ERROR,
  summary: 'A container that others wait to be HEALTHY has a health check in the file.',
  reason:
    'Amazon ECS does not see the HEALTHCHECK of an image, so without one in the file the container never becomes '
    + 'healthy.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_dependson_ec2',
  fields: ['containerDefinitions[].dependsOn[].condition', 'containerDefinitions[].healthCheck'],
  check(spec, { at, report }) {
    const containers = containersByName(spec);
    for (const dependency of spec.containers.flatMap((container) => container.dependsOn ?? [])) {
      const { condition, containerName = '' } = dependency;
      const target = containers.get(containerName);
      if (condition !== 'HEALTHY' || !target || isStated(target, 'healthCheck')) continue;
      report(
        at(dependency, 'condition'),
        `must be START while container "${containerName}" has no healthCheck, got HEALTHY.`,
        `Add "healthCheck": { "command": ["CMD-SHELL", "…"] } to "${containerName}", or wait for START.`,
      );
    }
  },
};

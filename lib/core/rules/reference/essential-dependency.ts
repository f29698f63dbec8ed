import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';
import { containersByName } from '../start-order';

export const essentialDependency: SpecRule = {
  code: 'DR3025',
  name: 'essential-dependency',
  severity: Severity.ERROR,
  summary: 'Only the end of a container with "essential": false is waited for, with condition COMPLETE or SUCCESS.',
  reason:
    'When an essential container ends, the whole task ends with it. A container is essential unless it says otherwise.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_dependson_ec2',
  fields: ['containerDefinitions[].dependsOn[].condition'],
  check(spec, { at, report }) {
    const containers = containersByName(spec);
    for (const dependency of spec.containers.flatMap((container) => container.dependsOn ?? [])) {
      const { condition = '', containerName = '' } = dependency;
      const target = containers.get(containerName);
      if (!target || target.essential === false || !['COMPLETE', 'SUCCESS'].includes(condition)) continue;
      report(
        at(dependency, 'condition'),
        `must be START or HEALTHY while container "${containerName}" is essential, got ${condition}.`,
        `Write "essential": false in "${containerName}", if it runs once and ends; otherwise wait for START or `
          + 'HEALTHY.',
      );
    }
  },
};

import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

export const unusedSwappiness: SpecRule = {
  code: 'DR2118',
  name: 'unused-swappiness',
  severity: Severity.WARNING,
  summary: 'No container sets swappiness.',
  reason: 'Amazon Linux 2023, which the instances run, does not support it; elsewhere it counts only with maxSwap.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_linuxparameters_ec2',
  fields: ['containerDefinitions[].linuxParameters.swappiness'],
  check(spec, { at, report }) {
    for (const container of spec.containers) {
      const { swappiness, maxSwap } = container.linuxParameters ?? {};
      if (swappiness === undefined) continue;
      const why = maxSwap === undefined ? ', and has no effect elsewhere without maxSwap' : '';
      report(
        at(container, 'linuxParameters', 'swappiness'),
        `must be absent on Amazon Linux 2023${why}, got ${swappiness}.`,
        maxSwap === undefined
          ? 'Remove it; "maxSwap": 0 turns swapping off.'
          : 'Remove it; maxSwap alone limits the swap space.',
      );
    }
  },
};

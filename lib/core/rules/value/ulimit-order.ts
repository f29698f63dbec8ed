import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

/** Docker's spelling of no limit. */
const UNLIMITED = -1;

export const ulimitOrder: SpecRule = {
  code: 'DR2116',
  name: 'ulimit-order',
  severity: Severity.ERROR,
  summary: 'No soft limit is above its hard limit.',
  reason: 'Docker refuses to create the container otherwise. The value -1 means no limit.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_limits_ec2',
  fields: ['containerDefinitions[].ulimits[]'],
  check(spec, { at, report }) {
    for (const ulimit of spec.containers.flatMap((container) => container.ulimits ?? [])) {
      const { softLimit, hardLimit } = ulimit;
      if (softLimit === undefined || hardLimit === undefined || bound(softLimit) <= bound(hardLimit)) continue;
      report(
        at(ulimit, 'softLimit'), `must not be above hardLimit, ${hardLimit}, got ${softLimit}.`,
        `Lower it to ${hardLimit}, or raise "hardLimit".`,
      );
    }
  },
};

function bound(limit: number): number {
  return limit === UNLIMITED ? Infinity : limit;
}

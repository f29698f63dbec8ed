import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const stackZones: TargetRule = {
  code: 'DR4038',
  name: 'stack-zones',
  severity: Severity.ERROR,
  summary: 'A new VPC has no more availability zones than the stack knows.',
  reason:
    'A stack without an account and a region knows the two zones that every region has; the CDK would silently make '
    + 'a smaller VPC.',
  link: 'https://docs.aws.amazon.com/cdk/v2/guide/environments.html',
  fields: [],
  concerns: 'environment',
  check(spec, { vpc, maxAzs = 0, facts: { stack } = {} }, { at, report }) {
    if (vpc || !stack || stack.isConcrete || maxAzs <= stack.zones) return;
    report(
      at(spec), `maxAzs must be at most ${stack.zones} in a stack without an account and a region, got ${maxAzs}.`,
      'Give env to the stack.', ['maxAzs'],
    );
  },
};

import { Severity } from '../../../finding/finding';
import { endpointsOf } from '../../needed-endpoints';
import { TargetRule } from '../target-rule';

export const isolatedInstances: TargetRule = {
  code: 'DR4130',
  name: 'isolated-instances',
  severity: Severity.WARNING,
  summary: 'Instances in subnets without a way out have an endpoint for each service of AWS that they need.',
  reason:
    'Without a way out an instance reaches AWS through VPC endpoints only: it pulls, registers, logs and says to its '
    + 'stack that it serves. Where one is missing, the stack waits and is rolled back.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    const { network } = settings.facts ?? {};
    if (!network?.instances?.isIsolated) return;
    const { endpoints, instances: { prop } } = network;
    const missing = endpointsOf(spec, settings).filter((service) => !endpoints?.includes(service));
    if (missing.length === 0) return;
    const whose = endpoints ? 'this app makes none for' : 'it needs endpoints for';
    report(
      at(spec),
      `${prop} has the instances in subnets without a way out, where ${whose} ${missing.join(', ')}.`,
      'Add the endpoints to the VPC, or select subnets with a way out: { subnetType: SubnetType.PRIVATE_WITH_EGRESS }. '
        + 'If something else leads out, or makes the endpoints, acknowledge it.',
      [prop],
    );
  },
};

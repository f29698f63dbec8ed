import { Severity } from '../../../finding/finding';
import { balancerSubnets } from '../../../settings/facts';
import { TargetRule } from '../target-rule';
import { madeBalancers } from './load-balancers';

export const unservedZone: TargetRule = {
  code: 'DR4036',
  name: 'unserved-zone',
  severity: Severity.ERROR,
  summary: 'In a given VPC the load balancer has a subnet in every zone of the instances.',
  reason:
    'A target in a zone that is not enabled for its load balancer stays unused: it gets no requests, and a '
    + 'deployment waits for it in vain.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html#target-health-reason-codes',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    const { facts = {} } = settings;
    const instances = facts.network?.instances;
    const balancer = balancerSubnets(facts, settings);
    if (!instances?.zones || !balancer?.zones || balancer.zones.length === 0) return;
    const { zones: served } = balancer;
    const unserved = [...new Set(instances.zones)].filter((zone) => !served.includes(zone));
    if (unserved.length === 0 || madeBalancers(settings).length === 0) return;
    report(
      at(spec),
      `${balancer.prop} must have a subnet for the load balancer in every zone of the instances, got none in `
        + `${unserved.join(', ')}.`,
      'Select subnets of the same zones with vpcSubnets and loadBalancerSubnets.', [balancer.prop, instances.prop],
    );
  },
};

import { Severity } from '../../finding/finding';
import { oneOf } from '../../finding/suggest';
import { findNamespace, findOption } from '../catalogue';
import { OptionRule } from './option-rule';

export const otherLoadBalancer: OptionRule = {
  code: 'DR6017',
  name: 'other-load-balancer',
  severity: Severity.WARNING,
  summary: 'An option is for the kind of load balancer that the environment has.',
  reason:
    'Classic, Application and Network Load Balancers have options of their own, and a single instance has no load '
    + 'balancer.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.managing.elb.html',
  fields: [],
  drops: true,
  check({ namespace, optionName, namePlace }, { environment: { loadBalancer }, report }) {
    const kinds = findOption(namespace, optionName)?.loadBalancers ?? findNamespace(namespace)?.loadBalancers;
    if (!kinds || loadBalancer === undefined || kinds.some((kind) => kind === loadBalancer)) return;
    const has =
      loadBalancer === 'none'
        ? 'EnvironmentType is "SingleInstance", so there is none'
        : `LoadBalancerType is "${loadBalancer}"`;
    const hint =
      loadBalancer === 'none'
        ? 'Remove it, or set EnvironmentType to "LoadBalanced".'
        : `Remove it, or set LoadBalancerType to ${oneOf(kinds)}.`;
    report(namePlace, `is only for a load balancer of type ${oneOf(kinds)}; ${has}.`, hint);
  },
};

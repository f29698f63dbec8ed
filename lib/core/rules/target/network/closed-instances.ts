import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const closedInstances: TargetRule = {
  code: 'DR4128',
  name: 'closed-instances',
  severity: Severity.ERROR,
  summary: 'A given cluster knows the security groups of its instances when a listener forwards to them.',
  reason:
    'Outside the awsvpc network mode the load balancer connects to instances, and no rule of a security group could '
    + 'open them.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-register-targets.html#target-security-groups',
  fields: [],
  concerns: 'service',
  check(spec, { networkMode, rules = [], networkRoutes = [], facts }, { at, report }) {
    if (facts?.instanceSecurityGroups !== 0 || networkMode === 'awsvpc' || rules.length + networkRoutes.length === 0) {
      return;
    }
    report(
      at(spec),
      'cluster must know the security groups of its instances, got none.',
      'Give securityGroups to Cluster.fromClusterAttributes, call cluster.connections.addSecurityGroup, or use the '
        + 'AWS_VPC network mode.', ['cluster'],
    );
  },
};

import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

const MAX_LISTENERS = 50;
const MAX_CERTIFICATES = 25;

export const loadBalancerQuota: TargetRule = {
  code: 'DR4057',
  name: 'load-balancer-quota',
  severity: Severity.WARNING,
  summary:
    'A load balancer has at most 50 listeners, and those for HTTPS have at most 25 certificates beside the first '
    + 'of each.',
  reason: 'The load balancer refuses more, unless AWS has raised the quota of the account.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
  fields: [],
  concerns: 'environment',
  check(spec, { traffic: { requests, connections, redirects } }, { at, report }) {
    const ask = 'or ask AWS for a higher quota and acknowledge this';
    for (const count of [requests.length + (redirects ? 1 : 0), connections.length]) {
      if (count <= MAX_LISTENERS) continue;
      report(
        at(spec), `listeners must need at most ${MAX_LISTENERS} listeners of one load balancer, got ${count}.`,
        `Remove ${count - MAX_LISTENERS} of them, ${ask}.`, ['listeners'],
      );
    }
    const certificates = requests.reduce((sum, listener) => sum + Math.max(0, (listener.certificates ?? 0) - 1), 0);
    if (certificates <= MAX_CERTIFICATES) return;
    report(
      at(spec),
      `listeners must have at most ${MAX_CERTIFICATES} certificates beside the first of each, got ${certificates}.`,
      `Use certificates for several names, ${ask}.`, ['listeners'],
    );
  },
};

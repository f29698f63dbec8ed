import { Severity } from '../../../../finding/finding';
import { isInternal } from '../../../../settings/traffic/front-door';
import { TargetRule } from '../../target-rule';

export const openToSome: TargetRule = {
  code: 'DR4053',
  name: 'open-to-some',
  severity: Severity.ERROR,
  summary: 'A listener of a public load balancer is open to everybody, or to those it names.',
  reason: 'Where everybody may connect, a list of those who may connect changes nothing, though it looks as if it did.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    // With an internal load balancer, everybody is only the VPC.
    if (isInternal(settings)) return;
    for (const [index, { open, allowedCidrs, allowedSecurityGroups }] of (settings.listeners ?? []).entries()) {
      const named = [
        ...(allowedCidrs === undefined ? [] : ['allowedCidrs']),
        ...(allowedSecurityGroups === undefined ? [] : ['allowedSecurityGroups']),
      ];
      if (open !== true || named.length === 0) continue;
      report(
        at(spec), `listeners[${index}] must be open or have ${named.join(' and ')}, got both.`,
        `Remove open: true to let only these connect, or remove ${named.join(' and ')}.`,
        ['open', ...named].map((prop) => `listeners[${index}].${prop}`),
      );
    }
  },
};

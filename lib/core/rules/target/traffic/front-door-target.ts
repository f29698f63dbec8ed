import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const frontDoorTarget: TargetRule = {
  code: 'DR4103',
  name: 'front-door-target',
  severity: Severity.ERROR,
  summary: 'A front door or a domain name is for an Application Load Balancer.',
  reason:
    'There is one when a container maps a TCP port and a listener speaks HTTP or HTTPS; otherwise there is nothing '
    + 'to lead to.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, { frontDoor, domainName, traffic }, { at, report }) {
    if (traffic.kind === 'ambiguous' || traffic.main) return;
    const prop =
      frontDoor && frontDoor.kind !== 'load-balancer'
        ? 'frontDoor'
        : domainName === undefined
          ? undefined
          : 'domainName';
    if (prop) {
      report(
        at(spec), `${prop} must lead to an Application Load Balancer, got none.`,
        `Map a TCP port in the file with a listener of HTTP or HTTPS for it, or remove ${prop}.`, [prop],
      );
    }
  },
};

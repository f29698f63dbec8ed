import { Severity } from '../../finding/finding';
import { chooseListeners } from '../../settings/listeners';
import { TargetRule } from './target-rule';

export const frontDoorTarget: TargetRule = {
  code: 'DR4103',
  name: 'front-door-target',
  severity: Severity.ERROR,
  summary: 'A front door or a domain name leads to a load balancer, which a TCP port of a container calls for.',
  reason: 'Without a TCP port there is no load balancer, and nothing to lead to.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    const { frontDoor, domainName } = settings;
    if (chooseListeners(spec, settings).kind !== 'no-port') return;
    const prop = frontDoor && frontDoor.kind !== 'load-balancer' ? 'frontDoor' : domainName === undefined ? undefined : 'domainName';
    if (prop) report(at(spec), `${prop} must lead to a container, but none maps a TCP port.`, `Add a TCP port to the portMappings of a container, or remove ${prop}.`);
  },
};

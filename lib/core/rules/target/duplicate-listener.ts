import { Severity } from '../../finding/finding';
import { TargetRule } from './target-rule';

export const duplicateListener: TargetRule = {
  code: 'DR4003',
  name: 'duplicate-listener',
  severity: Severity.ERROR,
  summary: 'No two listeners use the same port.',
  reason: 'A load balancer has one listener per port; the second one fails the deployment.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    const ports = (settings.listeners ?? []).map(({ port }) => port);
    for (const [index, port] of ports.entries()) {
      const first = ports.indexOf(port);
      if (first === index) continue;
      report(at(spec), `listeners[${index}] must have a port of its own, got ${port}, which listeners[${first}] has already.`,
        'Remove one of the two, or give it another port.');
    }
  },
};

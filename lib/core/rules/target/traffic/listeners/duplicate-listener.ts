import { Severity } from '../../../../finding/finding';
import { ListenerSettings } from '../../../../settings/settings';
import { isNetwork } from '../../../../settings/traffic/protocols';
import { TargetRule } from '../../target-rule';

export const duplicateListener: TargetRule = {
  code: 'DR4003',
  name: 'duplicate-listener',
  severity: Severity.ERROR,
  summary: 'No two listeners of a load balancer use the same port.',
  reason:
    'A load balancer has one listener per port, whatever it speaks; the second one fails the deployment. An '
    + 'Application and a Network Load Balancer have addresses of their own, so they may both use a port.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    const { listeners = [] } = settings;
    for (const [index, listener] of listeners.entries()) {
      const first = listeners.findIndex(
        (other) => other.port === listener.port && isNetwork(other) === isNetwork(listener),
      );
      if (first < 0 || first === index) continue;
      report(
        at(spec),
        `listeners[${index}] must have a port of its own, got ${listener.port}, which listeners[${first}] has already.`,
        takesBoth(listeners[first], listener)
          ? 'Give one of the two Protocol.TCP_UDP and remove the other, or give it another port.'
          : 'Remove one of the two, or give it another port.', [`listeners[${index}].port`, `listeners[${first}].port`],
      );
    }
  },
};

/** Whether the two are one port for TCP and UDP. */
function takesBoth(...listeners: ListenerSettings[]): boolean {
  return listeners.some(({ protocol }) => protocol === 'TCP') && listeners.some(({ protocol }) => protocol === 'UDP');
}

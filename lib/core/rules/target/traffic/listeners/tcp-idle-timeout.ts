import { Severity } from '../../../../finding/finding';
import { ListenerProtocol } from '../../../../settings/traffic/protocols';
import { TargetRule } from '../../target-rule';

const MIN_SECONDS = 60;
const MAX_SECONDS = 6000;

export const tcpIdleTimeout: TargetRule = {
  code: 'DR4097',
  name: 'tcp-idle-timeout',
  severity: Severity.ERROR,
  summary: 'The idle timeout of a listener is between 60 and 6000 seconds, and the listener speaks TCP.',
  reason:
    'AWS closes silent connections of TLS after 350 seconds and those of UDP after 120, whatever anybody wants; for '
    + 'HTTP the load balancer has one timeout for all listeners.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html',
  fields: [],
  concerns: 'environment',
  check(spec, { listeners = [] }, { at, report }) {
    for (const [index, { protocol, tcpIdleTimeout: seconds }] of listeners.entries()) {
      if (seconds === undefined) continue;
      const prop = `listeners[${index}].tcpIdleTimeout`;
      if (protocol !== 'TCP') {
        report(
          at(spec),
          `${prop} of ${seconds} seconds must come with Protocol.TCP, got `
            + `${protocol ? `Protocol.${protocol}` : 'no protocol'}.`,
          remedy(protocol),
        );
      } else if (!Number.isInteger(seconds) || seconds < MIN_SECONDS || seconds > MAX_SECONDS) {
        report(
          at(spec), `${prop} must be between ${MIN_SECONDS} and ${MAX_SECONDS} whole seconds, got ${seconds}.`,
          'Give a duration in that range, such as Duration.minutes(30).',
        );
      }
    }
  },
};

function remedy(protocol: ListenerProtocol | undefined): string {
  return protocol === undefined || protocol.startsWith('HTTP')
    ? 'Use idleTimeout of the load balancer.'
    : 'Remove it; let clients send keep-alive packets.';
}

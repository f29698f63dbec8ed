import { Severity } from '../../../../finding/finding';
import { ListenerSettings, TargetSettings } from '../../../../settings/settings';
import { SAME } from '../../../../settings/traffic/action';
import { isSecure } from '../../../../settings/traffic/listeners';
import { isNetwork } from '../../../../settings/traffic/protocols';
import { TrafficSettings } from '../../../../settings/traffic/traffic';
import { Redirects } from '../../../redirects';
import { TargetRule } from '../../target-rule';

export const redirectLoop: TargetRule = {
  code: 'DR4048',
  name: 'redirect-loop',
  severity: Severity.ERROR,
  summary: 'A redirect does not point back to its own listener or rule.',
  reason: 'A client that is sent to where it comes from goes in circles until it gives up.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    const { listeners } = settings.traffic;
    const redirects = redirectsOf(settings);
    for (const [index, listener] of listeners.entries()) {
      if (isNetwork(listener)) continue;
      const owners = [
        { prop: '', owner: listener },
        ...(listener.rules ?? []).map((owner, place) => ({ prop: `.rules[${place}]`, owner })),
      ];
      for (const { prop, owner } of owners) {
        if (owner.action?.kind !== 'redirect' || !(changesNothing(owner) || redirects.isCircle(listener, owner))) {
          continue;
        }
        report(
          at(spec), `The redirect of listeners[${index}]${prop} must lead elsewhere, got one that leads back to it.`,
          'Change its protocol, port, host or path.', [`listeners[${index}]${prop}`],
        );
      }
    }
  },
};

function redirectsOf(settings: TrafficSettings): Redirects {
  const { requests, redirects } = settings.traffic;
  return new Redirects(requests, isSecure, redirects, doorOf(settings));
}

/** Clients of an HTTP API or of CloudFront speak HTTPS, whatever its listener speaks. */
function doorOf({
  frontDoor = { kind: 'load-balancer' }, traffic,
}: TrafficSettings): { listener: ListenerSettings; takesHttp: boolean } | undefined {
  const listener = frontDoor.kind === 'load-balancer' ? undefined : traffic.main;
  return listener && { listener, takesHttp: frontDoor.kind === 'cloudfront' };
}

/** What the load balancer refuses, whether a request comes there or not. */
function changesNothing({ action }: TargetSettings): boolean {
  if (action?.kind !== 'redirect') return false;
  const { protocol, port, host = SAME.host, path = SAME.path } = action;
  return protocol === undefined && port === undefined && host === SAME.host && path === SAME.path;
}

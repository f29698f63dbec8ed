import { Severity } from '../../../finding/finding';
import { HTTPS_PORT, LISTENER_PORT } from '../../../settings/constants';
import { ListenerSettings } from '../../../settings/settings';
import { isNetwork } from '../../../settings/traffic/protocols';
import { TargetRule } from '../target-rule';

/** What must hold and the edit that makes it hold. */
type Fault = readonly [must: string, hint: string];

/** The lowest port that CloudFront connects to beside the usual ones. */
const MIN_ORIGIN_PORT = 1024;

export const frontDoorListener: TargetRule = {
  code: 'DR4105',
  name: 'front-door-listener',
  severity: Severity.ERROR,
  summary: 'Nobody but the front door connects to its listener, and every other listener says who connects to it.',
  reason: 'A way around the front door is a way around all that it does; other listeners are not behind it.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, { frontDoor = { kind: 'load-balancer' }, traffic: { listeners, main } }, { at, report }) {
    if (frontDoor.kind === 'load-balancer') return;
    for (const [index, listener] of listeners.entries()) {
      if (isNetwork(listener)) continue;
      for (const [must, hint] of listener === main ? faultsOfMain(listener, frontDoor.kind) : faultsOfOther(listener)) {
        report(at(spec), `listeners[${index}] must ${must}.`, hint, [`listeners[${index}]`]);
      }
    }
  },
};

function* faultsOfMain({ port, ...access }: ListenerSettings, kind: 'http-api' | 'cloudfront'): Iterable<Fault> {
  const extra = (['open', 'allowedCidrs', 'allowedSecurityGroups'] as const).filter(
    (prop) => access[prop] !== undefined && access[prop] !== false,
  );
  if (extra.length > 0) {
    yield [
      `let in nobody but the front door, got ${extra.join(' and ')}`,
      `Remove ${extra.join(' and ')}, or add another listener for them.`,
    ];
  }
  const isReachable = kind !== 'cloudfront' || port === LISTENER_PORT || port === HTTPS_PORT || port >= MIN_ORIGIN_PORT;
  if (!isReachable) {
    yield [
      `have port ${LISTENER_PORT}, ${HTTPS_PORT} or one from ${MIN_ORIGIN_PORT}, got ${port}, which CloudFront does `
        + 'not connect to',
      'Give it another port.',
    ];
  }
}

function* faultsOfOther({ port, open, allowedCidrs, allowedSecurityGroups }: ListenerSettings): Iterable<Fault> {
  if (open !== undefined || allowedCidrs !== undefined || allowedSecurityGroups !== undefined) return;
  yield [
    `say who connects to it, because the front door does not lead to port ${port}`,
    'Add allowedCidrs, allowedSecurityGroups, or open: false.',
  ];
}

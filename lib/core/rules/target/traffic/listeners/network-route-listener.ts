import { Severity } from '../../../../finding/finding';
import { TargetRule } from '../../target-rule';

export const networkRouteListener: TargetRule = {
  code: 'DR4095',
  name: 'network-route-listener',
  severity: Severity.ERROR,
  summary: 'A network route is on a listener of the same app that has no target yet.',
  reason:
    'All connections of such a listener go to one place, which is part of the listener itself: nobody can change it '
    + 'for an imported one, and two cannot share one.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, { networkRoutes = [] }, { at, report }) {
    const keys = networkRoutes.map(({ listener }) => listener);
    for (const [index, { listener, isOwned, isTaken }] of networkRoutes.entries()) {
      const first = keys.indexOf(listener);
      const must = (got: string, hint: string) =>
        report(
          at(spec), `networkRoutes[${index}].listener must be one of this app that leads nowhere yet, got ${got}.`,
          hint, [`networkRoutes[${index}].listener`],
        );
      if (!isOwned) {
        must('an imported one', 'Make the listener in this app, such as with DockerrunNetworkLoadBalancer.');
      } else if (isTaken) {
        must('one that has a default action', 'Remove that action, or give the service a listener of its own.');
      } else if (first < index) {
        must(`that of networkRoutes[${first}]`, 'Remove one of the two, or add a listener.');
      }
    }
  },
};

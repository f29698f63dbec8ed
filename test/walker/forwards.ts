import { nameOf, portOf, Resource, Template } from './template';
import { Trail } from './trail';

/** Where a listener sends requests: its default actions, and each of its rules. */
export interface Forward {
  /** The listener or the rule. */
  readonly from: Resource;
  readonly label: string;
  readonly targetGroups: readonly unknown[];
  /** The port that clients are redirected to, if they are. */
  readonly redirectPort?: number;
  /** Whether the listener answers by itself. */
  readonly answers: boolean;
  /** The headers that a request has to have. */
  readonly headers: readonly Header[];
}

/** A header with the values that will do. */
export interface Header {
  readonly name: string;
  readonly values: readonly unknown[];
}

export function forwardsOf(template: Template, listener: Resource): Forward[] {
  const rules = template
    .all('AWS::ElasticLoadBalancingV2::ListenerRule')
    .filter(({ properties }) => nameOf(properties.ListenerArn) === listener.id);
  return [
    toForward(listener, listener, `default action of ${listener.id}`, listener.properties.DefaultActions),
    ...rules.map((rule) =>
      toForward(listener, rule, `rule ${rule.id} (priority ${rule.properties.Priority})`, rule.properties.Actions),
    ),
  ];
}

/** Every listener and rule that forwards to a target group. */
export function forwardersOf(template: Template, targetGroup: Resource): string[] {
  return template.all('AWS::ElasticLoadBalancingV2::Listener')
    .flatMap((listener) => forwardsOf(template, listener))
    .filter(({ targetGroups }) => targetGroups.map(nameOf).includes(targetGroup.id))
    .map(({ from }) => from.id);
}

/** The end of the walk for actions without a target group. */
export function walkAnswer(
  template: Template, listener: Resource, { from, label, redirectPort, answers }: Forward, trail: Trail,
): void {
  if (redirectPort !== undefined) {
    const next = template
      .all('AWS::ElasticLoadBalancingV2::Listener')
      .find(
        ({ properties }) =>
          nameOf(properties.LoadBalancerArn) === nameOf(listener.properties.LoadBalancerArn)
          && portOf(properties.Port) === redirectPort,
      );
    if (next) {
      trail.step(`${label} redirects to listener ${next.id}`);
    } else {
      trail.break(
        `${kindOf(from)} ${from.id} redirects to port ${redirectPort}, where its load balancer has no listener.`,
      );
    }
  } else if (answers) {
    trail.step(`${label} answers by itself`);
  } else {
    trail.break(`${kindOf(from)} ${from.id} forwards to no target group.`);
  }
}

export function kindOf({ type }: Resource): string {
  return type.endsWith('ListenerRule') ? 'Rule' : 'Listener';
}

function toForward(listener: Resource, from: Resource, label: string, actions: any[] = []): Forward {
  const targetGroups = actions
    .filter(({ Type }) => Type === 'forward')
    .flatMap(({ TargetGroupArn, ForwardConfig }) =>
      TargetGroupArn === undefined
        ? (ForwardConfig?.TargetGroups ?? []).map((group: any) => group.TargetGroupArn)
        : [TargetGroupArn],
    );
  const redirect = actions.find(({ Type }) => Type === 'redirect')?.RedirectConfig;
  const own = portOf(listener.properties.Port);
  const redirectPort = redirect && (portOf(redirect.Port) ?? own);
  return {
    from,
    label,
    targetGroups,
    redirectPort,
    answers: actions.some(({ Type }) => Type === 'fixed-response'),
    headers: headersOf(from),
  };
}

function headersOf({ properties }: Resource): Header[] {
  return (properties.Conditions ?? []).flatMap(({ HttpHeaderConfig }: any) =>
    HttpHeaderConfig === undefined ? [] : [{ name: HttpHeaderConfig.HttpHeaderName, values: HttpHeaderConfig.Values }]);
}

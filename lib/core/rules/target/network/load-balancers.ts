import { shapeOf } from '../../../settings/beanstalk/beanstalk-shape';
import { TrafficSettings } from '../../../settings/traffic/traffic';

type Kind = 'application' | 'network';

/** The load balancers that are made. */
export function madeBalancers(settings: TrafficSettings): readonly Kind[] {
  const { loadBalancerKind: only, beanstalk, traffic: { requests, connections } } = settings;
  if (only) return [only];
  const shape = beanstalk && shapeOf(settings);
  if (shape) return shape === 'application' || shape === 'network' ? [shape] : [];
  return [
    ...(requests.length > 0 ? ['application' as const] : []), ...(connections.length > 0 ? ['network' as const] : []),
  ];
}

import { BeanstalkOptions } from './beanstalk-options';
import { Version } from './beanstalk-version';
import { ResourceJson } from './template';
import { Trail } from './trail';

/** An environment while the walker makes of its options what Beanstalk would. */
export interface Making {
  readonly id: string;
  readonly options: BeanstalkOptions;
  readonly version: Version;
  readonly trail: Trail;
}

export type Resources = Record<string, ResourceJson>;

/** The listener and the process that Beanstalk makes unasked. */
export const DEFAULT = 'default';

export const NETWORK = 'aws:ec2:vpc';

export const ref = (id: string) => ({ Ref: id });

/** What Beanstalk takes the load balancer for when nobody says. */
export function balancerType(options: BeanstalkOptions): string {
  return options.text('aws:elasticbeanstalk:environment', 'LoadBalancerType', 'classic');
}

/** What listeners and processes speak when nobody says. */
export function usualProtocol(options: BeanstalkOptions): string {
  return balancerType(options) === 'network' ? 'TCP' : 'HTTP';
}

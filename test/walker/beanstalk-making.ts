import { BeanstalkOptions } from './beanstalk-options';
import { Version } from './beanstalk-version';
import { portOf, Resource, ResourceJson, Template } from './template';
import { Trail } from './trail';

/** An environment while the walker makes of its options what Beanstalk would. */
export interface Making {
  readonly id: string;
  readonly environment: Resource;
  readonly template: Template;
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

/** A port of a container, as its Dockerrun file maps it. */
export interface Mapping {
  readonly name: string;
  readonly hostPort?: number;
  readonly containerPort: number;
  readonly protocol?: string;
}

export function mappingsOf({ version: { containers } }: Making): Mapping[] {
  return containers.flatMap(({ name, portMappings = [] }) =>
    portMappings.map((mapping: any) => ({ name, ...mapping })),
  );
}

/** The ports of containers behind a port of the instance. */
export function mappingsAt(port: number, making: Making): Mapping[] {
  return mappingsOf(making).filter(({ hostPort }) => portOf(hostPort) === port);
}

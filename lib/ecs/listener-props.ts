import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { DockerrunAction } from './action';
import { DockerrunPort } from './port-props';
import { DockerrunTarget } from './target-props';

/** Requests that go to a container, by path and host. */
export interface DockerrunRoute extends DockerrunTarget {
  /**
   * The paths that it takes, such as `/api/*`. `*` stands for any characters and `?` for one.
   *
   * @default - any path; then `hostHeaders` must be given
   */
  readonly pathPatterns?: string[];

  /**
   * The host names that it takes, such as `*.example.com`.
   *
   * @default - any host; then `pathPatterns` must be given
   */
  readonly hostHeaders?: string[];

  /**
   * Priority of the rule; the lowest number is evaluated first, from 1 to 50000.
   *
   * @default - from the conditions of the rule alone, the more specific first, so that no other rule changes it
   */
  readonly priority?: number;
}

/** Requests of a listener that go to a container of their own, or get an answer of their own. */
export interface DockerrunListenerRule extends DockerrunRoute {
  /**
   * Action instead of forwarding to a container.
   *
   * @default - they go to a container
   */
  readonly action?: DockerrunAction;
}

/** A port that clients connect to, and what they speak. */
export interface DockerrunListenerOptions extends DockerrunPort {
  /**
   * Protocol of the listener. `HTTP` and `HTTPS` go to an Application Load Balancer. `TCP`, `TLS`, `UDP` and `TCP_UDP`
   * go to a Network Load Balancer, which passes connections on without looking into them; with `TLS` it decrypts them.
   * Behind `TCP_UDP` the file maps two container ports to one host port, since Amazon ECS takes a container port only
   * once.
   *
   * @default Protocol.HTTPS with a certificate, else Protocol.HTTP
   */
  readonly protocol?: elbv2.Protocol;

  /**
   * Action for requests that no rule matches, instead of forwarding to a container.
   *
   * @default - they go to a container; without one behind the listener, the answer is 404
   */
  readonly defaultAction?: DockerrunAction;
}

/**
 * A port that clients connect to, and the container behind it.
 *
 * It speaks Beanstalk's model: the listener forwards to a port of the instance, and the container that maps this
 * host port answers.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_ecs_listeners.html
 */
export interface DockerrunListener extends DockerrunListenerOptions, DockerrunTarget {
  /**
   * Requests that go to other containers than the rest, by path and host.
   *
   * @default - all requests go to the same container
   */
  readonly rules?: DockerrunListenerRule[];
}

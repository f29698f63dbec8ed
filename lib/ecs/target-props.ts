import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';

/** Health check of a container by the load balancer. */
export interface DockerrunHealthCheck {
  /**
   * The path that is asked for. Behind a listener that passes connections on, naming one makes the check an HTTP
   * request.
   *
   * @default "/"; "/AWS.ALB/healthcheck" for gRPC
   */
  readonly path?: string;

  /**
   * The host port that is asked, as a container maps it in the file.
   *
   * @default - the port that requests go to; for a UDP listener the only TCP port of the container
   */
  readonly port?: number;

  /**
   * The status codes of a healthy answer, such as `200` or `200-299,401`.
   *
   * @default "200-399"
   */
  readonly healthyHttpCodes?: string;

  /**
   * The gRPC codes of a healthy answer, such as `0` or `0-5,12`, for targets that speak gRPC.
   *
   * @default "12"
   */
  readonly healthyGrpcCodes?: string;

  /**
   * The time between two checks, from 5 seconds to 5 minutes.
   *
   * @default Duration.seconds(15)
   */
  readonly interval?: Duration;

  /**
   * Timeout of a health check, from 2 seconds to 2 minutes and less than `interval`.
   *
   * @default Duration.seconds(5)
   */
  readonly timeout?: Duration;

  /**
   * Number of consecutive passed checks that make a container healthy, from 2 to 10.
   *
   * @default 3
   */
  readonly healthyThresholdCount?: number;

  /**
   * Number of consecutive failed checks that make a container unhealthy, from 2 to 10.
   *
   * @default 5
   */
  readonly unhealthyThresholdCount?: number;
}

/** The container behind a listener that passes connections on, and how the load balancer treats it. */
export interface DockerrunNetworkTarget {
  /**
   * The host port that it forwards to, from 1 to 65535, as a container maps it in the file.
   *
   * @default - the port of the listener
   */
  readonly instancePort?: number;

  /**
   * The container that it forwards to, for a container without a fixed host port.
   *
   * @default - the container that maps `instancePort`
   */
  readonly containerName?: string;

  /**
   * The container port that it forwards to, from 1 to 65535.
   *
   * @default - the port that is mapped to `instancePort`, or the only port of `containerName`
   */
  readonly containerPort?: number;

  /**
   * The name of the target group. With one, a change that replaces the target group takes another name.
   *
   * @default - CloudFormation makes one up
   */
  readonly targetGroupName?: string;

  /**
   * Health check of the container by the load balancer.
   *
   * @default - Beanstalk's health check of `/`, but redirects count as healthy too; behind a listener that passes
   * connections on, it is enough that the container takes a TCP connection
   */
  readonly healthCheck?: DockerrunHealthCheck;

  /**
   * Deregistration delay: the time that open requests and connections get when a task leaves, up to 1 hour.
   *
   * @default Duration.seconds(20)
   */
  readonly deregistrationDelay?: Duration;

  /**
   * Client IP preservation of the target group, for TCP and TLS listeners. While it is on, a container cannot reach
   * itself through its own load balancer; while it is off, the container sees the addresses of the load balancer. UDP
   * always has it.
   *
   * @default - that of AWS: on for instances, off for tasks in the awsvpc network mode
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html
   */
  readonly preserveClientIp?: boolean;
}

/** The container behind a listener or a rule, and how the load balancer treats it. */
export interface DockerrunTarget extends DockerrunNetworkTarget {
  /**
   * Duration of the stickiness cookie, which keeps a client with the task that responded first, from 1 second to 7
   * days.
   *
   * @default - clients do not stay
   */
  readonly stickinessCookieDuration?: Duration;

  /**
   * Slow start: the time during which a new task gets fewer requests than the others, from 30 seconds to 15 minutes.
   *
   * @default - a new task gets as many as the others
   */
  readonly slowStart?: Duration;

  /**
   * Protocol between the load balancer and the container: `HTTP`, or `HTTPS` with any certificate that the container
   * has. Health checks use the same.
   *
   * @default ApplicationProtocol.HTTP
   */
  readonly targetProtocol?: elbv2.ApplicationProtocol;

  /**
   * The version of it: `HTTP1`, or `HTTP2` and `GRPC` behind an HTTPS listener.
   *
   * @default ApplicationProtocolVersion.HTTP1
   */
  readonly protocolVersion?: elbv2.ApplicationProtocolVersion;
}

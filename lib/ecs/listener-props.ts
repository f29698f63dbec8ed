import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import { DockerrunAction } from './action';

/** How the load balancer finds out whether a container is well. */
export interface DockerrunHealthCheck {
  /**
   * The path that is asked for.
   *
   * @default "/"; "/AWS.ALB/healthcheck" for gRPC
   */
  readonly path?: string;

  /**
   * The host port that is asked, as a container maps it in the file.
   *
   * @default - the port that requests go to
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
   * The time between two checks, from 5 to 300 seconds.
   *
   * @default Duration.seconds(15)
   */
  readonly interval?: Duration;

  /**
   * How long an answer may take, from 2 to 120 seconds and less than `interval`.
   *
   * @default Duration.seconds(5)
   */
  readonly timeout?: Duration;

  /**
   * How many good answers make a container healthy, from 2 to 10.
   *
   * @default 3
   */
  readonly healthyThresholdCount?: number;

  /**
   * How many bad answers make a container unhealthy, from 2 to 10.
   *
   * @default 5
   */
  readonly unhealthyThresholdCount?: number;
}

/** The container behind a listener or a rule, and how the load balancer treats it. */
export interface DockerrunTarget {
  /**
   * The host port that it forwards to, as a container maps it in the file.
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
   * @default - the port that is mapped to `instancePort`, or the only TCP port of `containerName`
   */
  readonly containerPort?: number;

  /**
   * The name of the target group. With one, a change that replaces the target group takes another name.
   *
   * @default - CloudFormation makes one up
   */
  readonly targetGroupName?: string;

  /**
   * How the load balancer finds out whether the container is well.
   *
   * @default - Beanstalk's health check of `/`, but redirects count as healthy too
   */
  readonly healthCheck?: DockerrunHealthCheck;

  /**
   * How long requests may go on when a task leaves, from 0 to 3600 seconds.
   *
   * @default Duration.seconds(20)
   */
  readonly deregistrationDelay?: Duration;

  /**
   * How long a client stays with the task that answered it first, from 1 second to 7 days.
   *
   * @default - clients do not stay
   */
  readonly stickinessCookieDuration?: Duration;

  /**
   * How long a new task gets fewer requests than the others, from 30 to 900 seconds.
   *
   * @default - a new task gets as many as the others
   */
  readonly slowStart?: Duration;

  /**
   * How the load balancer speaks to the container: `HTTP`, or `HTTPS` with any certificate that the container has.
   * Health checks speak the same.
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
   * Which rule is tried first: the one with the lowest number, from 1 to 50000.
   *
   * @default - from the conditions of the rule alone, the more specific first, so that no other rule changes it
   */
  readonly priority?: number;
}

/** Requests of a listener that go to a container of their own, or get an answer of their own. */
export interface DockerrunListenerRule extends DockerrunRoute {
  /**
   * What happens to the requests instead of going to a container.
   *
   * @default - they go to a container
   */
  readonly action?: DockerrunAction;
}

/** A port that clients connect to. */
export interface DockerrunListenerOptions {
  /** The port that clients connect to, from 1 to 65535. */
  readonly port: number;

  /**
   * The certificates of the listener; with one, clients speak HTTPS. The first is the default one, the others are chosen
   * by host name.
   *
   * @default - those of the environment on port 443, else none
   */
  readonly certificates?: acm.ICertificate[];

  /**
   * Which versions of TLS and which ciphers clients may use.
   *
   * @default SslPolicy.TLS13_12_RES_PQ
   */
  readonly sslPolicy?: elbv2.SslPolicy;

  /**
   * Whether everybody may connect; with an internal load balancer, everybody in the VPC. When not, use `allowedCidrs` or
   * the connections of the load balancer.
   *
   * @default - true, unless `allowedCidrs` or `allowedSecurityGroups` is given
   */
  readonly open?: boolean;

  /**
   * The address ranges that may connect, IPv4 or IPv6.
   *
   * @default - everybody, unless `open` is false
   */
  readonly allowedCidrs?: string[];

  /**
   * The security groups whose members may connect.
   *
   * @default - everybody, unless `open` is false
   */
  readonly allowedSecurityGroups?: ec2.ISecurityGroup[];

  /**
   * What happens to requests that no rule takes, instead of going to a container.
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

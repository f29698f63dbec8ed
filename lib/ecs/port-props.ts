import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';

/** A port that clients connect to, and who may. */
export interface DockerrunPort {
  /** The port that clients connect to, from 1 to 65535. */
  readonly port: number;

  /**
   * The certificates of the listener; with one, clients speak HTTPS or TLS. The first is the default one, the others
   * are chosen by host name.
   *
   * @default - those of the environment on port 443, else none
   */
  readonly certificates?: acm.ICertificate[];

  /**
   * Security policy: the TLS versions and ciphers that clients may use.
   *
   * @default SslPolicy.TLS13_12_RES_PQ
   */
  readonly sslPolicy?: elbv2.SslPolicy;

  /**
   * Idle timeout of a connection with `Protocol.TCP`, from 1 minute to 100 minutes. No other protocol has it.
   *
   * @default Duration.seconds(350)
   */
  readonly tcpIdleTimeout?: Duration;

  /**
   * Allow everybody to connect; with an internal load balancer, everybody in the VPC. Otherwise use `allowedCidrs` or
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
}

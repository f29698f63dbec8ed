/** Figures and words that no prop sets. The reason for each stands with the decision that uses it. */

export const NAT_GATEWAYS = 1;

/** The smallest whose memory the package manager is content with. */
export const NAT_INSTANCE_TYPE = 't4g.micro';

export const LISTENER_PORT = 80;
export const HTTPS_PORT = 443;

/**
 * TLS 1.2 and 1.3 with post-quantum key exchange, as AWS recommends. Without a policy, the load balancer would still
 * take TLS 1.0.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
export const SSL_POLICY = 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09';

/**
 * What the load balancer asks of a gRPC server by itself. A server does not know this method and says so with code 12.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
export const GRPC_HEALTH_CHECK = { path: '/AWS.ALB/healthcheck', healthyGrpcCodes: '12' } as const;

export const LOG_RETENTION_DAYS = 30;

/** The header by which the load balancer knows requests that came through CloudFront. */
export const ORIGIN_HEADER = 'X-Origin-Verify';

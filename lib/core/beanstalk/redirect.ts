import { RedirectPlan } from '../plan/ecs/plan';

/**
 * Makes listener 80, which Beanstalk leads to a process, send clients to HTTPS. No option does.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/configuring-https-httpredirect.html
 */
export function redirectExtension({ port, toPort }: RedirectPlan): Record<string, string> {
  const listener = {
    Type: 'AWS::ElasticLoadBalancingV2::Listener',
    Properties: {
      LoadBalancerArn: { Ref: 'AWSEBV2LoadBalancer' },
      Port: port,
      Protocol: 'HTTP',
      DefaultActions: [
        {
          Type: 'redirect',
          RedirectConfig: {
            Protocol: 'HTTPS',
            Host: '#{host}',
            Port: String(toPort),
            Path: '/#{path}',
            Query: '#{query}',
            StatusCode: 'HTTP_301',
          },
        },
      ],
    },
  };
  return {
    '.ebextensions/zz-dockerrun-redirect.config': `${JSON.stringify({ Resources: { AWSEBV2LoadBalancerListener: listener } }, undefined, 2)}\n`,
  };
}

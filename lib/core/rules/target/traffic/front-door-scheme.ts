import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const frontDoorScheme: TargetRule = {
  code: 'DR4104',
  name: 'front-door-scheme',
  severity: Severity.ERROR,
  summary: 'The load balancer behind an HTTP API is internal, and the one behind CloudFront public.',
  reason:
    'A VPC link reaches the load balancer from inside the VPC, so that it needs no public address. CloudFront comes '
    + 'from the internet.',
  link: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, { publicLoadBalancer, frontDoor }, { at, report }) {
    if (frontDoor?.kind === 'http-api' && publicLoadBalancer === true) {
      report(
        at(spec), 'publicLoadBalancer must be false behind an HTTP API, got true.',
        'Remove publicLoadBalancer.', ['publicLoadBalancer', 'frontDoor'],
      );
    }
    if (frontDoor?.kind === 'cloudfront' && publicLoadBalancer === false) {
      report(
        at(spec), 'publicLoadBalancer must be true behind CloudFront, got false.',
        'Remove publicLoadBalancer; nobody but CloudFront gets in.', ['publicLoadBalancer', 'frontDoor'],
      );
    }
  },
};

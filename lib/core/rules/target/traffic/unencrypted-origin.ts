import { Severity } from '../../../finding/finding';
import { isSecure } from '../../../settings/traffic/listeners';
import { TargetRule } from '../target-rule';

export const unencryptedOrigin: TargetRule = {
  code: 'DR4109',
  name: 'unencrypted-origin',
  severity: Severity.WARNING,
  summary: 'CloudFront connects to the load balancer by HTTPS.',
  reason:
    'Clients speak HTTPS to CloudFront, but without a certificate at the load balancer their requests, cookies and '
    + 'the secret header go on over the internet in plain text.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, { frontDoor, traffic: { main } }, { at, report }) {
    if (frontDoor?.kind !== 'cloudfront' || !main || isSecure(main)) return;
    report(
      at(spec),
      'Traffic between CloudFront and the load balancer is not encrypted, because no listener has a certificate.',
      'Give FrontDoor.cloudFront a certificate of us-east-1, and add domainName and domainZone, or certificates that '
        + 'hold a name of the distribution.',
      ['frontDoor'],
    );
  },
};

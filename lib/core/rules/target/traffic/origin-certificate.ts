import { Severity } from '../../../finding/finding';
import { distributionNames } from '../../../settings/traffic/front-door';
import { isSecure } from '../../../settings/traffic/listeners';
import { TargetRule } from '../target-rule';

export const originCertificate: TargetRule = {
  code: 'DR4108',
  name: 'origin-certificate',
  severity: Severity.ERROR,
  summary: 'A load balancer that CloudFront reaches by HTTPS has a domain name, and a certificate for it.',
  reason:
    'CloudFront passes on the name that the client called and compares it with the certificate of the load balancer; '
    + 'no certificate of yours holds cloudfront.net.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const {
      frontDoor, traffic: { main },
    } = settings;
    if (frontDoor?.kind !== 'cloudfront' || distributionNames(frontDoor, settings).length > 0) return;
    if (!main || !isSecure(main)) return;
    report(
      at(spec), 'certificates must hold a name of the distribution, which has none of its own.',
      'Add domainNames and certificate to FrontDoor.cloudFront, or remove certificates.', ['certificates', 'frontDoor'],
    );
  },
};

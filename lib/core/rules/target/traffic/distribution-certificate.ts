import { Severity } from '../../../finding/finding';
import { known } from '../../../settings/setting';
import { distributionNames } from '../../../settings/traffic/front-door';
import { TargetRule } from '../target-rule';

const CLOUDFRONT_REGION = 'us-east-1';

export const distributionCertificate: TargetRule = {
  code: 'DR4107',
  name: 'distribution-certificate',
  severity: Severity.ERROR,
  summary: 'A CloudFront distribution with names of its own has a certificate from us-east-1.',
  reason:
    'CloudFront takes certificates of no other region, and answers to no name that its certificate does not hold.',
  link: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { frontDoor } = settings;
    if (frontDoor?.kind !== 'cloudfront') return;
    const { certificate } = frontDoor;
    const names = distributionNames(frontDoor, settings);
    if (!certificate && names.length > 0) {
      report(
        at(spec),
        'frontDoor.certificate must hold the names of the distribution, got none.',
        `Add a certificate of ${CLOUDFRONT_REGION} to FrontDoor.cloudFront; a stack of another region cannot make it.`,
        ['frontDoor.certificate'],
      );
    }
    const region = known(certificate?.region);
    if (region !== undefined && region !== CLOUDFRONT_REGION) {
      report(
        at(spec), `frontDoor.certificate must be in ${CLOUDFRONT_REGION}, got one in ${region}.`,
        `Request it in ${CLOUDFRONT_REGION}, in a stack of its own.`, ['frontDoor.certificate'],
      );
    }
    if (certificate && names.length === 0) {
      report(
        at(spec), 'frontDoor.certificate must come with domainNames, got none.',
        'Add domainNames to FrontDoor.cloudFront, or domainName and domainZone.',
        ['frontDoor.certificate', 'frontDoor.domainNames'],
      );
    }
  },
};

import { EcrImage, parseEcrImage } from '../../lib/core/spec/ecr-image';

const ACCOUNT = '111122223333';

function found(region: string, repository: string): EcrImage {
  return { account: ACCOUNT, region, repository };
}

describe('a private repository of Amazon ECR', () => {
  test.each<[string, string, EcrImage]>([
    ['with a tag', `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/web:1.0`, found('eu-west-1', 'web')],
    ['without a tag', `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/web`, found('eu-west-1', 'web')],
    ['with a digest', `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/web@sha256:${'a'.repeat(64)}`, found('eu-west-1', 'web')],
    ['with a tag and a digest', `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/web:1.0@sha256:${'a'.repeat(64)}`, found('eu-west-1', 'web')],
    ['in a namespace', `${ACCOUNT}.dkr.ecr.us-gov-west-1.amazonaws.com/team/shop/web:1.0`, found('us-gov-west-1', 'team/shop/web')],
    ['over FIPS', `${ACCOUNT}.dkr.ecr-fips.us-east-1.amazonaws.com/web:1.0`, found('us-east-1', 'web')],
    ['over IPv6', `${ACCOUNT}.dkr-ecr.us-west-2.on.aws/web:1.0`, found('us-west-2', 'web')],
    ['over IPv6 and FIPS', `${ACCOUNT}.dkr-ecr-fips.us-west-2.on.aws/web:1.0`, found('us-west-2', 'web')],
    ['in China', `${ACCOUNT}.dkr.ecr.cn-north-1.amazonaws.com.cn/web:1.0`, found('cn-north-1', 'web')],
    ['in China over IPv6', `${ACCOUNT}.dkr-ecr.cn-northwest-1.on.amazonwebservices.com.cn/web:1.0`, found('cn-northwest-1', 'web')],
    ['in the European Sovereign Cloud', `${ACCOUNT}.dkr.ecr.eusc-de-east-1.amazonaws.eu/web:1.0`, found('eusc-de-east-1', 'web')],
    ['in the European Sovereign Cloud over IPv6', `${ACCOUNT}.dkr-ecr.eusc-de-east-1.on.amazonwebservices.eu/web:1.0`, found('eusc-de-east-1', 'web')],
    ['in ISO', `${ACCOUNT}.dkr.ecr.us-iso-east-1.c2s.ic.gov/web:1.0`, found('us-iso-east-1', 'web')],
    ['in ISO over FIPS', `${ACCOUNT}.dkr.ecr-fips.us-iso-east-1.c2s.ic.gov/web:1.0`, found('us-iso-east-1', 'web')],
    ['in ISO over IPv6', `${ACCOUNT}.dkr-ecr.us-iso-east-1.on.aws.ic.gov/web:1.0`, found('us-iso-east-1', 'web')],
    ['in ISOB', `${ACCOUNT}.dkr.ecr.us-isob-east-1.sc2s.sgov.gov/web:1.0`, found('us-isob-east-1', 'web')],
    ['in ISOB over IPv6', `${ACCOUNT}.dkr-ecr.us-isob-east-1.on.aws.scloud/web:1.0`, found('us-isob-east-1', 'web')],
    ['in ISOE', `${ACCOUNT}.dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk/web:1.0`, found('eu-isoe-west-1', 'web')],
    ['in ISOE over IPv6', `${ACCOUNT}.dkr-ecr.eu-isoe-west-1.on.cloud-aws.adc-e.uk/web:1.0`, found('eu-isoe-west-1', 'web')],
    ['in ISOF', `${ACCOUNT}.dkr.ecr.us-isof-south-1.csp.hci.ic.gov/web:1.0`, found('us-isof-south-1', 'web')],
    ['in ISOF over IPv6', `${ACCOUNT}.dkr-ecr.us-isof-south-1.on.aws.hci.ic.gov/web:1.0`, found('us-isof-south-1', 'web')],
  ])('%s', (_, image, repository) => {
    expect(parseEcrImage(image)).toEqual(repository);
  });
});

test.each([
  'nginx',
  'nginx:1.29',
  'example/web:1.0',
  'public.ecr.aws/nginx/nginx:1.29',
  'registry.example.com/web:1.0',
  '1111.dkr.ecr.eu-west-1.amazonaws.com/web:1.0',
  `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com.example.com/web:1.0`,
  `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/`,
  `${ACCOUNT}.dkr.ecr.eu-west-1.on.aws/web:1.0`,
  `${ACCOUNT}.dkr-ecr.eu-west-1.amazonaws.com/web:1.0`,
  `${ACCOUNT}.dkr.ecr.us-iso-east-1.ic.gov/web:1.0`,
  `mirror.example.com/${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/web:1.0`,
])('%s is not one', (image) => {
  expect(parseEcrImage(image)).toBeUndefined();
});

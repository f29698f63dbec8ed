import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const lostCredentials: TargetRule = {
  code: 'DR4123',
  name: 'lost-credentials',
  severity: Severity.ERROR,
  summary: 'Credentials of registries in S3 are for instances that can run a command at boot.',
  reason: 'Bottlerocket runs none, so its agent never learns the credentials and cannot pull the images.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth-container-instances.html',
  fields: ['authentication'],
  concerns: 'environment',
  check(spec, { machineImage }, { sources, report }) {
    if (!spec.authentication || machineImage !== 'bottlerocket') return;
    report(
      sources.keyPlace(spec, 'authentication'),
      'must not be set with machineImage: CapacityImage.bottlerocket(), which cannot fetch the file.',
      'Give the credentials as registryCredentials, or choose CapacityImage.ecsOptimized().', ['machineImage'],
    );
  },
};

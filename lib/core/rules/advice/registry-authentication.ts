import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

export const registryAuthentication: SpecRule = {
  code: 'DR5009',
  name: 'registry-authentication',
  severity: Severity.WARNING,
  summary: 'Credentials of private registries come from Secrets Manager, not from a .dockercfg file in S3.',
  reason:
    'Every instance keeps the passwords of a .dockercfg file as plain text, and new ones reach new instances only.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html',
  fields: ['authentication'],
  check(spec, { sources, report }) {
    if (!spec.authentication) return;
    const { bucket, key } = spec.authentication;
    const got = bucket === undefined || key === undefined ? '' : `, got s3://${bucket}/${key}`;
    report(
      sources.keyPlace(spec, 'authentication'),
      `is read by the instances of EcsEnvironment alone, when they boot${got}.`,
      `${spec.version === 1 ? 'Write the file as version 2, store' : 'Store'} the user name and the password in `
        + 'Secrets Manager, and write '
        + '"repositoryCredentials": { "credentialsParameter": "arn:…" } in each container with a private image.',
    );
  },
};

import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

export const registryAuthentication: SpecRule = {
  code: 'DR5009',
  name: 'registry-authentication',
  severity: Severity.WARNING,
  summary: 'Credentials of private registries come from Secrets Manager, not from a .dockercfg file in S3.',
  reason: 'On native ECS nobody fetches the file that "authentication" names, so private images cannot be pulled.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html',
  fields: ['authentication'],
  drops: true,
  check(spec, { sources, report }) {
    if (!spec.authentication) return;
    const { bucket, key } = spec.authentication;
    const got = bucket === undefined || key === undefined ? '' : `, got s3://${bucket}/${key}`;
    report(sources.keyPlace(spec, 'authentication'), `is not fetched on native ECS${got}.`,
      `${spec.version === 1 ? 'Write the file as version 2, store' : 'Store'} the user name and the password in Secrets Manager, and write `
      + '"repositoryCredentials": { "credentialsParameter": "arn:…" } in each container with a private image.');
  },
};

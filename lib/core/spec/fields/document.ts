import { resolvedTextOf, textOf } from '../constraints';
import { Decoder, list } from '../decoder';
import { optional, required, shape } from '../shape';
import { container } from './container';
import { volume } from './storage';

const authentication = shape('an object with bucket and key', {
  bucket: required(
    resolvedTextOf(
      'the name of an S3 bucket', /^[\w.-]{1,255}$/,
      'Write the name of the bucket alone, without "s3://", and the key behind "key".',
    ),
  ),
  key: required(resolvedTextOf(
    'the key of an S3 object, without control characters', /^[^\0-\x1f\x7f]{1,1024}$/,
    'Write the key of the .dockercfg file in the bucket, such as "registry/.dockercfg".',
  )),
}, {
  Bucket: 'Write "bucket": version 2 uses lower case.',
  Key: 'Write "key": version 2 uses lower case.',
});

/** Already checked before the body is decoded. */
const version: Decoder<true> = { expects: 'the version', decode: () => true };

/** The body of a version 2 file. */
export const document = shape(
  'an object',
  {
    AWSEBDockerrunVersion: optional(version),
    executionRoleArn: optional(
      textOf(
        'the ARN of an IAM role', /^arn:[\w-]+:iam::\d{12}:role\/[^\s*?]+$/, 'Write "arn:aws:iam::ACCOUNT:role/NAME".',
      ),
    ),
    volumes: optional(list(volume)),
    containerDefinitions: required(list(container)),
    authentication: optional(authentication),
  },
  {
    Authentication:
      'Write "authentication": { "bucket", "key" }; the capital form belongs to version 1 and is not read in '
      + 'version 2.',
    Image: 'Remove it: it is a version 1 key; version 2 reads "containerDefinitions".',
    Ports: 'Remove it: it is a version 1 key; version 2 reads "portMappings" of each container.',
    Volumes: 'Write "volumes"; the capital form belongs to version 1.',
    Logging: 'Remove it: it is a version 1 key; mount the volume awseb-logs-<container> instead.',
    logging: 'Remove it: logs are configured per container, with "logConfiguration".',
  },
);

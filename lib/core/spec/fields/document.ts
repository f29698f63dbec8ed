import { textOf } from '../constraints';
import { Decoder, list, resolved } from '../decoder';
import { optional, required, shape } from '../shape';
import { container } from './container';
import { volume } from './storage';

const authentication = shape('an object with bucket and key', {
  bucket: required(resolved),
  key: required(resolved),
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
      textOf('the ARN of an IAM role', /^arn:[\w-]+:iam::\d{12}:role\/.+$/, 'Write "arn:aws:iam::ACCOUNT:role/NAME".'),
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

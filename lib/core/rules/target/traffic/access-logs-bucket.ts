import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const accessLogsBucket: TargetRule = {
  code: 'DR4041',
  name: 'access-logs-bucket',
  severity: Severity.ERROR,
  summary: 'Access logs go to a bucket that Amazon S3 encrypts with its own keys.',
  reason:
    'The load balancer cannot write to a bucket that is encrypted with a key of AWS KMS, not even with the one that '
    + 'AWS manages.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
  fields: [],
  concerns: 'environment',
  check(spec, { accessLogsBucket: bucket, accessLogsPrefix }, { at, report }) {
    if (bucket?.usesKms) {
      report(
        at(spec), 'accessLogsBucket must be encrypted by Amazon S3, got a bucket with a key of AWS KMS.',
        'Set encryption: BucketEncryption.S3_MANAGED on the bucket.', ['accessLogsBucket'],
      );
    }
    if (accessLogsPrefix !== undefined && !bucket) {
      report(
        at(spec), 'accessLogsPrefix must come with accessLogsBucket, got none.',
        'Add the bucket, or remove the prefix.', ['accessLogsPrefix', 'accessLogsBucket'],
      );
    }
  },
};

import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const accessLogsPolicy: TargetRule = {
  code: 'DR4042',
  name: 'access-logs-policy',
  severity: Severity.WARNING,
  summary: 'The policy of the bucket for access logs lets the load balancer write there.',
  reason: 'The policy of an imported bucket is out of reach; the deployment fails when it does not let logs in.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, { accessLogsBucket: bucket }, { at, report }) {
    if (!bucket || bucket.isOwned || bucket.usesKms) return;
    report(
      at(spec),
      'accessLogsBucket is imported, so nothing was added to its policy.',
      'Allow logdelivery.elasticloadbalancing.amazonaws.com to s3:PutObject below AWSLogs in that policy, then '
        + 'acknowledge this.', ['accessLogsBucket'],
    );
  },
};

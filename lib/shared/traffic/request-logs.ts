import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Stack } from 'aws-cdk-lib/core';
import { IConstruct, IDependable } from 'constructs';

/**
 * Lets the log service write requests into a bucket; tells what a load balancer has to wait for, which tries the
 * bucket.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export function letRequestLogsIn(scope: IConstruct, bucket: s3.IBucket, prefix: string): IDependable | undefined {
  return bucket.addToResourcePolicy(new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal('logdelivery.elasticloadbalancing.amazonaws.com')],
    actions: ['s3:PutObject'],
    resources: [bucket.arnForObjects(`${prefix === '' ? '' : `${prefix}/`}AWSLogs/${Stack.of(scope).account}/*`)],
  })).policyDependable;
}

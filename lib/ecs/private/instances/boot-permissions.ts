import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Aws } from 'aws-cdk-lib/core';

/**
 * What an instance asks before it signals, and the signal to its own stack. Target groups know no resources in this.
 */
export function signalStatements(cluster: ecs.ICluster): iam.PolicyStatement[] {
  return [
    new iam.PolicyStatement({ actions: ['cloudformation:SignalResource'], resources: [Aws.STACK_ID] }),
    new iam.PolicyStatement({
      actions: ['ecs:DescribeServices', 'ecs:ListServices', 'ecs:ListTasks'],
      resources: ['*'],
      conditions: { ArnEquals: { 'ecs:cluster': cluster.clusterArn } },
    }),
    new iam.PolicyStatement({
      actions: ['elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth'],
      resources: ['*'],
    }),
  ];
}

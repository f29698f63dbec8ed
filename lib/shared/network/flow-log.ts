import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { table } from '../../core/finding/table';

/** The names that CloudFormation knows options of Amazon S3 by; the CDK writes those of its own props. */
const OPTIONS = table<string>({
  fileFormat: 'FileFormat',
  hiveCompatiblePartitions: 'HiveCompatiblePartitions',
  perHourPartition: 'PerHourPartition',
});

/** A record of all traffic of the VPC. */
export function createFlowLog(scope: Construct, vpc: ec2.IVpc, destination: ec2.FlowLogDestination): void {
  const created = new ec2.FlowLog(scope, 'FlowLog', {
    resourceType: ec2.FlowLogResourceType.fromVpc(vpc), destination,
  });
  const resource = created.node.defaultChild as ec2.CfnFlowLog;
  const options = Stack.of(scope).resolve(resource.destinationOptions) ?? {};
  if (Object.keys(options).length === 0) return;
  resource.destinationOptions = Object.fromEntries(
    Object.entries(options).map(([name, value]) => [OPTIONS[name] ?? name, value]),
  );
}

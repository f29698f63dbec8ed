import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as assets from 'aws-cdk-lib/aws-s3-assets';
import { Stack } from 'aws-cdk-lib/core';
import { entryOf } from '../core/finding/table';
import { ContainersProps } from '../ecs/containers-props';
import { literalInPolicy } from './policy-text';

/** The ARNs of the files of a container, each of which the agent may read. */
export function bindEnvironmentFiles(
  task: ecs.TaskDefinition, container: string, { environmentFiles }: ContainersProps,
): string[] {
  return (entryOf(environmentFiles, container) ?? []).map(({ _source: { bucket, name } }, index) => {
    const place = bucket ? { bucket, key: name } : upload(task, `DockerrunEnvironmentFile-${container}-${index}`, name);
    allowReading(task, place.bucket, place.key);
    return Stack.of(task).formatArn({
      service: 's3', region: '', account: '', resource: place.bucket.bucketName, resourceName: place.key,
    });
  });
}

function upload(task: ecs.TaskDefinition, id: string, path: string): { bucket: s3.IBucket; key: string } {
  const { bucket, s3ObjectKey: key } = new assets.Asset(task, id, { path });
  return { bucket, key };
}

function allowReading(task: ecs.TaskDefinition, bucket: s3.IBucket, key: string): void {
  task.addToExecutionRolePolicy(
    new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects(literalInPolicy(key))] }),
  );
  task.addToExecutionRolePolicy(
    new iam.PolicyStatement({ actions: ['s3:GetBucketLocation'], resources: [bucket.bucketArn] }),
  );
  bucket.encryptionKey?.grantDecrypt(task.obtainExecutionRole());
}

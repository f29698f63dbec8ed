import { Validations } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';

/** What cdk-nag would have, and an example leaves out to stay small and cheap. Your app decides on each by itself. */
const CHOICES = {
  APIG4: 'The API is for everybody. `httpApi` takes routes with an authorizer.',
  AS3: 'Nobody waits for a message about each instance that starts or stops. The `notificationConfigurations` of `autoScalingGroup.node.defaultChild` take topics.',
  CFR1: 'Clients are anywhere. `geoRestriction` of `FrontDoor.cloudFront` says in which countries.',
  CFR2: 'A web ACL costs money for each request. `webAclArn` of `FrontDoor.cloudFront` takes one.',
  CFR3: 'Access logs need a bucket. `logBucket` of `FrontDoor.cloudFront` takes it.',
  EC23: 'The site is for everybody. `open`, `allowedCidrs`, `allowedSecurityGroups` and `publicLoadBalancer` say who may connect.',
  ECS2: 'What the file says plainly is no secret. `secrets` takes what is.',
  ECS4: 'Container Insights costs money for each metric. The `clusterSettings` of `cluster.node.defaultChild` turn it on.',
  ELB2: 'Access logs need a bucket. `accessLogsBucket` takes it.',
  S1: 'Who reads the objects is logged in another bucket, which `serverAccessLogsBucket` takes.',
  VPC7: 'Flow logs cost money for each gigabyte. `flowLogs` says where they go.',
};

/** Acknowledges findings of the rule pack AwsSolutions, each at the one construct that it is about. */
export function acknowledge(choices: { readonly [rule in keyof typeof CHOICES]?: IConstruct }): void {
  for (const [rule, construct] of Object.entries(choices)) {
    Validations.of(construct).acknowledge({ id: `AwsSolutions::AwsSolutions-${rule}`, reason: CHOICES[rule as keyof typeof CHOICES] });
  }
}

/** Acknowledges that a role may handle every object of a bucket. The grants of a bucket name groups of actions, for every object in it. */
export function acknowledgeObjects(role: IConstruct, ...permissions: readonly string[]): void {
  const reason = 'The shop may handle every object of its own bucket, as grantPut and grantRead have it.';
  for (const permission of permissions) Validations.of(role).acknowledge({ id: `AwsSolutions::AwsSolutions-IAM5[${permission}]`, reason });
}

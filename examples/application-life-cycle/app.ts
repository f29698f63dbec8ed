import { App, Validations } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { KnownFindings } from '../../lib';
import { acknowledge } from '../acknowledge';
import { LifeCycleStack } from './stack';

const REASON = 'The shop may handle every object of its own bucket, as grantPut and grantRead have it.';

const app = new App();
// Without it the CDK names mount targets after the order of the zones.
app.node.setContext('@aws-cdk/aws-efs:mountTargetOrderInsensitiveLogicalId', true);
const { network, data, web, worker } = new LifeCycleStack(app, 'LifeCycle', {
  zone: { hostedZoneId: 'Z0123456789ABCDEFGHIJ', zoneName: 'example.com' },
  distributionCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d-4e5f-6789-abcd-ef0123456789',
  originPrefixListId: 'pl-4fa04526',
});
KnownFindings.acknowledge(app);
acknowledge({ VPC7: network.vpc, S1: data.uploads, CFR1: web.distribution, CFR2: web.distribution, CFR3: web.distribution, ELB2: web.loadBalancer });
for (const { cluster, autoScalingGroup, taskDefinition } of [web, worker]) {
  acknowledge({ ECS4: cluster, AS3: autoScalingGroup, ECS2: taskDefinition });
}
acknowledgeWildcards(web.taskRole, 'Action::s3:Abort*', 'Resource::<DataUploads81D8EB70.Arn>/*');
acknowledgeWildcards(worker.taskRole, 'Action::s3:GetBucket*', 'Action::s3:GetObject*', 'Action::s3:List*', 'Resource::<DataUploads81D8EB70.Arn>/*');
app.synth();

/** The grants of a bucket name groups of actions, for every object in it. */
function acknowledgeWildcards(role: IConstruct, ...permissions: readonly string[]): void {
  for (const permission of permissions) {
    Validations.of(role).acknowledge({ id: `AwsSolutions::AwsSolutions-IAM5[${permission}]`, reason: REASON });
  }
}

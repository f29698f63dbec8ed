import { App } from 'aws-cdk-lib';
import { KnownFindings } from '../../lib';
import { acknowledge, acknowledgeObjects } from '../acknowledge';
import { LifeCycleStack } from './stack';

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
acknowledgeObjects(web.taskRole, 'Action::s3:Abort*', 'Resource::<DataUploads81D8EB70.Arn>/*');
acknowledgeObjects(worker.taskRole, 'Action::s3:GetBucket*', 'Action::s3:GetObject*', 'Action::s3:List*', 'Resource::<DataUploads81D8EB70.Arn>/*');
app.synth();

import { App } from 'aws-cdk-lib';
import { KnownFindings } from '../../lib';
import { acknowledge, acknowledgeObjects } from '../acknowledge';
import { BeanstalkLifeCycleStack } from './stack';

const app = new App();
// Without it the CDK names mount targets after the order of the zones.
app.node.setContext('@aws-cdk/aws-efs:mountTargetOrderInsensitiveLogicalId', true);
const { network, data, web, worker } = new BeanstalkLifeCycleStack(app, 'BeanstalkLifeCycle', {
  certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-4e5f-6789-abcd-ef0123456789',
});
KnownFindings.acknowledge(app);
acknowledge({ VPC7: network.vpc, S1: data.uploads, EC23: web.loadBalancerSecurityGroup });
acknowledgeObjects(web.instanceRole, 'Action::s3:Abort*', 'Resource::<DataUploads81D8EB70.Arn>/*');
acknowledgeObjects(worker.instanceRole, 'Action::s3:GetBucket*', 'Action::s3:GetObject*', 'Action::s3:List*', 'Resource::<DataUploads81D8EB70.Arn>/*');
app.synth();

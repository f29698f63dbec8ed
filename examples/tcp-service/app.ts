import { App } from 'aws-cdk-lib';
import { KnownFindings } from '../../lib';
import { acknowledge } from '../acknowledge';
import { TcpServiceStack } from './stack';

const app = new App();
const { intake } = new TcpServiceStack(app, 'TcpService', {
  certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/00000000-0000-4000-8000-000000000000',
  senders: ['203.0.113.0/24'],
});
KnownFindings.acknowledge(app);
acknowledge({ VPC7: intake.vpc, ECS4: intake.cluster, AS3: intake.autoScalingGroup, ELB2: intake.networkLoadBalancer });
app.synth();

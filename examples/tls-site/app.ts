import { App } from 'aws-cdk-lib';
import { KnownFindings } from '../../lib';
import { acknowledge } from '../acknowledge';
import { TlsSiteStack } from './stack';

const app = new App();
const { site } = new TlsSiteStack(app, 'TlsSite', {
  certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/00000000-0000-4000-8000-000000000000',
});
KnownFindings.acknowledge(app);
acknowledge({ VPC7: site.vpc, ECS4: site.cluster, AS3: site.autoScalingGroup, ELB2: site.loadBalancer, EC23: site.loadBalancer });
app.synth();

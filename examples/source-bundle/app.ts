import { App } from 'aws-cdk-lib';
import { KnownFindings } from '../../lib';
import { acknowledge } from '../acknowledge';
import { SourceBundleStack } from './stack';

const app = new App();
const { site } = new SourceBundleStack(app, 'SourceBundle');
KnownFindings.acknowledge(app);
acknowledge({ VPC7: site.vpc, ECS4: site.cluster, AS3: site.autoScalingGroup, ELB2: site.loadBalancer, EC23: site.loadBalancer });
app.synth();

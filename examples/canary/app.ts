import { App } from 'aws-cdk-lib';
import { KnownFindings } from '../../lib';
import { acknowledge } from '../acknowledge';
import { CanaryStack } from './stack';

const app = new App();
const { shop } = new CanaryStack(app, 'Canary');
KnownFindings.acknowledge(app);
acknowledge({ VPC7: shop.vpc, ECS4: shop.cluster, AS3: shop.autoScalingGroup, ELB2: shop.loadBalancer, EC23: shop.loadBalancer });
app.synth();

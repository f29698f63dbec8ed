import { App } from 'aws-cdk-lib';
import { KnownFindings } from '../../lib';
import { acknowledge } from '../acknowledge';
import { MicroservicesStack } from './stack';

const app = new App();
const { forum } = new MicroservicesStack(app, 'Microservices');
KnownFindings.acknowledge(app);
acknowledge({ VPC7: forum.vpc, ECS4: forum.cluster, AS3: forum.autoScalingGroup, ELB2: forum.loadBalancer, EC23: forum.loadBalancer });
app.synth();

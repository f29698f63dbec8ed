import { App } from 'aws-cdk-lib';
import { KnownFindings } from '../../lib';
import { acknowledge } from '../acknowledge';
import { ShopStack as MoveStack } from './move';
import { ShopStack as StayStack } from './stay';

const app = new App();
const { shop: stay } = new StayStack(app, 'Stay');
const { shop: move } = new MoveStack(app, 'Move');
KnownFindings.acknowledge(app);
acknowledge({ VPC7: stay.vpc, EC23: stay.loadBalancerSecurityGroup });
acknowledge({ VPC7: move.vpc, ECS2: move.taskDefinition, ECS4: move.cluster });
acknowledge({ AS3: move.autoScalingGroup, EC23: move.loadBalancer, ELB2: move.loadBalancer });
app.synth();

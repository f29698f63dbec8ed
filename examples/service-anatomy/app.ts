import { App } from 'aws-cdk-lib';
import { KnownFindings } from '../../lib';
import { acknowledge } from '../acknowledge';
import { ImagesStack, ServiceAnatomyStack } from './stack';

const app = new App();
// The repositories stay as long as the service takes its images from them.
app.node.setContext('@aws-cdk/core:defaultCrossStackReferences', 'strong');
const { repositories } = new ImagesStack(app, 'Images');
const { shop, accessLogs } = new ServiceAnatomyStack(app, 'ServiceAnatomy', { repositories });
KnownFindings.acknowledge(app);
acknowledge({ VPC7: shop.vpc, ECS4: shop.cluster, AS3: shop.autoScalingGroup, EC23: shop.loadBalancer, S1: accessLogs, ECS2: shop.taskDefinition });
app.synth();

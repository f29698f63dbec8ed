import { App } from 'aws-cdk-lib';
import { KnownFindings } from '../../lib';
import { acknowledge } from '../acknowledge';
import { BeanstalkMulticontainerStack } from './stack';

const app = new App();
const { shop } = new BeanstalkMulticontainerStack(app, 'BeanstalkMulticontainer');
KnownFindings.acknowledge(app);
acknowledge({ VPC7: shop.vpc, EC23: shop.loadBalancerSecurityGroup });
app.synth();

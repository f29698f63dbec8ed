import { App } from 'aws-cdk-lib';
import { FrontDoor, KnownFindings } from '../../lib';
import { acknowledge } from '../acknowledge';
import { NetworkLabStack } from './stack';

const app = new App();
const { lab } = new NetworkLabStack(app, 'NetworkLab');
const { lab: api } = new NetworkLabStack(app, 'NetworkLabApi', { frontDoor: FrontDoor.httpApi() });
KnownFindings.acknowledge(app);
for (const { vpc, cluster, autoScalingGroup, loadBalancer } of [lab, api]) {
  acknowledge({ VPC7: vpc, ECS4: cluster, AS3: autoScalingGroup, ELB2: loadBalancer });
}
acknowledge({ EC23: lab.loadBalancer });
acknowledge({ APIG4: api.httpApi });
app.synth();

import { App } from 'aws-cdk-lib';
import { MulticontainerStack } from './stack';

const app = new App();
new MulticontainerStack(app, 'Multicontainer');
app.synth();

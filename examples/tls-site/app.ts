import { App } from 'aws-cdk-lib';
import { TlsSiteStack } from './stack';

const app = new App();
new TlsSiteStack(app, 'TlsSite', {
  certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/00000000-0000-4000-8000-000000000000',
});
app.synth();

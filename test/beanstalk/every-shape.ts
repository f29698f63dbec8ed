import { App, Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { BeanstalkEnvironment, Dockerrun, KnownFindings, WorkerConsumer } from '../../lib';
import { Props } from './helpers';

/** An environment of each shape, and what a user brings for it, by the name of its stack. */
export const EVERY_SHAPE: Readonly<Record<string, (stack: Stack) => Props>> = {
  Application: () => ({}),
  Secure: (stack) => ({
    certificates: [acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/1')],
    accessLogsBucket: new s3.Bucket(stack, 'Logs', { enforceSSL: true, serverAccessLogsPrefix: 'own/' }),
  }),
  Internal: () => ({ publicLoadBalancer: false }),
  Network: () => ({ listeners: [{ port: 8080, instancePort: 80, protocol: elbv2.Protocol.TCP }] }),
  Shared: (stack) => {
    const vpc = new ec2.Vpc(stack, 'Vpc', { restrictDefaultSecurityGroup: false });
    const sharedLoadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'Shared', { vpc });
    sharedLoadBalancer.addListener('Http', { port: 80, defaultAction: elbv2.ListenerAction.fixedResponse(404) });
    return { vpc, sharedLoadBalancer };
  },
  Single: () => ({ singleInstance: true }),
  Worker: () => ({ worker: { consumer: WorkerConsumer.daemon() } }),
};

const IMAGE = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1';

const FILE = {
  AWSEBDockerrunVersion: 2,
  executionRoleArn: 'arn:aws:iam::123456789012:role/agent',
  containerDefinitions: [{ name: 'web', image: IMAGE, memory: 128, portMappings: [{ hostPort: 80, containerPort: 80 }] }],
};

/** An app with a stack for each shape. */
export function everyShape(context?: Record<string, unknown>): App {
  const app = new App({ context });
  KnownFindings.acknowledge(app);
  for (const [name, props] of Object.entries(EVERY_SHAPE)) {
    const stack = new Stack(app, name);
    new BeanstalkEnvironment(stack, 'Shop', { dockerrun: Dockerrun.fromString(JSON.stringify(FILE)), ...props(stack) });
  }
  return app;
}

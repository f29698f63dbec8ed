import { App, CfnResource, Stack } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import * as beanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BeanstalkEnvironment, Dockerrun, EcsEnvironment } from '../../lib';
import { EcsByHand } from './by-hand';
import { Template } from './template';

const FILE = JSON.stringify({
  AWSEBDockerrunVersion: 2,
  containerDefinitions: [
    { name: 'web', image: 'nginx:1.29', memory: 128, portMappings: [{ hostPort: 80, containerPort: 80 }] },
  ],
});

/** Ways to make one environment in a stack. */
const MAKERS: Readonly<Record<string, (stack: Stack) => void>> = {
  'EcsEnvironment': (stack) => {
    new EcsEnvironment(stack, 'Environment', { dockerrun: Dockerrun.fromString(FILE) });
  },
  'by-hand': (stack) => {
    new EcsByHand(stack, 'Environment');
  },
  'ecs-patterns': (stack) => {
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
    const launchTemplate = new ec2.LaunchTemplate(stack, 'LaunchTemplate', {
      instanceType: new ec2.InstanceType('t3.medium'),
      machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
      userData: ec2.UserData.forLinux(),
      role: new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
      securityGroup: new ec2.SecurityGroup(stack, 'SecurityGroup', { vpc }),
      requireImdsv2: true,
    });
    const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Group', { vpc, launchTemplate, minCapacity: 2 });
    const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
    cluster.addAsgCapacityProvider(provider);
    new patterns.ApplicationLoadBalancedEc2Service(stack, 'Service', {
      cluster, memoryLimitMiB: 128, desiredCount: 2, minHealthyPercent: 50,
      taskImageOptions: { image: ecs.ContainerImage.fromRegistry('nginx:1.29') },
      capacityProviderStrategies: [{ capacityProvider: provider.capacityProviderName, weight: 1 }],
    });
  },
  'BeanstalkEnvironment': (stack) => {
    new BeanstalkEnvironment(stack, 'Environment', { dockerrun: Dockerrun.fromString(FILE), vpc: givenVpc(stack) });
  },
  'CfnEnvironment': (stack) => {
    const { stackName: applicationName } = stack;
    new beanstalk.CfnApplication(stack, 'Application', { applicationName });
    new beanstalk.CfnEnvironment(stack, 'Environment', {
      applicationName,
      solutionStackName: '64bit Amazon Linux 2023 v4.0.0 running ECS',
      optionSettings: Array.from({ length: 40 }, (_, index) => (
        { namespace: 'aws:elasticbeanstalk:application:environment', optionName: `NAME_${index}`, value: `${index}` }
      )),
    });
  },
};

function givenVpc(stack: Stack): ec2.IVpc {
  return ec2.Vpc.fromVpcAttributes(stack, 'Given', {
    vpcId: 'vpc-1', availabilityZones: ['a', 'b'], publicSubnetIds: ['subnet-1', 'subnet-2'],
    privateSubnetIds: ['subnet-3', 'subnet-4'],
  });
}

/** The same resources as the first environment has, each as an L1 that knows nothing. */
function bare(count: number): App {
  const [template] = templatesOf(many('EcsEnvironment', 1));
  const app = new App({ analyticsReporting: false });
  for (let index = 0; index < count; index++) {
    const stack = new Stack(app, `Stack${index}`);
    for (const [id, { Type: type, Properties: properties }] of Object.entries(template.Resources)) {
      new CfnResource(stack, id, { type, properties });
    }
  }
  return app;
}

function many(way: string, count: number): App {
  if (way === 'bare') return bare(count);
  const app = new App({ analyticsReporting: false });
  for (let index = 0; index < count; index++) MAKERS[way](new Stack(app, `Stack${index}`));
  return app;
}

function templatesOf(app: App): Template[] {
  return app.synth().stacks.map(({ template }) => template as Template);
}

const [, , way, count] = process.argv;
const templates = templatesOf(many(way, Number(count)));
if (Number(count) === 1) process.stdout.write(JSON.stringify(templates[0]));

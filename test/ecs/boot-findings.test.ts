import { Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { EcsOptimizedImage } from 'aws-cdk-lib/aws-ecs';
import { CapacityImage, EcsEnvironment } from '../../lib';
import { environment, file, Props, templateOf, WEB } from './helpers';

/* What instances need to boot, as far as the constructs can see it. */

const warnings = (props: Props) => {
  const stack = Stack.of(environment(props));
  return Annotations.fromStack(stack).findWarning('*', Match.anyValue()).map(({ entry }) => String(entry.data));
};

describe('a VPC of the user', () => {
  const missing = (change: (vpc: ec2.Vpc) => void, subnetType = ec2.SubnetType.PRIVATE_ISOLATED) => {
    const stack = new Stack(undefined, 'Test', { env: { account: '123456789012', region: 'eu-west-1' } });
    const vpc = new ec2.Vpc(stack, 'Vpc', {
      natGateways: subnetType === ec2.SubnetType.PRIVATE_ISOLATED ? 0 : 1,
      subnetConfiguration: [
        { name: 'Public', subnetType: ec2.SubnetType.PUBLIC }, { name: 'Inner', subnetType },
      ],
    });
    change(vpc);
    new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), vpc, vpcSubnets: { subnetType } });
    const found = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('without a way out'));
    return found.map(({ entry }) => /(?:none|endpoints) for (.*?)\. /.exec(String(entry.data))?.[1]);
  };

  const { InterfaceVpcEndpointAwsService: Service } = ec2;
  const SERVICES = [
    Service.ECR, Service.ECR_DOCKER, Service.ECS, Service.ECS_AGENT, Service.ECS_TELEMETRY, Service.CLOUDWATCH_LOGS,
    Service.SSM, Service.SSM_MESSAGES, Service.EC2_MESSAGES, Service.CLOUDFORMATION, Service.ELASTIC_LOAD_BALANCING,
  ];
  const endpoints = (services: readonly ec2.IInterfaceVpcEndpointService[]) => (vpc: ec2.Vpc) => {
    vpc.addGatewayEndpoint('Files', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    services.forEach((service, index) => vpc.addInterfaceEndpoint(`Endpoint${index}`, { service }));
  };

  test('whose subnets have a NAT gateway needs no endpoint', () => {
    expect(missing(() => undefined, ec2.SubnetType.PRIVATE_WITH_EGRESS)).toEqual([]);
  });

  test('whose subnets have no way out needs all of them', () => {
    expect(missing(() => undefined)).toEqual([
      's3, ecr.api, ecr.dkr, ecs, ecs-agent, ecs-telemetry, logs, ssm, ssmmessages, ec2messages, cloudformation, '
        + 'elasticloadbalancing',
    ]);
  });

  test('is clean when the app makes them', () => {
    expect(missing(endpoints(SERVICES))).toEqual([]);
  });

  test('lacks those that it does not make', () => {
    expect(missing(endpoints(SERVICES.slice(0, -2)))).toEqual(['cloudformation, elasticloadbalancing']);
  });

  test('that is imported may have them, so that it is asked', () => {
    const stack = new Stack(undefined, 'Test', { env: { account: '123456789012', region: 'eu-west-1' } });
    const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
      vpcId: 'vpc-1',
      availabilityZones: ['eu-west-1a', 'eu-west-1b'],
      publicSubnetIds: ['subnet-1', 'subnet-2'],
      isolatedSubnetIds: ['subnet-3', 'subnet-4'],
    });
    const vpcSubnets = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };
    new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), vpc, vpcSubnets });
    Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('where it needs endpoints for s3, ecr.api, '));
  });
});

describe('an image of the user', () => {
  test('may be Amazon Linux 2023', () => {
    const machineImage = CapacityImage.of(EcsOptimizedImage.amazonLinux2023());
    expect(() => templateOf({ machineImage })).not.toThrow();
  });

  test('may be any that has an id', () => {
    const machineImage = CapacityImage.of(ec2.MachineImage.genericLinux({ 'eu-west-1': 'ami-1' }));
    expect(() => templateOf({ machineImage }, { env: { account: '1', region: 'eu-west-1' } })).not.toThrow();
  });

  test('is refused when it is Amazon Linux 2', () => {
    const machineImage = CapacityImage.of(EcsOptimizedImage.amazonLinux2());
    expect(() => templateOf({ machineImage })).toThrow('error DR4132 image-without-dnf');
  });
});

describe('a command', () => {
  const waits = /userDataCommands\[0\] should not wait for Docker or the agent, got "(.*?)"/;
  const found = (command: string) => warnings({ userDataCommands: [command] })
    .flatMap((text) => waits.exec(text)?.[1] ?? []);

  test.each([
    ['systemctl restart docker', 'systemctl restart docker'],
    ['sudo systemctl start  ecs.service', 'systemctl start ecs'],
    ['systemctl --quiet restart docker.service', 'systemctl --quiet restart docker'],
    ['systemctl daemon-reload && systemctl restart docker', 'systemctl restart docker'],
    ['service docker start', 'service docker start'],
    ['docker pull example/web', 'docker pull'],
    ['echo hello; docker run -d example/agent', 'docker run'],
    ['if true; then docker info; fi', 'docker info'],
    ['aws ecr get-login-password | docker login --username AWS', 'docker login'],
  ])('that waits is told: %s', (command, says) => {
    expect(found(command)).toEqual([says]);
  });

  test.each([
    'systemctl restart --no-block docker',
    'systemctl enable --now --no-block ecs.service',
    'systemctl enable docker',
    'systemctl stop ecs',
    'systemctl restart rsyslog',
    'mkdir -p /etc/docker',
    'echo ECS_IMAGE_PULL_BEHAVIOR=prefer-cached >> /etc/ecs/ecs.config',
    '# docker pull example/web',
    'echo docker pull',
    'systemd-run --no-block --property=After=docker.service docker pull example/web',
  ])('that does not wait is none: %s', (command) => {
    expect(found(command)).toEqual([]);
  });
});

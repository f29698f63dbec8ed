import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { InstanceType, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { ContainerImage, NetworkMode, Secret } from 'aws-cdk-lib/aws-ecs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { DockerrunWorker, EcsEnvironment, AddedServiceProps, Nat, WorkerConsumer } from '../../lib';
import { walk } from '../walker/walk';
import { container, environment, file, Json, only, Props, target, templateOf, WEB } from './helpers';

const ECR = '111122223333.dkr.ecr.eu-west-1.amazonaws.com';
const PRIVATE_WEB = container('web', { image: `${ECR}/web:1.0`, portMappings: [{ hostPort: 80, containerPort: 80 }] });
const ISOLATED: Props = { nat: Nat.none(), dockerrun: file([PRIVATE_WEB]) };

function resources(template: Template, type: string): Json[] {
  return Object.entries<Json>(template.findResources(type)).map(([id, resource]) => ({ id, ...resource }));
}

function count(template: Template, type: string): number {
  return resources(template, type).length;
}

/** Where the private subnets send what is for elsewhere, one after another. */
function waysOut(template: Template): string[] {
  return resources(template, 'AWS::EC2::Route').filter(({ id }) => /PrivateSubnet/.test(id))
    .map(({ Properties: { NatGatewayId, InstanceId } }) => target(NatGatewayId ?? InstanceId).replace(/^EnvironmentNetworkVpc|.{8}$/g, ''));
}

function endpoints(template: Template): string[] {
  return resources(template, 'AWS::EC2::VPCEndpoint').map(({ Properties }) => Properties.ServiceName['Fn::Join'][1][2].slice(1));
}

/** The only decision about each of these topics, as `choice | reason`. */
function decided({ plan }: EcsEnvironment, topic: string): string {
  const { choice, reason, source } = plan.decision(topic);
  return `${source} ${choice} | ${reason}`;
}

const ALL_ENDPOINTS = ['s3', 'ecr.api', 'ecr.dkr', 'ecs', 'ecs-agent', 'ecs-telemetry', 'logs', 'ssm', 'ssmmessages', 'ec2messages', 'cloudformation', 'elasticloadbalancing'];

interface Shape {
  readonly gateways: number;
  readonly instances: number;
  readonly waysOut: readonly string[];
  readonly endpoints: readonly string[];
}

describe.each<[string, Props, Shape]>([
  ['by default', {}, { gateways: 1, instances: 0, waysOut: ['PublicSubnet1NATGateway', 'PublicSubnet1NATGateway'], endpoints: [] }],
  ['with Nat.single()', { nat: Nat.single() }, { gateways: 1, instances: 0, waysOut: ['PublicSubnet1NATGateway', 'PublicSubnet1NATGateway'], endpoints: [] }],
  ['with Nat.perAz()', { nat: Nat.perAz() }, { gateways: 2, instances: 0, waysOut: ['PublicSubnet1NATGateway', 'PublicSubnet2NATGateway'], endpoints: [] }],
  ['with Nat.instances()', { nat: Nat.instances() }, { gateways: 0, instances: 2, waysOut: ['PublicSubnet1NatInstance', 'PublicSubnet2NatInstance'], endpoints: [] }],
  ['with Nat.none()', ISOLATED, { gateways: 0, instances: 0, waysOut: [], endpoints: ALL_ENDPOINTS }],
])('%s', (_, props, shape) => {
  const template = templateOf(props);

  test('there is what it takes to reach AWS, and no more', () => {
    expect({
      gateways: count(template, 'AWS::EC2::NatGateway'),
      instances: count(template, 'AWS::EC2::Instance'),
      waysOut: waysOut(template),
      endpoints: endpoints(template),
    }).toEqual(shape);
    expect(count(template, 'AWS::EC2::EIP')).toBe(shape.gateways);
  });

  test('there is no Lambda function and no custom resource', () => {
    const types = Object.values<Json>(template.toJSON().Resources).map(({ Type }) => Type);
    expect(types.filter((type) => /Lambda|Custom/.test(type))).toEqual([]);
  });

  test('the instances wait for every way out', () => {
    const { DependsOn } = only(template, 'AWS::AutoScaling::AutoScalingGroup');
    const needed = [
      ...resources(template, 'AWS::EC2::Route').filter(({ id }) => /PrivateSubnet/.test(id)),
      ...resources(template, 'AWS::EC2::SubnetRouteTableAssociation').filter(({ id }) => /PrivateSubnet/.test(id)),
      ...resources(template, 'AWS::EC2::VPCEndpoint'),
    ];
    expect(DependsOn).toEqual(expect.arrayContaining(needed.map(({ id }) => id)));
  });

  test.each([NetworkMode.BRIDGE, NetworkMode.AWS_VPC])('a request reaches its container in %s mode', (networkMode) => {
    const { listeners, overBroad } = walk(templateOf({ ...props, networkMode }).toJSON() as Json);
    expect(listeners.map(({ paths, breaks }) => [paths.length, breaks])).toEqual([[1, []]]);
    expect(overBroad).toEqual([]);
  });

  test('instances, and tasks with an address of their own, are in the private subnets', () => {
    const inAwsvpc = templateOf({ ...props, networkMode: NetworkMode.AWS_VPC });
    const subnets = [{ Ref: expect.stringMatching(/PrivateSubnet1/) }, { Ref: expect.stringMatching(/PrivateSubnet2/) }];
    expect(only(inAwsvpc, 'AWS::AutoScaling::AutoScalingGroup').Properties.VPCZoneIdentifier).toEqual(subnets);
    expect(only(inAwsvpc, 'AWS::ECS::Service').Properties.NetworkConfiguration.AwsvpcConfiguration.Subnets).toEqual(subnets);
  });
});

describe('NAT instances', () => {
  const template = templateOf({ nat: Nat.instances() });
  const instances = resources(template, 'AWS::EC2::Instance');

  test('have a public address, route for others, and take metadata tokens and encrypted disks', () => {
    for (const { Properties } of instances) {
      expect(Properties).toMatchObject({
        InstanceType: 't4g.micro',
        SourceDestCheck: false,
        MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
        BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true, VolumeType: 'gp3' } }],
        NetworkInterfaces: [{ AssociatePublicIpAddress: true, DeviceIndex: '0' }],
      });
    }
  });

  test('let the VPC in and everything out', () => {
    const [group] = resources(template, 'AWS::EC2::SecurityGroup').filter(({ id }) => /NatSecurityGroup/.test(id));
    const vpc = only(template, 'AWS::EC2::VPC').id;
    expect(instances.map(({ Properties }) => Properties.NetworkInterfaces[0].GroupSet)).toEqual(instances.map(() => [{ 'Fn::GetAtt': [group.id, 'GroupId'] }]));
    expect(group.Properties.SecurityGroupIngress).toEqual([{ CidrIp: { 'Fn::GetAtt': [vpc, 'CidrBlock'] }, Description: 'From the VPC to the internet', IpProtocol: '-1' }]);
    expect(group.Properties.SecurityGroupEgress).toEqual([{ CidrIp: '0.0.0.0/0', Description: 'Allow all outbound traffic by default', IpProtocol: '-1' }]);
  });

  test('boot when their own subnet has its way out', () => {
    expect(instances.map(({ DependsOn }) => DependsOn)).toEqual([1, 2].map((zone) => expect.arrayContaining([
      expect.stringMatching(new RegExp(`^EnvironmentNetworkVpcPublicSubnet${zone}DefaultRoute`)),
    ])));
  });

  test.each([
    ['t4g.nano', 'al2023-ami-kernel-6.1-arm64'],
    ['t3.micro', 'al2023-ami-kernel-6.1-x86_64'],
  ])('of type %s get the image for it', (type, image) => {
    const made = environment({ nat: Nat.instances(new InstanceType(type)) });
    const { Parameters, Resources } = Template.fromStack(Stack.of(made)).toJSON();
    const instance = Object.values<Json>(Resources).find(({ Type }) => Type === 'AWS::EC2::Instance');
    expect(instance.Properties.InstanceType).toBe(type);
    expect(Parameters[instance.Properties.ImageId.Ref].Default).toBe(`/aws/service/ami-amazon-linux-latest/${image}`);
    expect(made.plan.decision('nat instances').choice).toBe(`2 × ${type}`);
  });
});

describe('VPC endpoints', () => {
  const template = templateOf(ISOLATED);

  test('of the interface kind are in the private subnets, under the names of their services, for the VPC only', () => {
    const vpc = only(template, 'AWS::EC2::VPC').id;
    const [group] = resources(template, 'AWS::EC2::SecurityGroup').filter(({ id }) => /Endpoint/.test(id));
    expect(group.Properties.SecurityGroupIngress).toEqual([
      { CidrIp: { 'Fn::GetAtt': [vpc, 'CidrBlock'] }, Description: 'From the VPC', FromPort: 443, IpProtocol: 'tcp', ToPort: 443 },
    ]);
    const interfaces = resources(template, 'AWS::EC2::VPCEndpoint').filter(({ Properties }) => Properties.VpcEndpointType === 'Interface');
    expect(interfaces).toHaveLength(11);
    for (const { Properties } of interfaces) {
      expect(Properties).toMatchObject({
        PrivateDnsEnabled: true,
        SecurityGroupIds: [{ 'Fn::GetAtt': [group.id, 'GroupId'] }],
        SubnetIds: [{ Ref: expect.stringMatching(/PrivateSubnet1/) }, { Ref: expect.stringMatching(/PrivateSubnet2/) }],
      });
    }
  });

  test('of Amazon S3 is a gateway in the routes of the private subnets', () => {
    const [gateway] = resources(template, 'AWS::EC2::VPCEndpoint').filter(({ Properties }) => Properties.VpcEndpointType === 'Gateway');
    expect(gateway.Properties.RouteTableIds).toEqual([{ Ref: expect.stringMatching(/PrivateSubnet1RouteTable/) }, { Ref: expect.stringMatching(/PrivateSubnet2RouteTable/) }]);
  });

  test('have one for secrets when the file reads them', () => {
    const secret = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf';
    const reading = { ...PRIVATE_WEB, secrets: [{ name: 'PASSWORD', valueFrom: secret }] };
    const made = environment({ nat: Nat.none(), dockerrun: file([reading]) });
    expect(endpoints(Template.fromStack(Stack.of(made)))).toEqual([...ALL_ENDPOINTS, 'secretsmanager']);
    expect(decided(made, 'vpc endpoints')).toBe(`derived ${ALL_ENDPOINTS.join(', ')}, secretsmanager | Without NAT, instances register, pull, log, read secrets `
      + 'and open shells through them; all but s3 cost by the hour and zone.');
  });
});

test('without NAT, an internal load balancer stands in the private subnets as well', () => {
  const template = templateOf({ ...ISOLATED, publicLoadBalancer: false });
  expect(only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').Properties.Subnets)
    .toEqual([{ Ref: expect.stringMatching(/PrivateSubnet1/) }, { Ref: expect.stringMatching(/PrivateSubnet2/) }]);
});

test('without NAT, every image from elsewhere is refused before anything is made', () => {
  const stack = new Stack(new App(), 'Test');
  const dockerrun = file([PRIVATE_WEB, container('cache', { image: 'redis:7.2' })]);
  expect(() => new EcsEnvironment(stack, 'Environment', { nat: Nat.none(), dockerrun }))
    .toThrow('must be in a private repository of Amazon ECR when there is no NAT, got "redis:7.2".');
  expect(stack.node.findChild('Environment').node.children).toEqual([]);
});

describe('without NAT, a service that is added', () => {
  const jobs = (image = `${ECR}/jobs:1`) => file([container('jobs', { image })]);
  const given = (image: string) => ({ dockerrun: jobs(), images: { jobs: ContainerImage.fromRegistry(image) } });
  const isolated = (props: Props = {}) => environment({ ...ISOLATED, ...props });
  const worker: DockerrunWorker = { consumer: WorkerConsumer.polls() };

  test.each<[string, AddedServiceProps, string]>([
    ['the file', { dockerrun: jobs('docker.io/x/jobs:1') }, 'must be in a private repository of Amazon ECR when there is no NAT, got "docker.io/x/jobs:1".'],
    ['the props', given('docker.io/x/jobs:1'), 'images.jobs must be in a private repository of Amazon ECR when there is no NAT, got "docker.io/x/jobs:1".'],
    [
      'the dispatcher', {
        dockerrun: file([{ ...PRIVATE_WEB, name: 'jobs', portMappings: [{ hostPort: 8080, containerPort: 80 }] }]),
        worker: { consumer: WorkerConsumer.dispatcher(ContainerImage.fromRegistry('x/sqsd:1')) },
      }, 'the image of the dispatcher must be in a private repository of Amazon ECR when there is no NAT, got "x/sqsd:1".',
    ],
  ])('is refused when the image of %s is elsewhere, before anything is made', (_, props, message) => {
    const made = isolated();
    const before = made.node.findAll().length;
    expect(() => made.addService('Jobs', props)).toThrow(message);
    expect(made.node.findAll()).toHaveLength(before);
  });

  test('takes images of the props from Amazon ECR, and those that nobody knows yet', () => {
    const made = isolated();
    made.addService('Named', given(`${ECR}/jobs:2`));
    made.addService('Token', given(new CfnParameter(made, 'Image').valueAsString));
    Template.fromStack(Stack.of(made)).resourceCountIs('AWS::ECS::Service', 3);
  });

  test('gets the endpoints that it needs beside the others, and waits for them', () => {
    const made = isolated();
    const secrets = { jobs: { PASSWORD: Secret.fromSecretsManager(secretsmanager.Secret.fromSecretNameV2(made, 'Secret', 'shop')) } };
    const added = made.addService('Jobs', { dockerrun: jobs(), worker, secrets });
    const template = Template.fromStack(Stack.of(made));
    expect(endpoints(template)).toEqual([...ALL_ENDPOINTS, 'secretsmanager', 'sqs']);
    const all = resources(template, 'AWS::EC2::VPCEndpoint');
    const { ServiceName, Tags, ...sqs } = all.at(-1)!.Properties;
    expect(all.at(-3)!.Properties).toMatchObject(sqs);
    const [main, service] = resources(template, 'AWS::ECS::Service');
    expect(service.DependsOn).toEqual(expect.arrayContaining([all.at(-1)!.id, all.at(-2)!.id]));
    expect(main.DependsOn).not.toContain(all.at(-1)!.id);
    expect(only(template, 'AWS::AutoScaling::AutoScalingGroup').DependsOn).not.toContain(all.at(-1)!.id);
    expect(added.plan.decision('vpc endpoints')).toMatchObject({
      choice: 'secretsmanager, sqs', source: 'derived',
      reason: 'Without NAT, it has to read secrets and take messages through them, beside those of every instance; they cost by the hour and zone.',
    });
  });

  test('shares the endpoints of others', () => {
    const made = isolated({ worker });
    made.addService('Jobs', { dockerrun: jobs(), worker });
    made.addService('More', { dockerrun: jobs(), worker });
    expect(endpoints(Template.fromStack(Stack.of(made)))).toEqual([...ALL_ENDPOINTS, 'sqs']);
  });

  test.each<[string, Props]>([['with NAT', { nat: Nat.single() }], ['in a given VPC', { vpc: new Vpc(new Stack(new App(), 'Other'), 'Vpc') }]])('%s needs none', (_, props) => {
    const stack = props.vpc ? Stack.of(props.vpc) : new Stack(new App(), 'Test');
    const made = new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), ...props });
    const { plan } = made.addService('Jobs', { dockerrun: jobs('docker.io/x/jobs:1'), worker });
    expect(endpoints(Template.fromStack(stack))).toEqual([]);
    expect(() => plan.decision('vpc endpoints')).toThrow();
  });
});

describe('zones and range', () => {
  test('are as many and as wide as chosen', () => {
    const made = environment({ maxAzs: 3, cidr: '10.1.0.0/20', nat: Nat.perAz() }, { env: { region: 'us-east-1', account: '111122223333' } }, {
      context: { 'availability-zones:account=111122223333:region=us-east-1': ['us-east-1a', 'us-east-1b', 'us-east-1c', 'us-east-1d'] },
    });
    const template = Template.fromStack(Stack.of(made));
    expect(only(template, 'AWS::EC2::VPC').Properties.CidrBlock).toBe('10.1.0.0/20');
    expect(resources(template, 'AWS::EC2::Subnet').map(({ Properties: { AvailabilityZone, CidrBlock } }) => [AvailabilityZone, CidrBlock])).toEqual([
      ['us-east-1a', '10.1.0.0/24'], ['us-east-1b', '10.1.1.0/24'], ['us-east-1c', '10.1.2.0/24'],
      ['us-east-1a', '10.1.6.0/24'], ['us-east-1b', '10.1.7.0/24'], ['us-east-1c', '10.1.8.0/24'],
    ]);
    expect(count(template, 'AWS::EC2::NatGateway')).toBe(3);
    expect(JSON.parse(made.plan.toJson()).network).toEqual({
      vpc: 'new', maxAzs: 3, sparedAzs: 3, cidr: '10.1.0.0/20', nat: 'per-az', natGateways: 3, natInstanceType: '', endpoints: [], flowLogs: false, restrictDefaultSecurityGroup: false,
    });
  });

  test('are two at most in a stack of any region, unless it knows more', () => {
    const of = (stack: Stack) => new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), maxAzs: 3 });
    const anywhere = new Stack(new App(), 'Test');
    expect(() => of(anywhere)).toThrow('maxAzs must be at most 2 in a stack without an account and a region, got 3.\n  hint: Give env to the stack.');
    expect(anywhere.node.findChild('Environment').node.children).toEqual([]);
    class Knowing extends Stack {
      public get availabilityZones(): string[] {
        return ['a', 'b', 'c'];
      }
    }
    const made = of(new Knowing(new App(), 'Test'));
    expect(made.vpc.availabilityZones).toEqual(['a', 'b', 'c']);
  });

  test.each([['10.1.0.0/16', 20], ['10.1.0.0/23', 27], ['10.1.0.0/24', 27]])('of %s keep their place when there are more', (cidr, prefix) => {
    const env = { region: 'us-east-1', account: '111122223333' };
    const ranges = (maxAzs: number) => resources(templateOf({ cidr, maxAzs }, { env }), 'AWS::EC2::Subnet').map(({ Properties: { CidrBlock } }) => CidrBlock);
    expect(ranges(2).every((range) => range.endsWith(`/${prefix}`))).toBe(true);
    expect(ranges(3)).toEqual(expect.arrayContaining(ranges(2)));
  });

  test('of the smallest range that is allowed still make a network', () => {
    const template = templateOf({ cidr: '10.1.0.128/25' });
    expect(resources(template, 'AWS::EC2::Subnet').map(({ Properties }) => Properties.CidrBlock))
      .toEqual(['10.1.0.128/27', '10.1.0.160/27', '10.1.0.192/27', '10.1.0.224/27']);
  });

  test('one zone is enough without a load balancer', () => {
    const made = environment({ maxAzs: 1, nat: Nat.instances(), dockerrun: file([container('worker')]) });
    expect(count(Template.fromStack(Stack.of(made)), 'AWS::EC2::Subnet')).toBe(2);
    expect(decided(made, 'vpc')).toBe('default new | No VPC was given: 1 zone with a public and a private subnet; instances get no public address.');
  });
});

test('the default security group is closed on demand, by the only Lambda function', () => {
  const made = environment({ restrictDefaultSecurityGroup: true });
  const template = Template.fromStack(Stack.of(made));
  expect([count(template, 'AWS::Lambda::Function'), count(template, 'Custom::VpcRestrictDefaultSG')]).toEqual([1, 1]);
  expect(decided(made, 'default security group')).toBe('prop closed | You chose it; the CDK closes it with a Lambda function, the only one of the stack.');
});

describe('what shapes the network has to be known', () => {
  const TOKENS: Record<string, (stack: Stack) => Props> = {
    'maxAzs': (stack) => ({ maxAzs: new CfnParameter(stack, 'Zones', { type: 'Number' }).valueAsNumber }),
    'cidr': (stack) => ({ cidr: new CfnParameter(stack, 'Range').valueAsString }),
    'nat.instanceType': (stack) => ({ nat: Nat.instances(new InstanceType(new CfnParameter(stack, 'Type').valueAsString)) }),
  };

  test.each(Object.keys(TOKENS))('%s', (prop) => {
    const stack = new Stack(new App(), 'Test');
    expect(() => new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), ...TOKENS[prop](stack) }))
      .toThrow(`cannot be deployed: 1 error, 1 note\n\nerror DR4190 unknown-value  Dockerrun.aws.json:1:1\n  ${prop} must be known when the app is synthesized, got a token.\n  hint: Give the value itself.`);
  });
});

test('props of a new VPC are refused beside a given one, and the other way around', () => {
  expect(() => environment({ vpcSubnets: { subnetType: SubnetType.PUBLIC }, loadBalancerSubnets: { subnetType: SubnetType.PUBLIC } }))
    .toThrow('vpcSubnets must come with the vpc that it chooses in, got none.');
  const stack = new Stack(new App(), 'Test');
  const { vpc } = new EcsEnvironment(stack, 'One', { dockerrun: file([WEB]) });
  expect(() => new EcsEnvironment(stack, 'Two', { dockerrun: file([WEB]), vpc, nat: Nat.none() })).toThrow('nat must be left out with vpc, which stays as it is.');
});

import { App, CfnParameter, Duration, Size, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { InstanceType, KeyPair, MachineImage, SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { CapacityImage, DockerrunCluster, EcsEnvironment } from '../../lib';
import { file, Json, only, Props, templateOf, WEB } from './helpers';

const dataOf = (template: Template): Json => only(template, 'AWS::EC2::LaunchTemplate').Properties.LaunchTemplateData;
const launchTemplateData = (props: Props): Json => dataOf(templateOf(props));
const group = (props: Props): Json => only(templateOf(props), 'AWS::AutoScaling::AutoScalingGroup').Properties;

/** The template of an environment whose props need the stack that it is in. */
function templateIn(propsIn: (stack: Stack) => Props): Template {
  const stack = new Stack(new App(), 'Test');
  new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), ...propsIn(stack) });
  return Template.fromStack(stack);
}

/** The user data, with the name of the cluster and what every instance runs at boot left out. */
function userDataOf(data: Json): string {
  const [, parts] = data.UserData['Fn::Base64']['Fn::Join'];
  return parts.map((part: Json) => (typeof part === 'string' ? part : '<cluster>')).join('').replace(/^\($[^]*^\) \|\| exit 1$/m, '(boot)');
}

describe('the launch template has', () => {
  test('the root volume of the chosen size, encrypted like the default one', () => {
    expect(launchTemplateData({ rootVolumeSize: Size.gibibytes(100) }).BlockDeviceMappings)
      .toEqual([{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true, VolumeSize: 100, VolumeType: 'gp3' } }]);
    expect(launchTemplateData({ rootVolumeSize: Size.tebibytes(1) }).BlockDeviceMappings[0].Ebs.VolumeSize).toBe(1024);
  });

  test('the commands of the user among those of the boot, before the cluster is known', () => {
    const data = launchTemplateData({ userDataCommands: ['yum install -y htop', 'echo "$HOME"'] });
    expect(JSON.stringify(data.UserData)).toContain(JSON.stringify([
      '', 'cat > "$root/var/lib/cdk-dockerrun/commands" << \'CDK_DOCKERRUN_END\'', 'yum install -y htop', 'echo "$HOME"', 'true', 'CDK_DOCKERRUN_END', '',
    ].join('\n')).slice(1, -1));
    expect(userDataOf(data)).toBe([
      '#!/bin/bash',
      'echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config',
      'echo ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE=true >> /etc/ecs/ecs.config',
      '(boot)',
      'echo ECS_CLUSTER=<cluster> >> /etc/ecs/ecs.config',
    ].join('\n'));
  });

  test('the key pair, and no rule that opens port 22', () => {
    const template = templateIn((stack) => ({ keyPair: KeyPair.fromKeyPairName(stack, 'Key', 'ops') }));
    expect(dataOf(template).KeyName).toBe('ops');
    expect(JSON.stringify(template.toJSON())).not.toMatch(/Port":22\b/);
  });

  test('the hop limit, with version 2 still demanded', () => {
    expect(launchTemplateData({ imdsHopLimit: 2 }).MetadataOptions).toEqual({ HttpTokens: 'required', HttpPutResponseHopLimit: 2 });
  });

  test.each([true, false])('detailed monitoring: %s', (detailedMonitoring) => {
    expect(launchTemplateData({ detailedMonitoring }).Monitoring).toEqual({ Enabled: detailedMonitoring });
  });

  test('the security groups of the user, to which nothing is added', () => {
    const template = templateIn((stack) => ({
      instanceSecurityGroups: [new SecurityGroup(stack, 'Mine', { vpc: new Vpc(stack, 'Vpc') }), SecurityGroup.fromSecurityGroupId(stack, 'Other', 'sg-12345678')],
    }));
    const [own, mine, other] = dataOf(template).SecurityGroupIds;
    expect(own['Fn::GetAtt'][0]).toMatch(/^EnvironmentClusterCapacitySecurityGroup/);
    expect(mine['Fn::GetAtt'][0]).toMatch(/^Mine/);
    expect(other).toBe('sg-12345678');
    const rules = [...Object.values(template.findResources('AWS::EC2::SecurityGroupIngress')), ...Object.values(template.findResources('AWS::EC2::SecurityGroupEgress'))];
    expect(rules.length).toBeGreaterThan(0);
    expect(JSON.stringify(rules)).not.toMatch(/Mine|sg-12345678/);
  });
});

describe('the image is', () => {
  test.each<[string, Props, string]>([
    ['ECS-optimized', { machineImage: CapacityImage.ecsOptimized() }, '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id'],
    ['the one for GPUs', { machineImage: CapacityImage.ecsOptimizedGpu() }, '/aws/service/ecs/optimized-ami/amazon-linux-2023/gpu/recommended/image_id'],
    ['Bottlerocket', { machineImage: CapacityImage.bottlerocket() }, '/aws/service/bottlerocket/aws-ecs-2/x86_64/latest/image_id'],
    [
      'Bottlerocket for Graviton', { machineImage: CapacityImage.bottlerocket(), instanceType: new InstanceType('m7g.large') },
      '/aws/service/bottlerocket/aws-ecs-2/arm64/latest/image_id',
    ],
  ])('%s', (_, props, parameter) => {
    expect(launchTemplateData(props).ImageId).toBe(`resolve:ssm:${parameter}`);
  });

  test('what the user pins', () => {
    const image = MachineImage.genericLinux({ 'eu-west-1': 'ami-0123456789abcdef0' });
    const template = templateOf({ machineImage: CapacityImage.of(image) }, { env: { account: '111122223333', region: 'eu-west-1' } });
    expect(dataOf(template).ImageId).toBe('ami-0123456789abcdef0');
  });

  test('the default, and the template the same, when it is named', () => {
    expect(templateOf({ machineImage: CapacityImage.ecsOptimized() }).toJSON()).toEqual(templateOf().toJSON());
  });
});

describe('on Bottlerocket', () => {
  const template = templateOf({ machineImage: CapacityImage.bottlerocket() });

  test('the agent is configured in the table of the cluster, and nobody gets in by SSH', () => {
    expect(userDataOf(dataOf(template))).toBe([
      '[settings.host-containers.admin]',
      'enabled = false',
      '[settings.ecs]',
      'cluster = "<cluster>"',
      'awsvpc-block-imds = true',
    ].join('\n'));
  });

  test('images and what containers write are on the second volume, which is encrypted', () => {
    expect(dataOf(template).BlockDeviceMappings).toEqual([{ DeviceName: '/dev/xvdb', Ebs: { Encrypted: true, VolumeSize: 30, VolumeType: 'gp3' } }]);
  });

  test('Spot instances are drained', () => {
    const data = launchTemplateData({ machineImage: CapacityImage.bottlerocket(), onDemandPercentageAboveBaseCapacity: 0 });
    expect(userDataOf(data).split('\n').slice(-2)).toEqual(['awsvpc-block-imds = true', 'enable-spot-instance-draining = true']);
  });
});

describe('the group has', () => {
  test('a maximum lifetime and a warmup', () => {
    const properties = group({ maxInstanceLifetime: Duration.days(7), defaultInstanceWarmup: Duration.minutes(2) });
    expect([properties.MaxInstanceLifetime, properties.DefaultInstanceWarmup]).toEqual([604800, 120]);
  });

  test('several types, tried in their order', () => {
    const alternativeInstanceTypes = [new InstanceType('t3a.medium'), new InstanceType('m5.large')];
    const { MixedInstancesPolicy, LaunchTemplate, CapacityRebalance } = group({ alternativeInstanceTypes });
    expect([LaunchTemplate, CapacityRebalance]).toEqual([undefined, undefined]);
    expect(MixedInstancesPolicy.LaunchTemplate.Overrides).toEqual([{ InstanceType: 't3.medium' }, { InstanceType: 't3a.medium' }, { InstanceType: 'm5.large' }]);
    expect(MixedInstancesPolicy.InstancesDistribution).toEqual({
      OnDemandAllocationStrategy: 'prioritized', OnDemandBaseCapacity: 0, OnDemandPercentageAboveBaseCapacity: 100,
    });
  });

  test('Spot instances, replaced before they are taken back and drained by their agent', () => {
    const template = templateOf({ onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: 25 });
    const { MixedInstancesPolicy, CapacityRebalance } = only(template, 'AWS::AutoScaling::AutoScalingGroup').Properties;
    expect(CapacityRebalance).toBe(true);
    expect(MixedInstancesPolicy.InstancesDistribution).toEqual({
      OnDemandAllocationStrategy: 'prioritized',
      OnDemandBaseCapacity: 1,
      OnDemandPercentageAboveBaseCapacity: 25,
      SpotAllocationStrategy: 'price-capacity-optimized',
    });
    expect(userDataOf(dataOf(template))).toContain('\necho ECS_ENABLE_SPOT_INSTANCE_DRAINING=true >> /etc/ecs/ecs.config\n');
  });

  test('the launch template of its types, in the version of the deployment', () => {
    const template = templateOf({ onDemandPercentageAboveBaseCapacity: 0 });
    const { id } = only(template, 'AWS::EC2::LaunchTemplate');
    const { LaunchTemplateSpecification } = only(template, 'AWS::AutoScaling::AutoScalingGroup').Properties.MixedInstancesPolicy.LaunchTemplate;
    expect(LaunchTemplateSpecification).toEqual({ LaunchTemplateId: { Ref: id }, Version: { 'Fn::GetAtt': [id, 'LatestVersionNumber'] } });
  });
});

test('tokens reach the template and skip their checks', () => {
  const template = templateIn((stack) => {
    const figure = (id: string) => new CfnParameter(stack, id, { type: 'Number' }).valueAsNumber;
    return {
      rootVolumeSize: Size.gibibytes(figure('Volume')),
      imdsHopLimit: figure('Hops'),
      onDemandBaseCapacity: figure('Base'),
      onDemandPercentageAboveBaseCapacity: figure('Percentage'),
      maxInstanceLifetime: Duration.seconds(figure('Lifetime')),
      defaultInstanceWarmup: Duration.seconds(figure('Warmup')),
      instanceType: new InstanceType(new CfnParameter(stack, 'Type').valueAsString),
      alternativeInstanceTypes: [new InstanceType('t3a.medium')],
    };
  });
  const data = dataOf(template);
  const { MaxInstanceLifetime, DefaultInstanceWarmup, MixedInstancesPolicy } = only(template, 'AWS::AutoScaling::AutoScalingGroup').Properties;
  expect([data.BlockDeviceMappings[0].Ebs.VolumeSize, data.MetadataOptions.HttpPutResponseHopLimit]).toEqual([{ Ref: 'Volume' }, { Ref: 'Hops' }]);
  expect([MaxInstanceLifetime, DefaultInstanceWarmup]).toEqual([{ Ref: 'Lifetime' }, { Ref: 'Warmup' }]);
  expect(MixedInstancesPolicy.InstancesDistribution).toMatchObject({ OnDemandBaseCapacity: { Ref: 'Base' }, OnDemandPercentageAboveBaseCapacity: { Ref: 'Percentage' } });
  expect(MixedInstancesPolicy.LaunchTemplate.Overrides).toEqual([{ InstanceType: { Ref: 'Type' } }, { InstanceType: 't3a.medium' }]);
});

describe('is refused before anything is made:', () => {
  test.each<[string, (stack: Stack) => Props, string]>([
    ['a small volume', () => ({ rootVolumeSize: Size.gibibytes(8) }), 'rootVolumeSize must be a whole number of GiB between 30 and 65536, got 8.'],
    ['a short life', () => ({ maxInstanceLifetime: Duration.hours(1) }), 'maxInstanceLifetime must be a whole number of seconds between 86400 and 31536000, got 3600.'],
    ['another architecture', () => ({ alternativeInstanceTypes: [new InstanceType('t4g.medium')] }), 'got t4g.medium, which is arm64.'],
    ['a type on which the task has no room', () => ({ alternativeInstanceTypes: [new InstanceType('t3.nano')], dockerrun: file([{ ...WEB, memory: 600 }]) }), 'the 512 MiB of t3.nano, got 600 MiB'],
    [
      'a shell script for Bottlerocket', () => ({ machineImage: CapacityImage.bottlerocket(), userDataCommands: ['true'] }),
      'userDataCommands must be left out with Bottlerocket, which has no shell.',
    ],
    [
      'a token among the types', (stack) => ({ alternativeInstanceTypes: [new InstanceType(new CfnParameter(stack, 'Type').valueAsString)] }),
      'alternativeInstanceTypes[0] must be known when the app is synthesized, got a token.',
    ],
  ])('%s', (_, propsIn, message) => {
    const stack = new Stack(new App(), 'Test');
    expect(() => new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), ...propsIn(stack) })).toThrow(message);
    expect(stack.node.findChild('Environment').node.children).toEqual([]);
  });
});

test('a cluster by itself takes the same props', () => {
  const stack = new Stack(new App(), 'Test');
  new DockerrunCluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc'), rootVolumeSize: Size.gibibytes(50), onDemandPercentageAboveBaseCapacity: 50 });
  const template = Template.fromStack(stack);
  expect(dataOf(template).BlockDeviceMappings[0].Ebs.VolumeSize).toBe(50);
  expect(only(template, 'AWS::AutoScaling::AutoScalingGroup').Properties.MixedInstancesPolicy.InstancesDistribution.OnDemandPercentageAboveBaseCapacity).toBe(50);
  expect(() => new DockerrunCluster(stack, 'Small', { vpc: new Vpc(stack, 'Other'), imdsHopLimit: 65 })).toThrow('imdsHopLimit must be a whole number between 1 and 64, got 65.');
});

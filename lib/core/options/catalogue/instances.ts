import { CatalogueNamespace, choice, decimal, flag, Form, list, text, whole } from './option';

const ARCHITECTURES = ['arm64', 'x86_64', 'i386'];
const SSH_SOURCE: Form = {
  pattern: /^\s*\w+\s*,\s*\d+\s*,\s*\d+\s*,\s*\S+\s*$/,
  words: 'a protocol, two ports and a source, such as "tcp, 22, 22, 10.0.0.0/16"',
};
const DEVICES: Form = {
  pattern: /^\s*\/dev\/\w+=[^,=]*(,\s*\/dev\/\w+=[^,=]*)*\s*$/, words: 'devices such as "/dev/sdj=:100:true:gp3"',
};
const PRICE: Form = { pattern: /^(null|\d+(\.\d+)?)$/, words: 'a price in US dollars, or "null"' };

/** Only of use in a VPC with a load balancer. */
const WEB = { tier: 'web' } as const;

export const INSTANCES: readonly CatalogueNamespace[] = [
  {
    name: 'aws:autoscaling:launchconfiguration',
    about: 'the instances',
    options: [
      flag('DisableDefaultEC2SecurityGroup', 'false'),
      flag('DisableIMDSv1', 'true', { defaultNote: 'false on platforms before Amazon Linux 2023' }),
      text('EC2KeyName'),
      text('IamInstanceProfile'),
      text('ImageId'),
      text('InstanceType', {
        retired: 'InstanceTypes of aws:ec2:instances', defaultNote: 'depends on account and Region',
      }),
      flag('LaunchTemplateTagPropagationEnabled', 'false'),
      choice('MonitoringInterval', ['1 minute', '5 minute'], '5 minute'),
      list('SecurityGroups', { default: 'elasticbeanstalk-default' }),
      text('SSHSourceRestriction', { form: SSH_SOURCE }),
      text('BlockDeviceMappings', { form: DEVICES }),
      choice('RootVolumeType', ['standard', 'gp2', 'gp3', 'io1'], undefined, {
        defaultNote: 'depends on the platform',
      }),
      whole('RootVolumeSize', 8, 16384, undefined, { defaultNote: 'depends on the platform' }),
      whole('RootVolumeIOPS', 100, 20000),
      whole('RootVolumeThroughput', 125, 1000),
    ],
  },
  {
    name: 'aws:ec2:instances',
    about: 'instance types and Spot Instances',
    options: [
      flag('EnableSpot', 'false'),
      list('InstanceTypes', { max: 40, defaultNote: 'two types that depend on account and Region' }),
      choice(
        'SpotAllocationStrategy',
        ['capacity-optimized', 'price-capacity-optimized', 'capacity-optimized-prioritized', 'lowest-price'],
        'capacity-optimized',
      ),
      whole('SpotFleetOnDemandBase', 0, 10000, '0'),
      whole('SpotFleetOnDemandAboveBasePercentage', 0, 100, '70', { defaultNote: '0 without a load balancer' }),
      { ...decimal('SpotMaxPrice', 0.001, 20, 'null'), form: PRICE },
      list('SupportedArchitectures', { values: ARCHITECTURES }),
    ],
  },
  {
    name: 'aws:ec2:vpc',
    about: 'the network',
    options: [
      text('VPCId'),
      list('Subnets'),
      list('ELBSubnets', WEB),
      choice('ELBScheme', ['public', 'internal'], 'public', WEB),
      list('DBSubnets'),
      flag('AssociatePublicIpAddress'),
    ],
  },
];

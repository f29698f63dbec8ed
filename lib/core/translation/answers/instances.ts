import { Answers, becomes, instead, unneeded } from '../answer';

const GP3 = instead(
  'The root volume has the 3000 operations and 125 MiB per second of gp3; keep data that needs more on a volume of '
    + 'its own.',
);

const OTHER_SPOT = instead(
  'Remove it: Spot Instances are of the types that are cheap and unlikely to be taken back, in no order.',
);

export const INSTANCES: Answers = {
  'aws:autoscaling:launchconfiguration': {
    values: {
      DisableIMDSv1: {
        false: instead('Let the application ask IMDSv2, as every current SDK does; the instances answer nothing else.'),
      },
    },
    options: {
      DisableDefaultEC2SecurityGroup: unneeded(
        'the instances have a security group that lets in the load balancer and nobody else.',
      ),
      DisableIMDSv1: unneeded('the instances only answer IMDSv2.'),
      EC2KeyName: becomes('keyPair'),
      IamInstanceProfile: instead(
        'Grant what the application needs to taskRole; the role of the instances has what ECS needs.',
      ),
      ImageId: instead('Pass it as machineImage.'),
      InstanceType: becomes('instanceType'),
      LaunchTemplateTagPropagationEnabled: unneeded('tags of the stack reach the instances.'),
      MonitoringInterval: becomes('detailedMonitoring'),
      SecurityGroups: becomes('instanceSecurityGroups'),
      SSHSourceRestriction: unneeded('no port is open for SSH; Session Manager gives a shell.'),
      BlockDeviceMappings: instead(
        'Use rootVolumeSize for what containers write, or a file system of EFS for what has to last.',
      ),
      RootVolumeType: unneeded('the root volume is encrypted gp3.'),
      RootVolumeIOPS: GP3,
      RootVolumeThroughput: GP3,
    },
  },
  'aws:ec2:instances': {
    values: {
      SpotAllocationStrategy: {
        'lowest-price': OTHER_SPOT, 'capacity-optimized-prioritized': OTHER_SPOT,
      },
      SpotMaxPrice: { null: unneeded('a Spot Instance never costs more than the price on demand.') },
    },
    options: {
      EnableSpot: becomes('onDemandPercentageAboveBaseCapacity'),
      InstanceTypes: becomes('instanceType, alternativeInstanceTypes'),
      SpotAllocationStrategy: unneeded('Spot instances are of the types that are the least likely to be taken back.'),
      SpotMaxPrice: instead(
        'Remove it: a Spot Instance costs at most the price on demand, and nothing sets a lower price.',
      ),
      SupportedArchitectures: unneeded('the image follows from the architecture of instanceType.'),
    },
  },
  'aws:ec2:vpc': {
    options: {
      VPCId: becomes('vpc'),
      Subnets: becomes('vpcSubnets'),
      ELBSubnets: becomes('loadBalancerSubnets'),
      ELBScheme: becomes('publicLoadBalancer'),
      DBSubnets: instead('Pass the subnets to the database, which is a construct of its own.'),
      AssociatePublicIpAddress: unneeded(
        'each subnet says whether instances get a public address; in private ones they leave by a NAT gateway.',
      ),
    },
  },
};

import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import { Json, only, Props, templateOf } from './helpers';

function launchTemplateData(props: Props = {}): Json {
  return only(templateOf(props), 'AWS::EC2::LaunchTemplate').Properties.LaunchTemplateData;
}

describe('the launch template', () => {
  const data = launchTemplateData();

  test('demands version 2 of the metadata service and keeps it from containers', () => {
    expect(data.MetadataOptions).toEqual({ HttpTokens: 'required', HttpPutResponseHopLimit: 1 });
  });

  test('encrypts the root volume, which is as large as that of the image', () => {
    expect(data.BlockDeviceMappings).toEqual([{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true, VolumeSize: 30, VolumeType: 'gp3' } }]);
  });

  test('has no key pair and no public address', () => {
    expect(Object.keys(data).sort()).toEqual([
      'BlockDeviceMappings', 'IamInstanceProfile', 'ImageId', 'InstanceType', 'MetadataOptions', 'SecurityGroupIds', 'TagSpecifications', 'UserData',
    ]);
  });

  test('configures the agent without waiting for it', () => {
    const lines: string[] = data.UserData['Fn::Base64']['Fn::Join'][1].map((part: Json) => part.Ref ?? part).join('').split('\n');
    expect([...lines.slice(0, 4), ...lines.slice(-2)]).toEqual([
      '#!/bin/bash',
      'echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config',
      'echo ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE=true >> /etc/ecs/ecs.config',
      '(',
      ') || exit 1',
      expect.stringMatching(/^echo ECS_CLUSTER=EnvironmentCluster\w+ >> \/etc\/ecs\/ecs.config$/),
    ]);
  });
});

describe('the image is looked up when an instance starts, for the architecture of', () => {
  const X86 = 'resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id';
  const ARM = 'resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id';

  test.each([
    ['t3.medium', X86], ['m7i-flex.large', X86], ['c6in.xlarge', X86], ['g5.xlarge', X86], ['u-3tb1.56xlarge', X86], ['mac1.metal', X86],
    ['t4g.small', ARM], ['m7g.large', ARM], ['c7gn.xlarge', ARM], ['r8gd.2xlarge', ARM], ['im4gn.large', ARM], ['g5g.xlarge', ARM], ['a1.large', ARM],
  ])('%s', (type, image) => {
    const data = launchTemplateData({ instanceType: new InstanceType(type) });
    expect(data.InstanceType).toBe(type);
    expect(data.ImageId).toBe(image);
  });
});

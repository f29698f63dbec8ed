import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { CapacityPlan } from '../../../core/plan/ecs/plan';
import { resolveSetting } from '../../../shared/settings/tokens';
import { EcsCapacityProps } from '../../capacity-props';

export interface LaunchTemplateProps extends EcsCapacityProps {
  readonly plan: CapacityPlan;
  readonly vpc: ec2.IVpc;
  readonly role: iam.IRole;
  readonly bootCommands: readonly string[];
}

/** The volume for images and for what containers write. Bottlerocket has its system on another one. */
const DATA_DEVICES = { 'ecs-optimized': '/dev/xvda', 'own': '/dev/xvda', 'bottlerocket': '/dev/xvdb' } as const;

/** How instances start. Their agent learns the name of the cluster when the group is registered with it. */
export function createLaunchTemplate(
  scope: Construct, { plan, vpc, role, keyPair, ...props }: LaunchTemplateProps,
): ec2.LaunchTemplate {
  const { instanceType, launch } = plan;
  const { image, imdsHopLimit, detailedMonitoring } = launch;
  const rootVolumeSize = resolveSetting(launch.rootVolumeSize, { rootVolumeSize: props.rootVolumeSize?.toGibibytes() });
  const template = new ec2.LaunchTemplate(scope, 'LaunchTemplate', {
    machineImage:
      image.kind === 'own'
        ? props.machineImage!._image()
        : ec2.MachineImage.resolveSsmParameterAtLaunch(image.parameter),
    instanceType: new ec2.InstanceType(resolveSetting(instanceType, { instanceType: props.instanceType?.toString() })),
    role,
    securityGroup: new ec2.SecurityGroup(scope, 'SecurityGroup', { vpc, description: 'Container instances' }),
    userData:
      image.kind === 'bottlerocket'
        ? ec2.UserData.custom('[settings.host-containers.admin]\nenabled = false')
        : createUserData(plan, props.bootCommands),
    keyPair,
    requireImdsv2: true,
    httpPutResponseHopLimit: resolveSetting(imdsHopLimit, { imdsHopLimit: props.imdsHopLimit }),
    detailedMonitoring: detailedMonitoring === null ? undefined : detailedMonitoring,
    blockDevices: [
      {
        deviceName: DATA_DEVICES[image.kind],
        volume: ec2.BlockDeviceVolume.ebs(rootVolumeSize, { encrypted: true, volumeType: ec2.EbsDeviceVolumeType.GP3 }),
      },
    ],
  });
  addSecurityGroups(template, props);
  return template;
}

/** What the agent of Bottlerocket is told. It stands behind the name of the cluster, in the same table. */
export function addBottlerocketSettings({ userData }: ec2.LaunchTemplate, { launch }: CapacityPlan): void {
  userData!.addCommands('awsvpc-block-imds = true');
  if (launch.mixed?.spot) userData!.addCommands('enable-spot-instance-draining = true');
}

function createUserData({ launch }: CapacityPlan, bootCommands: readonly string[]): ec2.UserData {
  const userData = ec2.UserData.forLinux();
  const agent = [
    'ECS_AWSVPC_BLOCK_IMDS', 'ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE',
    ...(launch.mixed?.spot ? ['ECS_ENABLE_SPOT_INSTANCE_DRAINING'] : []),
  ];
  userData.addCommands(...agent.map((variable) => `echo ${variable}=true >> /etc/ecs/ecs.config`), ...bootCommands);
  return userData;
}

/** Past the connections of the template, which would add the rules of others to the groups of the user. */
function addSecurityGroups(template: ec2.LaunchTemplate, { instanceSecurityGroups = [] }: EcsCapacityProps): void {
  const resource = template.node.defaultChild as ec2.CfnLaunchTemplate;
  for (const [index, group] of instanceSecurityGroups.entries()) {
    resource.addPropertyOverride(`LaunchTemplateData.SecurityGroupIds.${index + 1}`, group.securityGroupId);
  }
}

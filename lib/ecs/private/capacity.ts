import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { CapacityPlan, EcrRepository } from '../../core/plan/plan';
import { createInstanceRole } from './instance-role';
import { Network } from './network';
import { resolveSetting } from './tokens';

/** How long an instance gets to boot and to start its task before the next one is replaced. */
const PAUSE = Duration.minutes(5);

export interface CapacityProps {
  readonly plan: CapacityPlan;
  readonly network: Network;
  readonly cluster: ecs.Cluster;
  readonly pulls: readonly EcrRepository[];
  /** The props that the plan may refer to, because they are tokens. */
  readonly instanceType?: ec2.InstanceType;
  readonly minCapacity?: number;
  readonly maxCapacity?: number;
}

/** The instances of a cluster: role, launch template, Auto Scaling group and capacity provider. */
export class Capacity extends Construct {
  public readonly autoScalingGroup: autoscaling.AutoScalingGroup;
  public readonly launchTemplate: ec2.LaunchTemplate;
  public readonly instanceRole: iam.Role;
  public readonly capacityProvider: ecs.AsgCapacityProvider;

  constructor(scope: Construct, id: string, props: CapacityProps) {
    super(scope, id);
    this.instanceRole = createInstanceRole(this, props.pulls);
    this.launchTemplate = this.createLaunchTemplate(props);
    this.autoScalingGroup = this.createGroup(props);
    this.capacityProvider = this.register(props.cluster);
  }

  private createLaunchTemplate({ plan, network: { vpc }, instanceType }: CapacityProps): ec2.LaunchTemplate {
    const type = resolveSetting(plan.instanceType, { instanceType: instanceType?.toString() });
    const userData = ec2.UserData.forLinux();
    userData.addCommands(
      'echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config',
      'echo ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE=true >> /etc/ecs/ecs.config',
    );
    return new ec2.LaunchTemplate(this, 'LaunchTemplate', {
      machineImage: ec2.MachineImage.resolveSsmParameterAtLaunch(imageParameter(plan.architecture)),
      instanceType: new ec2.InstanceType(type),
      role: this.instanceRole,
      securityGroup: new ec2.SecurityGroup(this, 'SecurityGroup', { vpc, description: 'Container instances' }),
      userData,
      requireImdsv2: true,
      httpPutResponseHopLimit: 1,
      blockDevices: [{
        deviceName: '/dev/xvda',
        volume: ec2.BlockDeviceVolume.ebs(plan.rootVolumeGiB, { encrypted: true, volumeType: ec2.EbsDeviceVolumeType.GP3 }),
      }],
    });
  }

  private createGroup({ plan, network: { vpc, subnets, waysOut }, minCapacity, maxCapacity }: CapacityProps): autoscaling.AutoScalingGroup {
    const group = new autoscaling.AutoScalingGroup(this, 'AutoScalingGroup', {
      vpc,
      vpcSubnets: subnets,
      launchTemplate: this.launchTemplate,
      minCapacity: resolveSetting(plan.minCapacity, { minCapacity }),
      maxCapacity: resolveSetting(plan.maxCapacity, { maxCapacity }),
      newInstancesProtectedFromScaleIn: false,
      updatePolicy: autoscaling.UpdatePolicy.rollingUpdate({
        minInstancesInService: plan.minInstancesInService,
        maxBatchSize: 1,
        pauseTime: PAUSE,
        waitOnResourceSignals: false,
      }),
    });
    // An instance that boots without its permissions or its way out never registers.
    group.node.addDependency(this.instanceRole, ...waysOut);
    return group;
  }

  /** Instances that leave are drained first; how many there are is not for Amazon ECS to decide, as it does not count daemons. */
  private register(cluster: ecs.Cluster): ecs.AsgCapacityProvider {
    const provider = new ecs.AsgCapacityProvider(this, 'CapacityProvider', {
      autoScalingGroup: this.autoScalingGroup,
      enableManagedScaling: false,
      enableManagedTerminationProtection: false,
      enableManagedDraining: true,
    });
    cluster.addAsgCapacityProvider(provider);
    cluster.connections.addSecurityGroup(...this.autoScalingGroup.connections.securityGroups);
    this.instanceRole.addToPolicy(new iam.PolicyStatement({
      actions: ['ecs:UpdateContainerInstancesState'],
      resources: ['*'],
      conditions: { ArnEquals: { 'ecs:cluster': cluster.clusterArn } },
    }));
    return provider;
  }
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html */
function imageParameter(architecture: CapacityPlan['architecture']): string {
  const variant = architecture === 'arm64' ? 'amazon-linux-2023/arm64' : 'amazon-linux-2023';
  return `/aws/service/ecs/optimized-ami/${variant}/recommended/image_id`;
}

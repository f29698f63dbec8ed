import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Aws, CfnElement, Duration, Lazy, Names, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { CapacityPlan } from '../../../core/plan/ecs/plan';
import { EcrRepository } from '../../../core/spec/grants';
import { createInstanceRole, InstanceRole, register } from '../../../shared/instance-role';
import { Network } from '../../../shared/network/network';
import { registryAuthStatement } from '../../../shared/registry-auth';
import { resolveSetting } from '../../../shared/settings/tokens';
import { uploadBundle } from '../../../shared/source-bundle';
import { SourceBundle } from '../../../source-bundle';
import { EcsCapacityProps } from '../../capacity-props';
import { bootCommands } from './boot';
import { signalStatements } from './boot-permissions';
import { addBottlerocketSettings, createLaunchTemplate } from './launch-template';
import { lifetimes, mixedInstances } from './mixed-instances';

/** How long an instance that cannot signal gets to boot and to start its task before the next one is replaced. */
const PAUSE = Duration.minutes(5);

/** How long an instance gets to signal that it serves. */
const SIGNAL_TIMEOUT = Duration.minutes(15);

/** What the name of a capacity provider must not begin with. */
const RESERVED_PREFIX = /^(aws|ecs|fargate)/i;

/** Of the 255 characters that it may have, without the prefix that is given to it. */
const NAME_LENGTH = 252;

/** The props stand behind whatever in the plan is a token or no plain value. */
export interface CapacityProps extends EcsCapacityProps {
  readonly plan: CapacityPlan;
  readonly network: Network;
  readonly cluster: ecs.Cluster;
  readonly pulls: readonly EcrRepository[];
  readonly bundle: SourceBundle | undefined;
}

/** The instances of a cluster: role, launch template, Auto Scaling group and capacity provider. */
export class Capacity extends Construct {
  public readonly autoScalingGroup: autoscaling.AutoScalingGroup;
  public readonly launchTemplate: ec2.LaunchTemplate;
  public readonly instanceRole: InstanceRole;
  public readonly capacityProvider: ecs.AsgCapacityProvider;

  constructor(scope: Construct, id: string, props: CapacityProps) {
    super(scope, id);
    this.instanceRole = createInstanceRole(this, props.plan.launch.instancePolicy, props.pulls, props.cluster);
    const commands = props.plan.boot.signals ? this.prepareBoot(props) : [];
    this.launchTemplate = createLaunchTemplate(this, {
      ...props, vpc: props.network.vpc, role: this.instanceRole, bootCommands: commands,
    });
    this.autoScalingGroup = this.createGroup(props);
    this.capacityProvider = this.register(props);
  }

  private prepareBoot({ plan: { boot }, cluster, bundle, userDataCommands: commands }: CapacityProps): string[] {
    const stack = Stack.of(this);
    const logicalId = Lazy.string({
      produce: () => stack.getLogicalId(this.autoScalingGroup.node.defaultChild as CfnElement),
    });
    const target = { region: stack.region, stackName: Aws.STACK_NAME, logicalId, clusterName: cluster.clusterName };
    if (boot.registryAuth) this.instanceRole.addToPolicy(registryAuthStatement(stack, boot.registryAuth));
    return bootCommands(boot, target, { bundle: bundle && uploadBundle(this, bundle, this.instanceRole), commands });
  }

  private createGroup({
    plan, network: { vpc, subnets, waysOut }, ...props
  }: CapacityProps): autoscaling.AutoScalingGroup {
    const { minCapacity, maxCapacity } = props;
    const { launchTemplate } = this;
    const { mixed } = plan.launch;
    const group = new autoscaling.AutoScalingGroup(this, 'AutoScalingGroup', {
      vpc,
      vpcSubnets: subnets,
      ...(mixed ? mixedInstances(launchTemplate, mixed, props) : { launchTemplate }),
      minCapacity: resolveSetting(plan.minCapacity, { minCapacity }),
      maxCapacity: resolveSetting(plan.maxCapacity, { maxCapacity }),
      ...lifetimes(plan.launch, props),
      newInstancesProtectedFromScaleIn: false,
      signals: plan.boot.awaitedOnCreation
        ? autoscaling.Signals.waitForMinCapacity({ timeout: SIGNAL_TIMEOUT })
        : undefined,
      updatePolicy: autoscaling.UpdatePolicy.rollingUpdate({
        minInstancesInService: plan.minInstancesInService,
        maxBatchSize: 1,
        pauseTime: plan.boot.signals ? SIGNAL_TIMEOUT : PAUSE,
        waitOnResourceSignals: plan.boot.signals,
      }),
    });
    // An instance that boots without its permissions or its way out never registers.
    group.node.addDependency(this.instanceRole, ...waysOut);
    return group;
  }

  /**
   * Instances that leave are drained first; how many there are is not for Amazon ECS to decide, as it does not count
   * daemons.
   */
  private register({ cluster, plan }: CapacityProps): ecs.AsgCapacityProvider {
    const isBottlerocket = plan.launch.image.kind === 'bottlerocket';
    const provider = new ecs.AsgCapacityProvider(this, 'CapacityProvider', {
      autoScalingGroup: this.autoScalingGroup,
      capacityProviderName: providerName(this),
      enableManagedScaling: plan.managedScaling,
      enableManagedTerminationProtection: false,
      enableManagedDraining: true,
      machineImageType: isBottlerocket ? ecs.MachineImageType.BOTTLEROCKET : ecs.MachineImageType.AMAZON_LINUX_2,
    });
    if (!plan.managedScaling) switchOffScaling(provider);
    register(cluster, provider, plan.launch.instancePolicy, this.instanceRole);
    if (isBottlerocket) addBottlerocketSettings(this.launchTemplate, plan);
    cluster.connections.addSecurityGroup(...this.autoScalingGroup.connections.securityGroups);
    this.instanceRole.addToPolicy(
      new iam.PolicyStatement({
        actions: ['ecs:UpdateContainerInstancesState'],
        resources: ['*'],
        conditions: { ArnEquals: { 'ecs:cluster': cluster.clusterArn } },
      }),
    );
    for (const statement of plan.boot.signals ? signalStatements(cluster) : []) {
      this.instanceRole.addToPolicy(statement);
    }
    return provider;
  }
}

/**
 * Amazon ECS refuses names that begin with `aws`, `ecs` or `fargate`, and CloudFormation begins them with the name of
 * the outermost stack. The CDK names the provider itself where that is in lowercase letters and the stack is not
 * nested.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html
 */
function providerName(scope: Construct): string | undefined {
  const stack = Stack.of(scope);
  let outermost = stack;
  while (outermost.nestedStackParent) outermost = outermost.nestedStackParent;
  const { stackName } = outermost;
  if (!RESERVED_PREFIX.test(stackName)) return undefined;
  const isNamedByCdk = outermost === stack && stackName.startsWith(stackName.match(RESERVED_PREFIX)![0].toLowerCase());
  return isNamedByCdk
    ? undefined
    : `cp-${Names.uniqueResourceName(scope, { maxLength: NAME_LENGTH, allowedSpecialCharacters: '-_' })}`;
}

/**
 * In words, because Amazon ECS goes on scaling for replicas of before when a template says nothing any more.
 *
 * @see https://github.com/aws/aws-cdk/issues/29088
 */
function switchOffScaling(provider: ecs.AsgCapacityProvider): void {
  const resource = provider.node.findChild(provider.node.id) as ecs.CfnCapacityProvider;
  resource.addPropertyOverride('AutoScalingGroupProvider.ManagedScaling.Status', 'DISABLED');
}

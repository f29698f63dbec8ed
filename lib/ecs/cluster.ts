import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { Decision } from '../core/plan/decision';
import { planCapacity } from '../core/plan/ecs/instances/capacity';
import { CapacityPlan } from '../core/plan/ecs/plan';
import { capacityFields, launchFields } from '../core/settings/instances/instances';
import { EcrRepository } from '../core/spec/grants';
import { givenNetwork, Network } from '../shared/network/network';
import { clusterFacts } from '../shared/settings/facts';
import { settingsOf } from '../shared/settings/settings-of';
import { planPart } from '../shared/settings/surroundings';
import { SourceBundle } from '../source-bundle';
import { EcsCapacityProps } from './capacity-props';
import { Capacity } from './private/instances/capacity';

/** Properties of `DockerrunCluster`. */
export interface DockerrunClusterProps extends EcsCapacityProps {
  /** The network. */
  readonly vpc: ec2.IVpc;

  /**
   * The subnets for the instances.
   *
   * @default - the private subnets with a way out
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /** @internal */
  readonly _planned?: PlannedCluster;
}

/** What an environment knows beyond the props. */
interface PlannedCluster {
  readonly plan: CapacityPlan;
  readonly decisions?: readonly Decision[];
  readonly network: Network;
  readonly pulls: readonly EcrRepository[];
  readonly bundle: SourceBundle | undefined;
}

/**
 * A cluster with instances: an Auto Scaling group whose instances register with Amazon ECS, and leave it only after
 * their tasks did.
 *
 * Throws before it makes anything when the props do not fit together, listing every reason with the edit that helps.
 */
export class DockerrunCluster extends Construct {
  /** The cluster that the instances register with. */
  public readonly cluster: ecs.Cluster;

  /** The instances. */
  public readonly autoScalingGroup: autoscaling.AutoScalingGroup;

  /** Launch template of the instances. */
  public readonly launchTemplate: ec2.LaunchTemplate;

  /** The role of the instances. Containers cannot use it. */
  public readonly instanceRole: iam.IRole;

  /** Capacity provider; drains instances before they terminate. */
  public readonly capacityProvider: ecs.AsgCapacityProvider;

  /** Choices of its plan, and why. Empty inside an environment, whose plan has them. */
  public readonly decisions: Decision[];

  constructor(scope: Construct, id: string, props: DockerrunClusterProps) {
    super(scope, id);
    const { plan, decisions = [], network, pulls, bundle } = props._planned ?? this.planAlone(props);
    this.decisions = [...decisions];
    this.cluster = new ecs.Cluster(this, 'Cluster', {
      vpc: network.vpc,
      containerInsightsV2: plan.launch.containerInsights === null ? undefined : props.containerInsights,
    });
    const capacity = new Capacity(this, 'Capacity', { ...props, plan, network, pulls, bundle, cluster: this.cluster });
    this.autoScalingGroup = capacity.autoScalingGroup;
    this.launchTemplate = capacity.launchTemplate;
    this.instanceRole = capacity.instanceRole;
    this.capacityProvider = capacity.capacityProvider;
  }

  private planAlone(props: DockerrunClusterProps): PlannedCluster {
    const settings = settingsOf({ ...capacityFields, ...launchFields }, props);
    const facts = clusterFacts(props);
    const { part: plan, decisions } = planPart(this, { ...settings, vpc: true, facts }, planCapacity);
    return { plan, decisions, network: givenNetwork(props.vpc, props.vpcSubnets), pulls: [], bundle: undefined };
  }
}

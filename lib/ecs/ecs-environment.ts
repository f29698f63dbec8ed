import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import { CfnOutput, Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { planEcs } from '../core/plan/ecs';
import { Plan } from '../core/plan/plan';
import { DeploymentPlan } from '../deployment-plan';
import { EcsEnvironmentProps } from './environment-props';
import { annotate } from './private/annotate';
import { Capacity } from './private/capacity';
import { certificatesByPort } from './private/certificates';
import { Front } from './private/front';
import { createNetwork, Network } from './private/network';
import { checkFrontNetwork, checkInstanceSubnets, checkZoneCount } from './private/network-checks';
import { settingsOf } from './private/settings';
import { DockerrunTaskDefinition } from './task-definition';

/** The ports that a URL does not have to name. */
const DEFAULT_PORTS = { HTTP: 80, HTTPS: 443 } as const;

/**
 * What an Elastic Beanstalk multi-container environment is, on plain Amazon ECS: from one file, a network, a load
 * balancer, a cluster of EC2 instances, and the task of the file once on every instance.
 *
 * Throws before it makes anything when the file and the props do not fit together, listing every reason with the edit
 * that helps. Everything it makes is a member; every choice it makes is in `plan`.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_ecs.html
 */
export class EcsEnvironment extends Construct {
  /** What was decided, and why. */
  public readonly plan: DeploymentPlan;

  /** The network: the given one, or the one that was made. */
  public readonly vpc: ec2.IVpc;

  /** The cluster that the instances register with. */
  public readonly cluster: ecs.Cluster;

  /** The instances. */
  public readonly autoScalingGroup: autoscaling.AutoScalingGroup;

  /** What the instances are started from. */
  public readonly launchTemplate: ec2.LaunchTemplate;

  /** The role of the instances. Containers cannot use it; grant to `taskRole` instead. */
  public readonly instanceRole: iam.IRole;

  /** The containers. */
  public readonly taskDefinition: DockerrunTaskDefinition;

  /** The role that the containers act as. It is empty until something is granted to it. */
  public readonly taskRole: iam.IRole;

  /** Runs the task on every instance. */
  public readonly service: ecs.Ec2Service;

  /** Where the output of containers goes for which the file configures no logging. */
  public readonly logGroup: logs.ILogGroup;

  /** The load balancer; none when the file maps no TCP port. */
  public readonly loadBalancer?: elbv2.ApplicationLoadBalancer;

  /** The listeners of the load balancer, in the order of the props; the redirect is not among them. */
  public readonly listeners: elbv2.ApplicationListener[];

  /** The target groups: for each listener in the same order its own, then those of its rules. */
  public readonly targetGroups: elbv2.ApplicationTargetGroup[];

  constructor(scope: Construct, id: string, props: EcsEnvironmentProps) {
    super(scope, id);
    const plan = this.preparePlan(props);
    this.plan = DeploymentPlan._of(plan);

    const network = createNetwork(this, plan.network, props);
    this.vpc = network.vpc;
    this.cluster = new ecs.Cluster(this, 'Cluster', { vpc: this.vpc });
    const capacity = new Capacity(this, 'Capacity', { ...props, plan: plan.capacity, network, cluster: this.cluster, pulls: plan.task.pulls });
    this.autoScalingGroup = capacity.autoScalingGroup;
    this.launchTemplate = capacity.launchTemplate;
    this.instanceRole = capacity.instanceRole;

    const { dockerrun, networkMode, environmentProperties } = props;
    this.taskDefinition = new DockerrunTaskDefinition(this, 'TaskDefinition', { dockerrun, networkMode, environmentProperties });
    this.taskRole = this.taskDefinition.taskRole;
    this.logGroup = this.taskDefinition.logGroup;
    this.service = this.createService(plan, network);

    const front = plan.front ? new Front(this, 'Front', { ...props, plan: plan.front, network, certificates: certificatesByPort(props) }) : undefined;
    front?.attach(this.service);
    this.loadBalancer = front?.loadBalancer;
    this.listeners = front?.listeners ?? [];
    this.targetGroups = front?.targetGroups ?? [];
    this.addOutputs(plan);
  }

  private preparePlan({ dockerrun, ...props }: EcsEnvironmentProps): Plan {
    checkInstanceSubnets(props);
    const { problems, plan } = planEcs(dockerrun._document, settingsOf({ dockerrun, ...props }));
    dockerrun._refuse(dockerrun._locate(problems));
    checkZoneCount(this, props);
    if (plan?.front) checkFrontNetwork(props, plan.front);
    annotate(this, dockerrun._locate(problems.filter(({ rule }) => 'concerns' in rule && rule.concerns === 'environment')));
    return plan!;
  }

  private createService({ service, task }: Plan, network: Network): ecs.Ec2Service {
    const created = new ecs.Ec2Service(this, 'Service', {
      cluster: this.cluster,
      taskDefinition: this.taskDefinition,
      daemon: true,
      minHealthyPercent: service.minHealthyPercent,
      maxHealthyPercent: service.maxHealthyPercent,
      circuitBreaker: { enable: true, rollback: service.rollback },
      healthCheckGracePeriod: service.healthCheckGraceSeconds === null ? undefined : Duration.seconds(service.healthCheckGraceSeconds),
      vpcSubnets: task.networkMode === 'awsvpc' ? network.subnets : undefined,
      availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.DISABLED,
      enableECSManagedTags: true,
    });
    // Created last and deleted first: tasks need the agent's permissions to start, and their instances to stop.
    created.node.addDependency(this.cluster, this.autoScalingGroup, this.taskDefinition.obtainExecutionRole());
    return created;
  }

  private addOutputs(plan: Plan): void {
    if (!this.loadBalancer || !plan.front) return;
    for (const { port, protocol } of plan.front.listeners) {
      const suffix = port === DEFAULT_PORTS[protocol] ? '' : `:${port}`;
      const value = `${protocol.toLowerCase()}://${this.loadBalancer.loadBalancerDnsName}${suffix}`;
      new CfnOutput(this, port === DEFAULT_PORTS.HTTP ? 'Url' : `Url${port}`, { value });
    }
  }
}

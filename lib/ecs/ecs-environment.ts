import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deploymentOf } from '../core/plan/ecs/deployment';
import { planEcs } from '../core/plan/ecs/ecs';
import { FrontPlan, Plan, ServiceDeployment } from '../core/plan/ecs/plan';
import { Neighbor } from '../core/settings/service/neighbor';
import { EnvironmentSettings } from '../core/settings/settings';
import { DeploymentPlan } from '../deployment-plan';
import { about, annotate } from '../shared/findings/annotate';
import { addNetworkEndpoints, environmentNetwork } from '../shared/network/environment-network';
import { Network } from '../shared/network/network';
import { givenProps, Input, TargetProps, useSettled } from '../shared/options';
import { withFacts } from '../shared/settings/facts';
import { givenIn } from '../shared/settings/given';
import { environmentSettings } from '../shared/settings/settings';
import { annotateCron, theDockerrun } from '../shared/source-bundle';
import { AddedServiceProps } from './added-service-props';
import { DockerrunCluster } from './cluster';
import { EcsEnvironmentProps } from './environment-props';
import { AlarmedProps } from './observability-props';
import { measuredFront, scaleGroup } from './private/instances/group-scaling';
import { countGroups, frontRules, neighborOf, planAddedService, routeRules } from './private/service/added-service';
import { createFronts, Fronts } from './private/traffic/environment-fronts';
import { doorUrl } from './private/traffic/front-door';
import { addAddresses, addEndpoints } from './private/traffic/outputs';
import { ScheduledProps } from './scheduling';
import { DockerrunService } from './service';
import { DockerrunTaskDefinition, DockerrunTaskDefinitionProps } from './task-definition';
import { WorkingProps } from './worker';

/** With the file, wherever it came from. */
type KnownProps = EcsEnvironmentProps & DockerrunTaskDefinitionProps;

/** How this target reads props. */
const ECS: TargetProps<KnownProps> = { target: 'ecs', given: givenProps, settingsOf: environmentSettings, imports: () => ({}) };

type Started = DockerrunTaskDefinitionProps & ScheduledProps & WorkingProps & AlarmedProps;

/**
 * An Elastic Beanstalk multi-container environment on plain Amazon ECS: from one file, a network, a load balancer, a
 * cluster of EC2 instances, and the task of the file once on every instance.
 *
 * Throws before it makes anything when the file and the props do not fit together, listing every reason with the edit
 * that helps. Everything it makes is a member; every choice it makes is in `plan`.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_ecs.html
 */
export class EcsEnvironment extends Construct implements ec2.IConnectable {
  /** The deployment plan: every decision with its reason. */
  public readonly plan: DeploymentPlan;

  /** The network: the given one, or the one that was made. */
  public readonly vpc: ec2.IVpc;

  /** The cluster that the instances register with. */
  public readonly cluster: ecs.Cluster;

  /** The instances. */
  public readonly autoScalingGroup: autoscaling.AutoScalingGroup;

  /** Launch template of the instances. */
  public readonly launchTemplate: ec2.LaunchTemplate;

  /** Capacity provider; drains instances before they terminate, and starts more when replicas need capacity. */
  public readonly capacityProvider: ecs.AsgCapacityProvider;

  /** The role of the instances. Containers cannot use it; grant to `taskRole` instead. */
  public readonly instanceRole: iam.IRole;

  /** The containers. */
  public readonly taskDefinition: DockerrunTaskDefinition;

  /** The role that the containers act as. It is empty until something is granted to it. */
  public readonly taskRole: iam.IRole;

  /** Runs the tasks. */
  public readonly service: ecs.Ec2Service;

  /** Log group of the containers without a `logConfiguration`; none when all of them have one. */
  public readonly logGroup?: logs.ILogGroup;

  /** The load balancer for requests; none when no listener speaks HTTP, as without a mapped TCP port. */
  public readonly loadBalancer?: elbv2.ApplicationLoadBalancer;

  /** The listeners of the load balancer, in the order of the props; the redirect is not among them. */
  public readonly listeners: elbv2.ApplicationListener[];

  /** The certificate that was made for `domainName`. */
  public readonly certificate?: acm.ICertificate;

  /** The API that clients call with `FrontDoor.httpApi`. */
  public readonly httpApi?: apigatewayv2.HttpApi;

  /** The way of the API into the VPC. */
  public readonly vpcLink?: apigatewayv2.VpcLink;

  /** The distribution that clients call with `FrontDoor.cloudFront`. */
  public readonly distribution?: cloudfront.Distribution;

  /**
   * Secret header value that the distribution sends to the load balancer. Listener rules of your own have to require it
   * too.
   */
  public readonly originSecret?: secretsmanager.ISecret;

  /** The target groups: for each listener in the same order its own, then those of its rules. */
  public readonly targetGroups: elbv2.ApplicationTargetGroup[];

  /** The load balancer that passes connections on; none when every listener speaks HTTP. */
  public readonly networkLoadBalancer?: elbv2.NetworkLoadBalancer;

  /** The listeners of that load balancer, in the order of the props. */
  public readonly networkListeners: elbv2.NetworkListener[];

  /** The target groups of these listeners, in the same order. */
  public readonly networkTargetGroups: elbv2.NetworkTargetGroup[];

  private readonly main: DockerrunService;
  private readonly network: Network;
  private readonly fronts: Fronts;
  private readonly frontPlan: FrontPlan | null;
  private readonly neighbors: Neighbor[] = [];
  private readonly props: KnownProps;
  private readonly settings: EnvironmentSettings;

  constructor(scope: Construct, id: string, props: EcsEnvironmentProps) {
    super(scope, id);
    const withFile = { ...props, dockerrun: theDockerrun(props, environmentSettings) };
    const { props: known, settings, made: plan } = useSettled(this, withFile, ECS, (input) => this.preparePlan(input));
    this.props = known;
    this.settings = settings;
    this.plan = DeploymentPlan._of(plan);
    this.network = environmentNetwork(this, plan.network, known);
    this.vpc = this.network.vpc;

    const { cluster, autoScalingGroup, launchTemplate, instanceRole, capacityProvider } = this.createCluster(plan, known);
    this.capacityProvider = capacityProvider;
    this.cluster = cluster;
    this.autoScalingGroup = autoScalingGroup;
    this.launchTemplate = launchTemplate;
    this.instanceRole = instanceRole;

    this.frontPlan = plan.front;
    this.fronts = createFronts(this, plan, known, this.network);
    const { front, networkFront, door, originSecret } = this.fronts;
    this.originSecret = originSecret;
    this.loadBalancer = front?.loadBalancer;
    this.listeners = front?.listeners ?? [];
    this.httpApi = door.httpApi;
    this.vpcLink = door.vpcLink;
    this.distribution = door.distribution;
    this.certificate = door.certificate ?? front?.certificate;
    this.networkLoadBalancer = networkFront?.loadBalancer;
    this.networkListeners = networkFront?.listeners ?? [];

    const main = this.start('Service', this.props, deploymentOf(plan));
    this.neighbors.push(neighborOf('Service', this.props, plan.task, { rules: frontRules(plan), targetGroups: countGroups(main) }));
    this.main = main;
    this.taskDefinition = main.taskDefinition;
    this.taskRole = main.taskRole;
    this.logGroup = main.taskDefinition.logGroup;
    this.service = main.service;
    this.targetGroups = main.targetGroups;
    this.networkTargetGroups = main.networkTargetGroups;
    if (plan.capacity.scaling) scaleGroup(this, autoScalingGroup, plan.capacity.scaling, measuredFront(main.targetGroups));
    addAddresses(this, plan.front, this.loadBalancer, { door: doorUrl(door), domain: this.props.domainName });
    addEndpoints(this, plan.networkFront, this.networkLoadBalancer);
  }

  /** The queue that the environment takes its work from; none unless it is a worker. */
  public get queue(): sqs.IQueue | undefined {
    return this.main.queue;
  }

  /** Dead-letter queue; none unless the queue was made here. */
  public get deadLetterQueue(): sqs.IQueue | undefined {
    return this.main.deadLetterQueue;
  }

  /** The second target groups that versions take turns in, in the order of `targetGroups`; none unless the strategy asks for them. */
  public get secondTargetGroups(): elbv2.ApplicationTargetGroup[] {
    return this.main.secondTargetGroups;
  }

  /** The same for `networkTargetGroups`. */
  public get secondNetworkTargetGroups(): elbv2.NetworkTargetGroup[] {
    return this.main.secondNetworkTargetGroups;
  }

  /** The role with which Amazon ECS moves requests from one target group to the other; none unless there are two. */
  public get trafficShiftRole(): iam.IRole | undefined {
    return this.main.trafficShiftRole;
  }

  /** Alarms of the environment; empty unless `alarms` asks for them. Added services have their own. */
  public get alarms(): cloudwatch.Alarm[] {
    return this.main.alarms;
  }

  /** Topic of the alarms; none without alarms. */
  public get alarmTopic(): sns.ITopic | undefined {
    return this.main.alarmTopic;
  }

  /** Dashboard of all services; none unless `dashboard` asks for it. */
  public get dashboard(): cloudwatch.Dashboard | undefined {
    return this.main.dashboard;
  }

  /** Connections of the tasks in the awsvpc network mode, of the instances in every other. */
  public get connections(): ec2.Connections {
    return this.service.connections;
  }

  /**
   * Runs the task of another file too, on the same instances and behind the same load balancer.
   *
   * Throws before it makes anything when the file does not fit in, listing every reason with the edit that helps.
   *
   * @param id what to call it
   * @param props the file, and what leads to its containers
   */
  public addService(id: string, props: AddedServiceProps): DockerrunService {
    const { frontPlan: front, settings: environment, neighbors } = this;
    const shared = { front, environment, neighbors, hasTopic: this.alarmTopic !== undefined };
    const { plan, problems } = planAddedService(this, props, shared);
    const service = this.start(id, props, plan);
    service.service.node.addDependency(...addNetworkEndpoints(this.network, plan));
    this.neighbors.push(neighborOf(id, props, plan.task, { rules: routeRules(plan.routes), targetGroups: countGroups(service) }));
    annotate(service, props.dockerrun._locate(about(problems, 'service')));
    return service;
  }

  private preparePlan({ props: { dockerrun, ...props }, settings: given, origins }: Input<KnownProps>): Plan {
    const settings = withFacts(this, given, { ...props, dockerrun });
    const { problems, plan } = planEcs(dockerrun._document, settings, origins);
    dockerrun._refuseProblems(problems);
    annotate(this, dockerrun._locate(about(problems, 'service', 'environment')));
    annotateCron(this, props);
    return plan!;
  }

  private createCluster({ capacity, task: { pulls } }: Plan, props: EcsEnvironmentProps): DockerrunCluster {
    return new DockerrunCluster(this, 'Cluster', { ...props, vpc: this.vpc, _planned: { plan: capacity, network: this.network, pulls, bundle: props.sourceBundle } });
  }

  private start(id: string, task: Started, plan: ServiceDeployment): DockerrunService {
    const { dockerrun, networkMode, environmentProperties, scheduling, worker, volumes, alarms } = task;
    const capacityProviderName = plan.service.scheduling === 'REPLICA' ? this.capacityProvider.capacityProviderName : undefined;
    const { cluster, network: { subnets: vpcSubnets }, fronts: { front, networkFront, originSecret } } = this;
    const watch = { group: this.autoScalingGroup, alarmTopic: this.main?.alarmTopic, dashboard: this.main?.dashboard };
    const listeners = plan.routes.map(({ listener }) => front!.listener(Number(listener)));
    const networkListeners = plan.networkRoutes.map(({ listener }) => networkFront!.listener(Number(listener)));
    const started = new DockerrunService(this, id, {
      ...givenIn(task), dockerrun, networkMode, environmentProperties, scheduling, worker, volumes, alarms, cluster, capacityProviderName, vpcSubnets,
      _sourceBundle: this.props.sourceBundle?._settings,
      _planned: { plan, listeners, networkListeners, originSecret, watch },
    });
    // Created last and deleted first: instances leave when their tasks have stopped.
    started.service.node.addDependency(cluster, this.autoScalingGroup);
    // While instances are replaced, tasks are those of before, and so is everything that leads to them.
    for (const way of new Set([...started._targetGroups, ...listeners, ...networkListeners])) {
      way.node.addDependency(this.autoScalingGroup);
    }
    return started;
  }
}

import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ServiceDeployment } from '../core/plan/ecs/plan';
import { WorkerPlan } from '../core/plan/ecs/service/worker';
import { DeploymentPlan } from '../deployment-plan';
import { openFileSystems } from '../shared/file-systems';
import { planService } from '../shared/settings/service-plan';
import { addDispatcher, addPeriodicTasks, createQueues, scaleOnBacklog } from '../shared/worker-tier';
import { rollbackNames } from './private/service/alarms';
import { createService } from './private/service/ec2-service';
import { scaleService } from './private/service/service-scaling';
import { watch } from './private/service/watch';
import { addNetworkRoute } from './private/traffic/network-route';
import { addRoute } from './private/traffic/route';
import { createShiftRole, Pair } from './private/traffic/traffic-shift';
import { DockerrunServiceProps } from './service-props';
import { DockerrunTaskDefinition } from './task-definition';
import { DockerrunWorker } from './worker';

/**
 * The task of a Dockerrun file on a cluster, once on every instance or as replicas, behind listeners that are there
 * already.
 *
 * Throws before it makes anything when the file and the props do not fit together, listing every reason with the edit
 * that helps. On a cluster of somebody else it runs on all of its instances, and its host ports have to be free there.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html
 */
export class DockerrunService extends Construct implements ec2.IConnectable {
  /** The deployment plan: every decision with its reason. */
  public readonly plan: DeploymentPlan;

  /** The containers. */
  public readonly taskDefinition: DockerrunTaskDefinition;

  /** The role that the containers act as. It is empty until something is granted to it. */
  public readonly taskRole: iam.IRole;

  /** Runs the tasks. */
  public readonly service: ecs.Ec2Service;

  /** The target groups, in the order of the rules. */
  public readonly targetGroups: elbv2.ApplicationTargetGroup[];

  /** The target groups for connections, in the order of `networkRoutes`. */
  public readonly networkTargetGroups: elbv2.NetworkTargetGroup[];

  /**
   * The second target groups that versions take turns in, in the order of `targetGroups`: after every other deployment
   * these have the requests. None unless the strategy asks for them.
   */
  public readonly secondTargetGroups: elbv2.ApplicationTargetGroup[];

  /** The same for `networkTargetGroups`. */
  public readonly secondNetworkTargetGroups: elbv2.NetworkTargetGroup[];

  /** The role with which Amazon ECS moves requests from one target group to the other; none unless there are two. */
  public readonly trafficShiftRole?: iam.IRole;

  /** The queue that it takes its work from; none unless it is a worker. */
  public readonly queue?: sqs.IQueue;

  /** Dead-letter queue; none unless the queue was made here. */
  public readonly deadLetterQueue?: sqs.IQueue;

  /** Service auto scaling; none when the number of tasks is fixed, or that of the instances. */
  public readonly scaling?: appscaling.ScalableTarget;

  /** Alarms of the service; empty unless `alarms` asks for them. */
  public readonly alarms: cloudwatch.Alarm[];

  /** Topic of the alarms; none without alarms. */
  public readonly alarmTopic?: sns.ITopic;

  /** Dashboard with its metrics; none unless `dashboard` asks for it, here or for its environment. */
  public readonly dashboard?: cloudwatch.Dashboard;

  /** Connections of the tasks in the awsvpc network mode, of the instances in every other. */
  public readonly connections: ec2.Connections;

  constructor(scope: Construct, id: string, props: DockerrunServiceProps) {
    super(scope, id);
    const plan = props._planned?.plan ?? planService(this, props);
    this.plan = DeploymentPlan._of(plan);
    const queues = plan.worker && props.worker ? createQueues(this, plan.worker, props.worker) : undefined;
    this.queue = queues?.queue;
    this.deadLetterQueue = queues?.deadLetterQueue;
    const environmentProperties = this.variables(plan, props);
    const planned = { _task: plan.task, _isWorker: plan.worker !== null };
    this.taskDefinition = new DockerrunTaskDefinition(this, 'TaskDefinition', {
      ...props, environmentProperties, ...planned,
    });
    this.taskRole = this.taskDefinition.taskRole;
    const { taskDefinition } = this;
    const ownAlarms = () => rollbackNames(plan.alarms, this.alarms);
    this.service = createService(this, plan, {
      ...props, taskDefinition, capacityProvider: props.capacityProviderName, ownAlarms,
    });
    openFileSystems(this.service, props);
    this.connections = this.service.connections;
    this.trafficShiftRole = createShiftRole(this, plan.service, props.scheduling);
    const pairs = this.addRoutes(plan, props);
    this.targetGroups = pairs.map(({ first }) => first);
    this.secondTargetGroups = pairs.flatMap(({ second }) => second ?? []);
    this.scaling = this.scale(plan);
    if (plan.worker && this.queue) this.consume(plan.worker, this.queue, props.worker!);
    const networkPairs = this.addNetworkRoutes(plan, props);
    this.networkTargetGroups = networkPairs.map(({ first }) => first);
    this.secondNetworkTargetGroups = networkPairs.flatMap(({ second }) => second ?? []);
    const { alarms, alarmTopic, dashboard } = watch(this, plan, props, props._planned?.watch ?? {});
    this.alarms = alarms;
    this.alarmTopic = alarmTopic;
    this.dashboard = dashboard;
  }

  /** @internal */
  public get _targetGroups(): elbv2.TargetGroupBase[] {
    return [
      ...this.targetGroups, ...this.secondTargetGroups, ...this.networkTargetGroups, ...this.secondNetworkTargetGroups,
    ];
  }

  private variables(
    { worker }: ServiceDeployment, { environmentProperties }: DockerrunServiceProps,
  ): DockerrunServiceProps['environmentProperties'] {
    return worker && this.queue
      ? { [worker.variable]: this.queue.queueUrl, ...environmentProperties }
      : environmentProperties;
  }

  private consume(plan: WorkerPlan, queue: sqs.IQueue, worker: DockerrunWorker): void {
    queue.grantConsumeMessages(this.taskRole);
    if (plan.dispatcher) addDispatcher(this.taskDefinition, plan.dispatcher, worker, queue);
    addPeriodicTasks(this, plan.periodicTasks, queue);
    if (plan.backlogPerTask > 0) scaleOnBacklog(this, plan, { queue, service: this.service, target: this.scaling! });
  }

  private scale({ service: plan }: ServiceDeployment): appscaling.ScalableTarget | undefined {
    if (plan.scheduling !== 'REPLICA' || !plan.scaling) return undefined;
    return scaleService(this, plan.scaling, { service: this.service, targetGroup: this.targetGroups[0] });
  }

  private addRoutes(
    { routes }: ServiceDeployment, { _planned, rules = [], cluster }: DockerrunServiceProps,
  ): Pair<elbv2.ApplicationTargetGroup>[] {
    const listeners = _planned?.listeners ?? rules.map(({ listener }) => listener);
    const shared = {
      service: this.service, vpc: cluster.vpc, originSecret: _planned?.originSecret, shiftRole: this.trafficShiftRole,
    };
    return routes.map((route, index) => addRoute(this, { route, listener: listeners[index], ...shared }));
  }

  /** The plan refused every listener that the app does not make. */
  private addNetworkRoutes(plan: ServiceDeployment, props: DockerrunServiceProps): Pair<elbv2.NetworkTargetGroup>[] {
    const { _planned, networkRoutes = [], cluster } = props;
    const listeners =
      _planned?.networkListeners ?? networkRoutes.map(({ listener }) => listener as elbv2.NetworkListener);
    const shared = { service: this.service, vpc: cluster.vpc, shiftRole: this.trafficShiftRole };
    return plan.networkRoutes.map((route, index) =>
      addNetworkRoute(this, { route, listener: listeners[index], ...shared }),
    );
  }
}

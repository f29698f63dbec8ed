import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { CfnApplication, CfnApplicationVersion, CfnEnvironment } from 'aws-cdk-lib/aws-elasticbeanstalk';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { CfnDeletionPolicy, CfnOutput } from 'aws-cdk-lib/core';
import { aws_elasticbeanstalk as beanstalk } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { WrittenPlan, planBeanstalk } from '../core/beanstalk';
import { madeOf } from '../core/reading/made-environment';
import { aboutBeanstalk } from '../core/rules/about-beanstalk';
import { DeploymentPlan } from '../deployment-plan';
import { Dockerrun } from '../dockerrun';
import { annotate } from '../shared/findings/annotate';
import { environmentNetwork } from '../shared/network/environment-network';
import { Network } from '../shared/network/network';
import { Input, useSettled } from '../shared/options';
import { withFacts } from '../shared/settings/facts';
import { theDockerrun } from '../shared/source-bundle';
import { createQueues, WorkerQueues } from '../shared/worker-tier';
import { BeanstalkEnvironmentProps } from './environment-props';
import { balancerPlaces, bindingsOf } from './private/bindings';
import { textFacts, uploadVersion, versionFiles } from './private/bundle';
import { grantAll } from './private/grants';
import { BEANSTALK } from './private/option-settings';
import { toOptionSettings } from './private/options';
import { partsBeside } from './private/parts-beside';
import { platformArnOf } from './private/platform';
import { createServiceRole, instanceRoleOf } from './private/roles';
import { createSecurityGroups } from './private/security-groups';
import { beanstalkSettings } from './private/settings';

/** Old versions that Beanstalk keeps. */
const KEPT_VERSIONS = 100;

/**
 * A Dockerrun file on Elastic Beanstalk itself: its environment on the ECS platform, or for a compose file on the
 * Docker platform, with every option stated.
 *
 * Takes the props of `EcsEnvironment`, so that a move from one to the other changes one word. Throws before it makes
 * anything when the file and the props do not fit Beanstalk, listing every reason with the edit that helps.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_ecs.html
 */
export class BeanstalkEnvironment extends Construct implements ec2.IConnectable {
  /** The deployment plan: every decision with its reason. */
  public readonly plan: DeploymentPlan;

  /** The network: the given one, or the one that was made. */
  public readonly vpc: ec2.IVpc;

  /** The application: the given one, or the one that was made. */
  public readonly application: beanstalk.IApplicationRef;

  /** The version that the environment runs: the file with what is beside it. */
  public readonly applicationVersion: beanstalk.IApplicationVersionRef;

  /** The environment. */
  public readonly environment: beanstalk.IEnvironmentRef;

  /** The role of the instances. Containers act as it too. */
  public readonly instanceRole: iam.IRole;

  /** Instance profile with that role. */
  public readonly instanceProfile: iam.IInstanceProfile;

  /** The role with which Beanstalk watches and updates the environment. */
  public readonly serviceRole: iam.IRole;

  /** Security group of the load balancer that Beanstalk makes for requests. */
  public readonly loadBalancerSecurityGroup?: ec2.ISecurityGroup;

  /** Security group of the instances. */
  public readonly instanceSecurityGroup: ec2.ISecurityGroup;

  /** Connections of the instances, as in `database.connections.allowDefaultPortFrom(environment)`. */
  public readonly connections: ec2.Connections;

  /** The name or address by which clients reach the load balancer or the single instance. */
  public readonly endpointUrl?: string;

  /** The queue that a worker takes its work from: the given one, or the one that was made. */
  public readonly queue?: sqs.IQueue;

  /** Dead-letter queue; none when the queue was given. */
  public readonly deadLetterQueue?: sqs.IQueue;

  private readonly network: Network;

  private readonly props: BeanstalkEnvironmentProps;

  constructor(scope: Construct, id: string, props: BeanstalkEnvironmentProps) {
    super(scope, id);
    const dockerrun = theDockerrun(props, beanstalkSettings);
    const { props: settled, made: plan } = useSettled(
      this, props, BEANSTALK, (input) => this.preparePlan(dockerrun, input), madeOf,
    );
    this.props = settled;
    const files = versionFiles(dockerrun, plan.extensions);
    this.plan = DeploymentPlan._of(plan);
    this.network = environmentNetwork(this, plan.network, settled);
    this.vpc = this.network.vpc;
    this.instanceRole = instanceRoleOf(this, plan, settled.instanceRole);
    this.instanceProfile = new iam.InstanceProfile(this, 'InstanceProfile', { role: this.instanceRole });
    this.serviceRole = settled.serviceRole ?? createServiceRole(this);
    const groups = createSecurityGroups(this, plan, { ...settled, vpc: this.vpc });
    this.loadBalancerSecurityGroup = groups.loadBalancer;
    this.instanceSecurityGroup = groups.instances;
    this.connections = new ec2.Connections({ securityGroups: [groups.instances] });
    const { queue, deadLetterQueue } = queuesOf(this, plan, settled);
    this.queue = queue;
    this.deadLetterQueue = deadLetterQueue;

    const application = settled.application ?? this.createApplication();
    const version = this.createVersion(application, files);
    const environment = this.createEnvironment(plan, application, version);
    this.application = application;
    this.applicationVersion = version;
    this.environment = environment;
    this.endpointUrl = plan.tier === 'Worker' ? undefined : environment.attrEndpointUrl;
    if (this.endpointUrl !== undefined) new CfnOutput(this, 'EndpointUrl', { value: this.endpointUrl });
  }

  private preparePlan(
    dockerrun: Dockerrun, { props, settings: given, origins }: Input<BeanstalkEnvironmentProps>,
  ): WrittenPlan {
    const settings = withFacts(this, { ...given, facts: { ...given.facts, ...textFacts(dockerrun) } }, props);
    const { problems, plan } = planBeanstalk(dockerrun._document, settings, origins);
    dockerrun._refuseProblems(problems);
    annotate(this, [...aboutBeanstalk(dockerrun.findings, plan!.tier === 'Worker'), ...dockerrun._locate(problems)]);
    return plan!;
  }

  private createApplication(): CfnApplication {
    return new CfnApplication(this, 'Application', {
      resourceLifecycleConfig: {
        serviceRole: this.serviceRole.roleArn,
        versionLifecycleConfig: { maxCountRule: { enabled: true, maxCount: KEPT_VERSIONS, deleteSourceFromS3: false } },
      },
    });
  }

  private createVersion(
    application: beanstalk.IApplicationRef, files: Readonly<Record<string, string>>,
  ): CfnApplicationVersion {
    const { applicationName } = application.applicationRef;
    const { s3BucketName: s3Bucket, s3ObjectKey: s3Key } = uploadVersion(this, files, this.props.sourceBundle);
    const version = new CfnApplicationVersion(this, 'ApplicationVersion', {
      applicationName, sourceBundle: { s3Bucket, s3Key },
    });
    // The application keeps old versions, until there are too many.
    version.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
    version.cfnOptions.deletionPolicy = CfnDeletionPolicy.DELETE;
    return version;
  }

  private createEnvironment(
    plan: WrittenPlan, application: beanstalk.IApplicationRef, version: CfnApplicationVersion,
  ): CfnEnvironment {
    const { subnets: places, waysOut } = this.places(plan);
    const environment = new CfnEnvironment(this, 'Environment', {
      applicationName: application.applicationRef.applicationName,
      versionLabel: version.ref,
      platformArn: platformArnOf(this, plan, this.props),
      environmentName: this.props.environmentName,
      cnamePrefix: this.props.cnamePrefix,
      tier: { name: plan.tier, type: plan.tier === 'Worker' ? 'SQS/HTTP' : 'Standard' },
      optionSettings: toOptionSettings(
        plan.options, bindingsOf(plan, this.props, { ...this, instanceSubnets: places }),
      ),
    });
    // Beanstalk acts as these roles and fills these subnets before CloudFormation is done with it.
    const { instanceRole, serviceRole, instanceSecurityGroup, loadBalancerSecurityGroup } = this;
    const { sharedLoadBalancer: shared } = this.props;
    const named = [
      serviceRole, instanceSecurityGroup, loadBalancerSecurityGroup, shared,
      ...(shared?.connections.securityGroups ?? []),
    ];
    const grants = grantAll(this, plan, this.props, this);
    const front = balancerPlaces(plan, this.props, places);
    if (front) environment.node.addDependency(this.vpc.selectSubnets(front).internetConnectivityEstablished);
    environment.node.addDependency(
      instanceRole, partsBeside(named.filter((one) => one !== undefined)), ...waysOut, ...grants,
    );
    return environment;
  }

  /** A single instance has its address in a public subnet. */
  private places({ shape }: WrittenPlan): Pick<Network, 'subnets' | 'waysOut'> {
    if (shape !== 'single') return this.network;
    const subnets = publicSubnets(this.props);
    return { subnets, waysOut: [this.vpc.selectSubnets(subnets).internetConnectivityEstablished] };
  }
}

function publicSubnets({
  vpcSubnets = { subnetType: ec2.SubnetType.PUBLIC },
}: BeanstalkEnvironmentProps): ec2.SubnetSelection {
  return vpcSubnets;
}

function queuesOf(scope: Construct, plan: WrittenPlan, { worker }: BeanstalkEnvironmentProps): Partial<WorkerQueues> {
  return plan.queue ? createQueues(scope, plan.queue, worker!) : {};
}

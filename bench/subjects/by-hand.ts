import { Duration, Fn } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

/** The resources of an `EcsEnvironment`, as somebody writes them who knows the L2 constructs of the CDK. */
export class EcsByHand extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1, restrictDefaultSecurityGroup: false });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc });
    const group = this.createGroup(vpc);
    const provider = new ecs.AsgCapacityProvider(this, 'Provider', {
      autoScalingGroup: group, enableManagedScaling: false, enableManagedTerminationProtection: false,
    });
    cluster.addAsgCapacityProvider(provider);
    const service = new ecs.Ec2Service(this, 'Service', {
      cluster, taskDefinition: this.createTask(), desiredCount: 2, minHealthyPercent: 50,
      circuitBreaker: { rollback: true },
      capacityProviderStrategies: [{ capacityProvider: provider.capacityProviderName, weight: 1 }],
    });
    this.createFront(vpc, group, service);
  }

  private createGroup(vpc: ec2.Vpc): autoscaling.AutoScalingGroup {
    const role = new iam.Role(this, 'InstanceRole', {
      assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
      managedPolicies: [
        iam.ManagedPolicy.fromAwsManagedPolicyName('AWSElasticBeanstalkMulticontainerDocker'),
        iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMManagedInstanceCore'),
      ],
    });
    const launchTemplate = new ec2.LaunchTemplate(this, 'LaunchTemplate', {
      instanceType: new ec2.InstanceType('t3.medium'),
      machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
      role,
      userData: ec2.UserData.forLinux(),
      securityGroup: new ec2.SecurityGroup(this, 'SecurityGroup', { vpc, description: 'Container instances' }),
      requireImdsv2: true,
      httpPutResponseHopLimit: 1,
      blockDevices: [{ deviceName: '/dev/xvda', volume: ec2.BlockDeviceVolume.ebs(30, { encrypted: true }) }],
    });
    launchTemplate.userData!.addCommands('echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config');
    const group = new autoscaling.AutoScalingGroup(this, 'Group', {
      vpc, launchTemplate, minCapacity: 2, maxCapacity: 4,
      signals: autoscaling.Signals.waitForMinCapacity({ timeout: Duration.minutes(15) }),
      updatePolicy: autoscaling.UpdatePolicy.rollingUpdate({ minInstancesInService: 2, waitOnResourceSignals: true }),
    });
    launchTemplate.userData!.addCommands(Fn.sub('cfn-signal --stack ${AWS::StackName} --region ${AWS::Region}'));
    return group;
  }

  private createTask(): ecs.Ec2TaskDefinition {
    const task = new ecs.Ec2TaskDefinition(this, 'Task');
    task.addContainer('web', {
      image: ecs.ContainerImage.fromRegistry('nginx:1.29'),
      memoryLimitMiB: 128,
      portMappings: [{ hostPort: 80, containerPort: 80 }],
      logging: ecs.LogDrivers.awsLogs({
        streamPrefix: 'web', logGroup: new logs.LogGroup(this, 'Logs', { retention: logs.RetentionDays.ONE_MONTH }),
      }),
    });
    return task;
  }

  private createFront(vpc: ec2.Vpc, group: autoscaling.AutoScalingGroup, service: ecs.Ec2Service): void {
    const balancer = new elbv2.ApplicationLoadBalancer(this, 'LoadBalancer', { vpc, internetFacing: true });
    const listener = balancer.addListener('Listener', { port: 80 });
    listener.addTargets('Target', {
      port: 80,
      targets: [service.loadBalancerTarget({ containerName: 'web', containerPort: 80 })],
      healthCheck: { path: '/', interval: Duration.seconds(15), healthyThresholdCount: 3 },
      deregistrationDelay: Duration.seconds(20),
    });
    group.connections.allowFrom(balancer, ec2.Port.tcp(80), 'Load balancer to target');
    service.node.addDependency(group);
  }
}

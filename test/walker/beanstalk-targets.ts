import {
  DEFAULT, Making, Mapping, mappingsAt, mappingsOf, NETWORK, ref, Resources, usualProtocol,
} from './beanstalk-making';
import { listNames, portOf } from './template';

const PROCESS = 'aws:elasticbeanstalk:environment:process';
const LAUNCH = 'aws:autoscaling:launchconfiguration';

/**
 * A process becomes a target group, with what takes its requests behind it: the container that has its port on the
 * instance.
 */
export function processesOf(making: Making): Resources {
  return Object.assign(
    {}, ...[...new Set([DEFAULT, ...making.options.names(PROCESS)])].map((name) => oneProcess(name, making)),
  );
}

function oneProcess(name: string, making: Making): Resources {
  const { id, options } = making;
  const namespace = `${PROCESS}:${name}`;
  const own = `${id}/process:${name}`;
  const port = portOf(options.text(namespace, 'Port', '80'))!;
  return {
    [own]: {
      Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      Properties: {
        VpcId: options.value(NETWORK, 'VPCId'),
        Port: port,
        Protocol: options.text(namespace, 'Protocol', usualProtocol(options)),
        TargetType: 'instance',
      },
    },
    ...tasksBehind(name, own, port, making),
  };
}

function tasksBehind(process: string, own: string, port: number, making: Making): Resources {
  const { id, trail } = making;
  const found = mappingsAt(port, making);
  const label = `Process ${process} of environment ${id} sends to port ${port}`;
  const names = found.map(({ name }) => name);
  if (found.length === 0) {
    const others = mappingsOf(making)
      .filter(({ hostPort = 0 }) => hostPort > 0)
      .map(({ name, hostPort }) => `${hostPort} (${name})`);
    trail.break(`${label}, but its Dockerrun.aws.json maps: ${listNames(others)}.`);
    return {};
  }
  if (found.length > 1) trail.break(`${label}, which several containers map: ${listNames(names)}.`);
  return tasks(own, id, found[0]);
}

function tasks(own: string, id: string, { name, hostPort, containerPort, protocol }: Mapping): Resources {
  const mapping = { HostPort: hostPort, ContainerPort: containerPort, Protocol: protocol };
  return {
    [`${own}/task`]: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: { ContainerDefinitions: [{ Name: name, PortMappings: [mapping] }] },
    },
    [`${own}/tasks`]: {
      Type: 'AWS::ECS::Service',
      Properties: {
        Cluster: ref(`${id}/cluster`),
        TaskDefinition: ref(`${own}/task`),
        LoadBalancers: [{ ContainerName: name, ContainerPort: containerPort, TargetGroupArn: ref(own) }],
      },
      // Beanstalk starts tasks when everything in front of them is there.
      DependsOn: [`${id}/front`],
    },
  };
}

/** The instances, in the cluster that Beanstalk gives every environment. */
export function instancesOf({ id, options, trail }: Making): Resources {
  const groups = options.list(LAUNCH, 'SecurityGroups');
  if (options.text(LAUNCH, 'DisableDefaultEC2SecurityGroup', 'false') !== 'true') {
    trail.break(`Environment ${id} gives its instances a security group of Beanstalk too.`);
  }
  return {
    [`${id}/cluster`]: { Type: 'AWS::ECS::Cluster', Properties: { CapacityProviders: [ref(`${id}/provider`)] } },
    [`${id}/provider`]: {
      Type: 'AWS::ECS::CapacityProvider',
      Properties: { AutoScalingGroupProvider: { AutoScalingGroupArn: ref(`${id}/instances`) } },
    },
    [`${id}/instances`]: {
      Type: 'AWS::AutoScaling::AutoScalingGroup',
      Properties: {
        VPCZoneIdentifier: options.list(NETWORK, 'Subnets'), LaunchTemplate: { LaunchTemplateId: ref(`${id}/launch`) },
      },
    },
    [`${id}/launch`]: {
      Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: { SecurityGroupIds: groups } },
    },
  };
}

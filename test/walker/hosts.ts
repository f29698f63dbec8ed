import { vpcsOf } from './network';
import { listNames, listOf, nameOf, Resource, Template } from './template';
import { Trail } from './trail';

/** What takes the traffic: the network interface of a task, or the instances of an Auto Scaling group. */
export interface Host {
  readonly label: string;
  readonly securityGroups: readonly string[];
  readonly vpcs: readonly string[];
}

/** Where the targets of a service are. */
export function hostsOf(template: Template, service: Resource, mode: string, trail: Trail): Host[] {
  return mode === 'awsvpc' ? interfacesOf(template, service, trail) : instancesOf(template, service, trail);
}

function interfacesOf(template: Template, { id, properties }: Resource, trail: Trail): Host[] {
  const network = properties.NetworkConfiguration?.AwsvpcConfiguration;
  if (!network) {
    trail.break(`Service ${id} has no network configuration, which network mode awsvpc needs.`);
    return [];
  }
  const securityGroups = listOf(network.SecurityGroups).map(nameOf);
  if (securityGroups.length === 0) trail.break(`Service ${id} gives its tasks no security group.`);
  return [{ label: `the tasks of service ${id}`, securityGroups, vpcs: vpcsOf(template, listOf(network.Subnets)) }];
}

function instancesOf(template: Template, service: Resource, trail: Trail): Host[] {
  const { id, properties } = service;
  if (properties.NetworkConfiguration) {
    trail.break(`Service ${id} has a network configuration, which only network mode awsvpc takes.`);
  }
  const offered = providersOf(template, nameOf(properties.Cluster));
  const asked: string[] = (properties.CapacityProviderStrategy ?? []).map(({ CapacityProvider }: any) =>
    nameOf(CapacityProvider),
  );
  for (const unknown of asked.filter((name) => !offered.includes(name))) {
    trail.break(
      `Service ${id} uses capacity provider ${unknown}, but those of cluster ${nameOf(properties.Cluster)} are: `
        + `${listNames(offered)}.`,
    );
  }
  const hosts = (asked.length > 0 ? asked : offered).flatMap((provider) => groupOf(template, provider, trail));
  if (hosts.length === 0) {
    trail.break(`Cluster ${nameOf(properties.Cluster)} of service ${id} has no instances that the template names.`);
  }
  return hosts;
}

/** The capacity providers of a cluster, named by the cluster or by an association. */
function providersOf(template: Template, cluster: string): string[] {
  const holders = [
    ...template.all('AWS::ECS::Cluster').filter(({ id }) => id === cluster),
    ...template
      .all('AWS::ECS::ClusterCapacityProviderAssociations')
      .filter(({ properties }) => nameOf(properties.Cluster) === cluster),
  ];
  return holders.flatMap(({ properties }) => (properties.CapacityProviders ?? []).map(nameOf));
}

function groupOf(template: Template, provider: string, trail: Trail): Host[] {
  const found = template.find('AWS::ECS::CapacityProvider', { Ref: provider });
  const group = template.find(
    'AWS::AutoScaling::AutoScalingGroup', found?.properties.AutoScalingGroupProvider?.AutoScalingGroupArn,
  );
  if (!group) return [];
  const securityGroups = securityGroupsOf(template, group);
  if (securityGroups.length === 0) trail.break(`Auto Scaling group ${group.id} gives its instances no security group.`);
  return [
    {
      label: `the instances of ${group.id}`,
      securityGroups,
      vpcs: vpcsOf(template, listOf(group.properties.VPCZoneIdentifier)),
    },
  ];
}

function securityGroupsOf(template: Template, { properties }: Resource): string[] {
  const specification =
    properties.LaunchTemplate ?? properties.MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification;
  const data =
    template.find('AWS::EC2::LaunchTemplate', specification?.LaunchTemplateId)?.properties.LaunchTemplateData ?? {};
  return [
    ...listOf(data.SecurityGroupIds), ...listOf(data.NetworkInterfaces).flatMap(({ Groups }) => listOf(Groups)),
  ].map(nameOf);
}

import { listOf, nameOf, referencesIn, Resource, Template } from '../walker/template';
import { all, BEANSTALK, each, Law, optionOf } from './law';

/*
 * CloudFormation deletes in the opposite order of creation. What needs something to go has to be created after it.
 */

/** The service goes first, then the cluster lets go of the capacity providers, then these, then the instances. */
const fromServiceToInstances = all(
  each('AWS::ECS::Service', ({ Cluster: cluster }, template) => {
    const ofCluster = ({ properties }: Resource) => nameOf(properties.Cluster) === nameOf(cluster);
    const associations = template.all('AWS::ECS::ClusterCapacityProviderAssociations').filter(ofCluster);
    const groups = associations
      .flatMap(({ properties }) => listOf(properties.CapacityProviders))
      .flatMap((provider) => groupsOf(provider, template));
    return [...associations, ...groups].map(({ id }) => id);
  }),
  each('AWS::ECS::ClusterCapacityProviderAssociations', ({ CapacityProviders: providers }, template) =>
    listOf(providers).flatMap((provider) => template.find('AWS::ECS::CapacityProvider', provider)?.id ?? [])),
  each('AWS::ECS::CapacityProvider', ({ AutoScalingGroupProvider: provider }, template) =>
    [template.find('AWS::AutoScaling::AutoScalingGroup', provider.AutoScalingGroupArn)?.id ?? []].flat()),
);

/** Instances and tasks have their permissions as long as they are there. */
const permissionsStay = all(
  each('AWS::AutoScaling::AutoScalingGroup', (group, template) => {
    const { LaunchTemplate: direct, MixedInstancesPolicy: mixed } = group;
    const reference = direct?.LaunchTemplateId ?? mixed?.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId;
    const profile = template.find('AWS::EC2::LaunchTemplate', reference)?.properties.LaunchTemplateData
      .IamInstanceProfile;
    return policiesOfProfile(profile?.Arn ?? profile?.Name, template);
  }),
  each('AWS::ECS::Service', ({ TaskDefinition: task }, template) => {
    const { ExecutionRoleArn: role } = template.find('AWS::ECS::TaskDefinition', task)?.properties ?? {};
    return policiesOf(role, template);
  }),
  each(BEANSTALK, (environment, template) => [
    ...policiesOfProfile(optionOf(environment, 'aws:autoscaling:launchconfiguration', 'IamInstanceProfile'), template),
    ...policiesOf(optionOf(environment, 'aws:elasticbeanstalk:environment', 'ServiceRole'), template),
  ]),
);

/** Instances reach AWS as long as they are there. */
const waysOutStay = each('AWS::AutoScaling::AutoScalingGroup', ({ VPCZoneIdentifier: subnets }, template) =>
  listOf(subnets).flatMap((subnet) => {
    const associations = template
      .all('AWS::EC2::SubnetRouteTableAssociation')
      .filter(({ properties }) => nameOf(properties.SubnetId) === nameOf(subnet));
    const tables = associations.map(({ properties }) => nameOf(properties.RouteTableId));
    const routes = template
      .all('AWS::EC2::Route')
      .filter(({ properties }) => tables.includes(nameOf(properties.RouteTableId)));
    return [...associations, ...routes].map(({ id }) => id);
  }),
);

/** Who has to be there before whom, and who waits for itself. */
export const deletesInOrder: Law = (json) => {
  const template = new Template(json);
  const needs = all(fromServiceToInstances, permissionsStay, waysOutStay)(json).map((need) => need.split(' '));
  const late = needs.filter(([id, needed]) => !template.waitsFor(id, needed));
  const circular = Object.entries(json.Resources).filter(([id, { Properties, DependsOn = [] }]) =>
    [DependsOn, referencesIn(Properties)].flat().some((next) => template.waitsFor(next, id)));
  return [
    ...new Set([
      ...late.map(([id, needed]) => `${id} does not wait for ${needed}`),
      ...circular.map(([id]) => `${id} waits for itself`),
    ]),
  ];
};

function groupsOf(provider: unknown, template: Template): Resource[] {
  const { AutoScalingGroupProvider: group } = template.find('AWS::ECS::CapacityProvider', provider)?.properties ?? {};
  return [template.find('AWS::AutoScaling::AutoScalingGroup', group?.AutoScalingGroupArn) ?? []].flat();
}

function policiesOfProfile(profile: unknown, template: Template): string[] {
  const { Roles: roles } = template.find('AWS::IAM::InstanceProfile', profile)?.properties ?? {};
  return listOf(roles).flatMap((role) => policiesOf(role, template));
}

function policiesOf(role: unknown, template: Template): string[] {
  return template
    .all('AWS::IAM::Policy')
    .filter(({ properties }) => listOf(properties.Roles).some((own) => nameOf(own) === nameOf(role)))
    .map(({ id }) => id);
}

import { Template } from 'aws-cdk-lib/assertions';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { before, container, file, only, templateOf } from './helpers';

/*
 * CloudFormation creates in the order of the references and of DependsOn, and deletes in the opposite order. What is
 * tested here is which resource waits for which, not where it is written down.
 */

const twoListeners = {
  dockerrun: file([container('web', { portMappings: [{ hostPort: 80, containerPort: 80 }, { hostPort: 81, containerPort: 81 }] })]),
  listeners: [{ port: 80 }, { port: 81 }],
};

describe.each([NetworkMode.BRIDGE, NetworkMode.AWS_VPC])('in %s mode', (networkMode) => {
  let template: Template;
  const idsOf = (type: string) => Object.keys(template.findResources(type));
  const policyIdsOf = (role: RegExp) => idsOf('AWS::IAM::Policy').filter((id) => role.test(id));
  const beforeThe = (type: string) => before(template, only(template, type).id);

  beforeAll(() => { template = templateOf({ ...twoListeners, networkMode }); });

  test('the service comes last: after its instances, its permissions and its listeners', () => {
    const listeners = idsOf('AWS::ElasticLoadBalancingV2::Listener');
    const policies = policyIdsOf(/ExecutionRole/);
    expect([listeners.length, policies.length]).toEqual([2, 1]);
    const created = beforeThe('AWS::ECS::Service');
    for (const id of [
      ...listeners, ...policies,
      ...idsOf('AWS::ECS::ClusterCapacityProviderAssociations'), ...idsOf('AWS::AutoScaling::AutoScalingGroup'), ...idsOf('AWS::ECS::TaskDefinition'),
    ]) expect(created).toContain(id);
  });

  test('the cluster lets go of the capacity provider before the provider goes, and that before the group', () => {
    expect(beforeThe('AWS::ECS::ClusterCapacityProviderAssociations')).toContain(only(template, 'AWS::ECS::CapacityProvider').id);
    expect(beforeThe('AWS::ECS::CapacityProvider')).toContain(only(template, 'AWS::AutoScaling::AutoScalingGroup').id);
  });

  test('the instances come after their permissions, so that the agent can register', () => {
    const policies = policyIdsOf(/InstanceRole/);
    expect(policies).toHaveLength(1);
    expect(beforeThe('AWS::AutoScaling::AutoScalingGroup')).toContain(policies[0]);
  });

  test('the instances come after the way out of their subnets, so that the agent can be reached', () => {
    const routes = idsOf('AWS::EC2::Route').filter((id) => /PrivateSubnet/.test(id));
    const associations = idsOf('AWS::EC2::SubnetRouteTableAssociation').filter((id) => /PrivateSubnet/.test(id));
    expect([routes.length, associations.length]).toEqual([2, 2]);
    for (const id of [...routes, ...associations]) expect(beforeThe('AWS::AutoScaling::AutoScalingGroup')).toContain(id);
  });

  test('the instances, which are waited for, wait for no task', () => {
    const { CreationPolicy } = only(template, 'AWS::AutoScaling::AutoScalingGroup');
    expect(CreationPolicy.ResourceSignal.Count).toBe(2);
    const created = [...beforeThe('AWS::AutoScaling::AutoScalingGroup')].map((id) => template.toJSON().Resources[id].Type);
    expect(created.filter((type) => ['AWS::ECS::Service', 'AWS::ECS::TaskDefinition', 'AWS::ElasticLoadBalancingV2::TargetGroup'].includes(type))).toEqual([]);
  });

  test('no resource waits for itself', () => {
    const ids = Object.keys(template.toJSON().Resources);
    expect(ids.filter((id) => before(template, id).has(id))).toEqual([]);
  });
});

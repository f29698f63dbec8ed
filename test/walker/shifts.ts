import { isDeepStrictEqual } from 'node:util';
import { forwardsOf } from './forwards';
import { groupsOf } from './targets';
import { nameOf, Resource, Template } from './template';
import { Trail } from './trail';

const POLICY = 'AmazonECSInfrastructureRolePolicyForLoadBalancers';

/** What has to be there so that Amazon ECS can move requests from one target group of a service to another. */
export function checkShift(template: Template, targetGroup: Resource, service: Resource, trail: Trail): void {
  for (const entry of service.properties.LoadBalancers.filter((one: any) => groupsOf(one).includes(targetGroup.id))) {
    const { AdvancedConfiguration: advanced } = entry;
    const shifts = ![undefined, 'ROLLING'].includes(service.properties.DeploymentConfiguration?.Strategy);
    if (shifts && !advanced) {
      trail.break(
        `Service ${service.id} has no second target group beside ${targetGroup.id}, between which it could move `
          + 'requests.',
      );
    }
    if (!advanced) continue;
    checkPair(template, groupsOf(entry), trail);
    checkRule(template, advanced.ProductionListenerRule, groupsOf(entry), service, trail);
    checkRole(template, advanced.RoleArn, service, trail);
  }
}

/** Versions take turns in them, so that nothing may depend on which one has its turn. */
function checkPair(template: Template, ids: readonly string[], trail: Trail): void {
  const [first, second] = ids.map((id) =>
    JSON.stringify({ ...template.find('AWS::ElasticLoadBalancingV2::TargetGroup', { Ref: id })?.properties, Name: '' }),
  );
  if (first !== second) {
    trail.break(`Target groups ${ids.join(' and ')} differ, so that requests are treated by turns.`);
  }
}

/** The rule, or the listener of a Network Load Balancer, has both groups and begins with the first. */
function checkRule(
  template: Template, reference: unknown, ids: readonly string[], service: Resource, trail: Trail,
): void {
  const [first, second] = ids;
  const forwards = template
    .all('AWS::ElasticLoadBalancingV2::Listener')
    .flatMap((listener) => forwardsOf(template, listener));
  const forward = forwards.find(({ from }) => from.id === nameOf(reference));
  if (!forward) {
    return trail.break(
      `Service ${service.id} moves requests by ${nameOf(reference)}, which is no rule and no listener of the template.`,
    );
  }
  const { from } = forward;
  if (from.type.endsWith('Listener') && isOfApplication(template, from)) {
    trail.break(
      `Service ${service.id} moves requests by listener ${from.id} of an Application Load Balancer, which takes `
        + 'a rule.',
    );
  }
  const weights = weightsOf(from).map(([id, weight]) => `${id} with weight ${weight}`);
  const wanted = [`${first} with weight 1`, `${second} with weight 0`];
  if (!isDeepStrictEqual(weights, wanted)) {
    trail.break(`${from.id} has to lead to ${wanted.join(', ')}, but leads to ${weights.join(', ')}.`);
  }
  if (!template.waitsFor(service.id, from.id)) {
    trail.break(`Service ${service.id} does not wait for ${from.id}, by which it moves requests.`);
  }
}

function isOfApplication(template: Template, { properties }: Resource): boolean {
  const balancer = template.find('AWS::ElasticLoadBalancingV2::LoadBalancer', properties.LoadBalancerArn);
  return (balancer?.properties.Type ?? 'application') === 'application';
}

function weightsOf({ properties }: Resource): [id: string, weight: unknown][] {
  const actions: any[] = properties.Actions ?? properties.DefaultActions;
  return actions.flatMap(({ TargetGroupArn, ForwardConfig }) => (ForwardConfig?.TargetGroups ?? [{ TargetGroupArn }])
    .map((group: any): [string, unknown] => [nameOf(group.TargetGroupArn), group.Weight]));
}

function checkRole(template: Template, reference: unknown, service: Resource, trail: Trail): void {
  const role = template.find('AWS::IAM::Role', reference);
  // A role from outside is taken as given.
  if (!role) return;
  const services = role.properties.AssumeRolePolicyDocument.Statement.map(({ Principal }: any) => Principal.Service);
  const policies = JSON.stringify(role.properties.ManagedPolicyArns ?? []);
  if (!services.includes('ecs.amazonaws.com')) {
    trail.break(`Amazon ECS may not act as role ${role.id}, by which service ${service.id} moves requests.`);
  }
  if (!policies.includes(POLICY)) {
    trail.break(`Role ${role.id}, by which service ${service.id} moves requests, has no policy ${POLICY}.`);
  }
}

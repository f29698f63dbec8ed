import { Editable, shiftTemplate } from './templates';
import { walk } from './walk';

/** What the walker says of the template after a change. */
function broken(change: (resources: Editable['Resources']) => void): readonly string[] {
  const template = shiftTemplate();
  change(template.Resources);
  return walk(template).listeners[0].breaks;
}

test('requests find their way to both target groups', () => {
  const { listeners: [{ paths, breaks }], overBroad } = walk(shiftTemplate());
  expect([breaks, overBroad]).toEqual([[], []]);
  expect(paths.map((path) => path[3])).toEqual([
    'default action of Listener forwards to target group TargetGroup (HTTP, target type instance)',
    'rule Rule (priority 50000) forwards to target group TargetGroup (HTTP, target type instance)',
    'rule Rule (priority 50000) forwards to target group SecondTargetGroup (HTTP, target type instance)',
  ]);
});

test.each<[string, (resources: Editable['Resources']) => void, ...string[]]>([
  [
    'a strategy without a second target group',
    ({ Service }) => {
      delete Service.Properties.LoadBalancers[0].AdvancedConfiguration;
    },
    'Service Service has no second target group beside TargetGroup, between which it could move requests.',
    'No service registers its tasks with target group SecondTargetGroup.',
  ],
  [
    'a second target group with another health check',
    ({ SecondTargetGroup }) => {
      SecondTargetGroup.Properties.HealthCheckPath = '/health';
    },
    'Target groups TargetGroup and SecondTargetGroup differ, so that requests are treated by turns.',
  ],
  [
    'a rule that is not there',
    ({ Service }) => {
      Service.Properties.LoadBalancers[0].AdvancedConfiguration.ProductionListenerRule = { Ref: 'Other' };
    },
    'Service Service moves requests by Other, which is no rule and no listener of the template.',
    'Service Service does not wait for Rule, so its target group may have no load balancer yet.',
  ],
  [
    'the listener instead of its rule',
    ({ Service, Listener, Rule }) => {
      Service.Properties.LoadBalancers[0].AdvancedConfiguration.ProductionListenerRule = { Ref: 'Listener' };
      Listener.Properties.DefaultActions = Rule.Properties.Actions;
    },
    'Service Service moves requests by listener Listener of an Application Load Balancer, which takes a rule.',
  ],
  [
    'a rule with the first group alone',
    ({ Rule }) => {
      Rule.Properties.Actions[0].ForwardConfig.TargetGroups.pop();
    },
    'Rule has to lead to TargetGroup with weight 1, SecondTargetGroup with weight 0, but leads to TargetGroup with '
      + 'weight 1.',
  ],
  [
    'weights the other way round',
    ({ Rule }) => {
      Rule.Properties.Actions[0].ForwardConfig.TargetGroups.forEach((group: { Weight: number }) => {
        group.Weight = 1 - group.Weight;
      });
    },
    'Rule has to lead to TargetGroup with weight 1, SecondTargetGroup with weight 0, but leads to TargetGroup with '
      + 'weight 0, SecondTargetGroup with weight 1.',
  ],
  [
    'a role that is for tasks',
    ({ ShiftRole }) => {
      ShiftRole.Properties.AssumeRolePolicyDocument.Statement[0].Principal.Service = 'ecs-tasks.amazonaws.com';
    },
    'Amazon ECS may not act as role ShiftRole, by which service Service moves requests.',
  ],
  [
    'a role that may change nothing',
    ({ ShiftRole }) => {
      delete ShiftRole.Properties.ManagedPolicyArns;
    },
    'Role ShiftRole, by which service Service moves requests, has no policy '
      + 'AmazonECSInfrastructureRolePolicyForLoadBalancers.',
  ],
])('%s is found', (_, change, ...expected) => {
  expect(broken(change)).toEqual(expected);
});

test('a rule for every path hides those behind it', () => {
  expect(broken((resources) => {
    const { Rule } = resources;
    Object.assign(resources, { Later: { ...Rule, Properties: { ...Rule.Properties, Priority: 50000 } } });
    Rule.Properties.Priority = 1;
  })).toEqual(['Rule Rule of listener Listener takes every request before rule Later does.']);
});

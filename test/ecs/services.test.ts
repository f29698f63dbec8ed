import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { DockerrunAction, EcsEnvironment, AddedServiceRule, Scheduling } from '../../lib';
import { TemplateJson } from '../walker/template';
import { walk } from '../walker/walk';
import { container, environment, file, Json, only, Props, WEB } from './helpers';

const api = (name: string, hostPort = 0) => file([container(name, { portMappings: [{ hostPort, containerPort: 3000 }] })]);

/** The message with which a second service is refused; nothing may be made then. */
function refusal(rules: AddedServiceRule[], props: Props = {}, dockerrun = api('posts'), networkMode?: NetworkMode): string {
  const made = environment({ listeners: [{ port: 80, rules: [{ pathPatterns: ['/web*'], priority: 5 }] }], ...props });
  const before = made.node.findAll().length;
  let message = '';
  try {
    made.addService('Posts', { dockerrun, rules, networkMode });
  } catch (error) {
    message = (error as Error).message;
  }
  expect(made.node.findAll()).toHaveLength(before);
  return message;
}

describe('services behind one load balancer', () => {
  let made: EcsEnvironment;
  let template: Template;
  beforeAll(() => {
    made = environment();
    made.addService('Users', { dockerrun: api('users'), rules: [{ pathPatterns: ['/api/users*'], priority: 1 }] });
    made.addService('Posts', { dockerrun: api('posts'), rules: [{ pathPatterns: ['/api/posts*'], priority: 3 }], networkMode: NetworkMode.AWS_VPC });
    template = Template.fromStack(Stack.of(made));
  });

  test('are reached, each by its rule, with the least rules that serve', () => {
    const { listeners, overBroad } = walk(template.toJSON() as TemplateJson);
    expect(overBroad).toEqual([]);
    const [{ breaks, paths }, ...others] = listeners;
    expect([breaks, others]).toEqual([[], []]);
    expect(paths.map((path) => path.filter((step) => /^(default action|rule|service|container)/.test(step)))).toEqual([
      [expect.stringContaining('default action of'), expect.stringContaining('registers container web, port 80'), 'container web answers on port 80'],
      [expect.stringContaining('(priority 1) forwards to'), expect.stringContaining('registers container users, port 3000'), 'container users answers on port 3000'],
      [expect.stringContaining('(priority 3) forwards to'), expect.stringContaining('registers container posts, port 3000'), 'container posts answers on port 3000'],
    ]);
  });

  test('run on one cluster, each with a task definition and roles of its own', () => {
    const services = Object.values(template.findResources('AWS::ECS::Service'));
    expect(services.map(({ Properties }) => Properties.SchedulingStrategy)).toEqual(['DAEMON', 'DAEMON', 'DAEMON']);
    expect(new Set(services.map(({ Properties }) => JSON.stringify(Properties.Cluster))).size).toBe(1);
    expect(new Set(services.map(({ Properties }) => Properties.TaskDefinition.Ref)).size).toBe(3);
    only(template, 'AWS::AutoScaling::AutoScalingGroup');
    only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer');
  });

  test('are started after the instances and deleted before them', () => {
    const group = only(template, 'AWS::AutoScaling::AutoScalingGroup').id;
    for (const { DependsOn } of Object.values<Json>(template.findResources('AWS::ECS::Service'))) expect(DependsOn).toContain(group);
  });

  test('say what was decided about them', () => {
    const { plan } = environment().addService('Users', { dockerrun: api('users'), rules: [{ pathPatterns: ['/api/users*'], priority: 1 }] });
    expect(plan.decision('listener 80, /api/users*').choice).toBe('priority 1 → host port (dynamic) → users:3000');
    expect(plan.toText()).toContain('  listener 80 /api/users* → target group (instance) → dynamic host port → users:3000\n');
  });
});

test('a service without rules is reached by nobody', () => {
  const made = environment();
  const job = made.addService('Job', { dockerrun: file([container('job')]) });
  expect(job.targetGroups).toEqual([]);
  expect(job.plan.toText()).toContain('  no listener leads to the service\n');
  expect(Object.keys(Template.fromStack(Stack.of(made)).findResources('AWS::ElasticLoadBalancingV2::TargetGroup'))).toHaveLength(1);
});

test('a rule is on the encrypted listener, or else on the first', () => {
  const rules: AddedServiceRule[] = [{ pathPatterns: ['/a'] }, { pathPatterns: ['/a'], listenerPort: 8080 }];
  const made = environment({ listeners: [{ port: 8081, instancePort: 80 }, { port: 8080, instancePort: 80 }] });
  const { plan } = made.addService('Api', { dockerrun: api('api'), rules });
  expect(plan.decisions.map(({ topic }) => topic).filter((topic) => topic.startsWith('listener'))).toEqual(['listener 8081, /a', 'listener 8080, /a']);
});

describe('a service is refused', () => {
  test.each<[string, string, () => string]>([
    ['a host port that another one publishes', 'got 80/tcp, which service "Service" publishes already.', () => refusal([], {}, api('posts', 80))],
    ['a rule on a listener that is not there', 'rules[0].listenerPort must be the port of a listener that speaks HTTP or HTTPS, got 81, which is none of 80.', () => refusal([{ pathPatterns: ['/a'], listenerPort: 81 }])],
    ['a rule without conditions', 'rules[0] must have a condition, got none.', () => refusal([{}])],
    ['the conditions of another rule', 'rules[0] must have conditions of its own, got those of a rule of service "Service".', () => refusal([{ pathPatterns: ['/web*'] }])],
    ['the priority of another rule', 'rules[0] must have a priority of its own, got 5, which a rule of service "Service" has already.', () => refusal([{ pathPatterns: ['/a'], priority: 5 }])],
    ['the priority of an answer', 'rules[0] must have a priority of its own, got 9, which a rule of service "Service" has already.', () =>
      refusal([{ pathPatterns: ['/a'], priority: 9 }], { listeners: [{ port: 80, rules: [{ pathPatterns: ['/b'], priority: 9, action: DockerrunAction.fixedResponse(404) }] }] })],
    ['two rules of the same conditions', 'rules[1] must have a priority of its own', () => refusal([{ pathPatterns: ['/a'] }, { pathPatterns: ['/a'] }])],
    ['a port that the file does not map', 'rules[0] must lead to one mapped TCP port, got container "api", which fits none of dynamic (posts:3000).', () => refusal([{ pathPatterns: ['/a'], containerName: 'api' }])],
    ['a file that its network mode cannot run', 'must be absent in awsvpc mode.', () => refusal([], {}, file([container('a', { hostname: 'a' })]), NetworkMode.AWS_VPC)],
  ])('for %s', (_, message, refused) => {
    expect(refused()).toContain(message);
  });

  test('for the port of a third one', () => {
    const made = environment();
    made.addService('Users', { dockerrun: api('users', 8000) });
    expect(() => made.addService('Posts', { dockerrun: api('posts', 8000) })).toThrow('got 8000/tcp, which service "Users" publishes already.');
    expect(() => made.addService('Posts', { dockerrun: api('posts', 8000), networkMode: NetworkMode.AWS_VPC })).not.toThrow();
  });
});

test('replicas of many services share the instances, as many as these can hold', () => {
  const scheduling = Scheduling.replicas({ desired: 2 });
  const made = environment({ dockerrun: file([container('web', { memory: 512, portMappings: [{ hostPort: 0, containerPort: 80 }] })]), scheduling, minCapacity: 2, maxCapacity: 4 });
  const large = (name: string) => ({ dockerrun: file([container(name, { memory: 1540 })]), scheduling });
  for (const name of ['A', 'B', 'C', 'D']) made.addService(name, large(name.toLowerCase()));
  expect(() => made.addService('E', large('e'))).toThrow('the tasks of the service and of "Service", "A", "B", "C", "D" must fit on 4 instances together, '
    + 'which have 16384 MiB of memory, got 16424 MiB of memory.');
});

test('a service knows the schedules of the group it is added to', () => {
  const schedules = [{ name: 'Night', recurrence: '0 20 * * *', minCapacity: 1, maxCapacity: 1 }];
  const job = environment({ scheduling: Scheduling.onePerInstance({ schedules }) }).addService('Job', { dockerrun: file([container('job')]) });
  expect(job.plan.decision('minimum healthy percent').choice).toBe('0');
});

test('services that come, go and change places leave the ids and priorities of the others alone', () => {
  const shape = (names: readonly string[]) => {
    const made = environment({ dockerrun: file([WEB]) });
    for (const name of names) made.addService(name, { dockerrun: api(name.toLowerCase()), rules: [{ pathPatterns: [`/${name}/*`] }] });
    const { Resources } = Template.fromStack(Stack.of(made)).toJSON();
    return new Map(Object.entries<Json>(Resources).map(([id, { Type, Properties }]) => [id, `${Type} ${Properties?.Priority ?? ''}`]));
  };
  const all = shape(['Users', 'Threads', 'Posts']);
  for (const names of [['Posts', 'Users', 'Threads'], ['Threads', 'Posts', 'Users']]) expect(shape(names)).toEqual(all);
  // The services share one rule about the ports that instances pick, which goes with the last of them.
  const isTheirs = (id: string) => /Users|Threads|Posts/.test(id) || all.get(id)!.startsWith('AWS::ElasticLoadBalancingV2::ListenerRule');
  for (const names of [['Users', 'Posts'], ['Threads']]) {
    const some = shape(names);
    expect([...some].filter(([id, what]) => all.get(id) !== what)).toEqual([]);
    expect([...all.keys()].filter((id) => !some.has(id) && !isTheirs(id))).toEqual([]);
  }
});

test('a load balancer leads to a hundred target groups of all services together', () => {
  const made = environment({ instanceType: new InstanceType('m5.24xlarge') });
  const add = (index: number, count: number) => {
    const rules = Array.from({ length: count }, (_, rule) => ({
      pathPatterns: [`/${index}/${rule}`], priority: index * 10 + rule + 1, healthCheck: { path: `/${rule}` },
    }));
    made.addService(`Service${index}`, { dockerrun: api(`api${index}`), rules });
  };
  for (let index = 0; index < 19; index++) add(index, 5);
  expect(() => add(19, 5)).toThrow('The load balancer must lead to at most 100 target groups, got 101, of which 96 are of other services.');
  add(19, 4);
});

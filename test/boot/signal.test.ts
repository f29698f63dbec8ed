import { signalScript, SIGNAL_UNIT } from '../../lib/ecs/private/instances/signal-script';
import { Machine } from './machine';

/*
 * The script that tells CloudFormation when an instance serves, run by bash. What the agent and AWS say is faked; the
 * words of the agent are those of its introspection API, which writes JSON without spaces.
 */
const SCRIPT = signalScript({ region: 'eu-west-1', stackName: 'Shop', logicalId: 'Group', clusterName: 'shop' }).join('\n');
const SELF = 'arn:aws:ecs:eu-west-1:111122223333:container-instance/shop/5';
const signal = (status: string) => `aws cloudformation signal-resource --stack-name Shop --logical-resource-id Group --unique-id i-1 --status ${status}`;

interface World {
  /** What the agent says of itself. */
  readonly metadata?: string;
  /** Services that run once on each instance. */
  readonly services?: string;
  readonly task?: string;
  readonly state?: string;
  readonly groups?: string;
  /** What keeps the service from some instances. */
  readonly bound?: string;
  /** The load balancer of the target group. */
  readonly front?: string;
  /** What the load balancer finds healthy. */
  readonly healthy?: string;
}

const REGISTERED = `{"Cluster":"shop","ContainerInstanceArn":"${SELF}","Version":"Amazon ECS Agent - v1.105.1"}`;
const RUNNING = '{"Arn":"t1","DesiredStatus":"RUNNING","KnownStatus":"RUNNING","Family":"shop","Containers":[{"Name":"web"}]}';
const SERVING: Required<World> = { metadata: REGISTERED, services: 'arn:aws:ecs:eu-west-1:111122223333:service/shop/Web', task: 't1', state: RUNNING, groups: 'tg1', bound: 'None', front: 'lb1', healthy: 'i-0\ti-1' };

function machineIn(world: World): Machine {
  const { metadata, services, task, state, groups, bound, front, healthy } = { ...SERVING, ...world };
  const machine = new Machine();
  machine.fake('curl', `case "$*" in *v1/metadata) echo '${metadata}';; *v1/tasks?taskarn=t1) echo '${state}';; *) exit 22;; esac`);
  machine.fake('aws', `case "$*" in
    *list-services*) echo '${services}';; *list-tasks*) echo '${task}';; *placementConstraints*) echo '${bound}';; *describe-services*) echo '${groups}';; *describe-target-groups*) echo '${front}';; *describe-target-health*) echo '${healthy}';;
  esac`);
  return machine;
}

const signalsOf = (machine: Machine) => machine.run(SCRIPT).calls.filter((call) => call.includes('signal-resource'));

/** The signals of an instance that is switched off instead of trying again, which it has to do. */
function triesOnce(machine: Machine): string[] {
  machine.fake('sleep', 'kill $PPID');
  const { calls, status } = machine.run(SCRIPT);
  expect([calls.at(-1), status]).toEqual(['sleep 10', null]);
  return calls.filter((call) => call.includes('signal-resource'));
}

test('on first creation, an instance that has registered serves, as there is no service yet', () => {
  expect(machineIn({ services: '' }).run(SCRIPT).calls).toEqual([
    'curl -fsS --max-time 5 http://localhost:51678/v1/metadata',
    'aws ecs list-services --cluster shop --scheduling-strategy DAEMON --query serviceArns[] --output text',
    signal('SUCCESS'),
  ]);
});

test('later, it serves when its task runs and is healthy', () => {
  expect(machineIn({}).run(SCRIPT).calls).toEqual([
    'curl -fsS --max-time 5 http://localhost:51678/v1/metadata',
    'aws ecs list-services --cluster shop --scheduling-strategy DAEMON --query serviceArns[] --output text',
    `aws ecs list-tasks --cluster shop --service-name Web --container-instance ${SELF} --query taskArns[0] --output text`,
    'curl -fsS --max-time 5 http://localhost:51678/v1/tasks?taskarn=t1',
    'aws ecs describe-services --cluster shop --services Web --query services[0].loadBalancers[].targetGroupArn --output text',
    'aws elbv2 describe-target-groups --target-group-arns tg1 --query TargetGroups[0].LoadBalancerArns[0] --output text',
    'aws elbv2 describe-target-health --target-group-arn tg1 --query TargetHealthDescriptions[?TargetHealth.State==`healthy`].Target.Id --output text',
    signal('SUCCESS'),
  ]);
});

test.each<[string, World]>([
  ['without a load balancer, a task that runs is enough', { groups: '' }],
  ['in a group that no load balancer uses any more, nobody has to be healthy', { front: 'None', healthy: '' }],
  ['a service that a placement constraint keeps from here is not waited for', { task: 'None', bound: 'memberOf' }],
  ['with an address of its own, the task is the target', { state: '{"Arn":"t1","KnownStatus":"RUNNING","Containers":[{"Networks":[{"NetworkMode":"awsvpc","IPv4Addresses":["10.0.2.7"]}]}]}', healthy: '10.0.2.70\t10.0.2.7' }],
])('%s', (_, world) => {
  expect(signalsOf(machineIn(world))).toEqual([signal('SUCCESS')]);
});

test.each<[string, World]>([
  ['its agent has not registered', { metadata: '{"Cluster":"shop","ContainerInstanceArn":null,"Version":"1"}' }],
  ['it has no task', { task: 'None' }],
  ['a service with a constraint has its task here, and it is starting', { bound: 'memberOf', state: '{"Arn":"t1","KnownStatus":"PENDING"}' }],
  ['its task is starting', { state: '{"Arn":"t1","DesiredStatus":"RUNNING","KnownStatus":"PENDING"}' }],
  ['the load balancer finds only others healthy', { healthy: 'i-0\ti-10' }],
  ['the load balancer finds nobody healthy', { healthy: '' }],
  ['only another task is healthy', { state: '{"Arn":"t1","KnownStatus":"RUNNING","Containers":[{"Networks":[{"IPv4Addresses":["10.0.2.7"]}]}]}', healthy: '10.0.2.70' }],
])('it does not serve yet when %s', (_, world) => {
  expect(triesOnce(machineIn(world))).toEqual([]);
});

test.each(['list-services', 'list-tasks', 'describe-services', 'describe-target-groups', 'describe-target-health'])('it does not serve yet while nobody answers %s', (action) => {
  const machine = machineIn({});
  machine.fake('aws', `case "$*" in *${action}*) exit 254;; *list-services*) echo a/Web;; *list-tasks*) echo t1;; *describe-services*) echo tg1;; *describe-target-groups*) echo lb1;; *describe-target-health*) echo i-1;; esac`);
  expect(triesOnce(machine)).toEqual([]);
});

test('it does not serve yet while nobody says whether it is left out', () => {
  const machine = machineIn({ task: 'None' });
  machine.fake('aws', 'case "$*" in *placementConstraints*) exit 254;; *list-services*) echo a/Web;; *list-tasks*) echo None;; esac');
  expect(triesOnce(machine)).toEqual([]);
});

test('a service that is left out here does not hide the others', () => {
  const answers = '*list-services*) echo "a/Logs\ta/Web";; *list-tasks*) echo None;; *--services?Logs*placementConstraints*) echo memberOf;; *placementConstraints*) echo None;;';
  const machine = machineIn({});
  machine.fake('aws', `case "$*" in ${answers} esac`);
  expect(triesOnce(machine)).toEqual([]);
});

test('each of several services has to run', () => {
  const machine = machineIn({ services: 'a/Web\ta/Jobs', groups: '' });
  machine.fake('aws', 'case "$*" in *list-services*) echo "a/Web\ta/Jobs";; *list-tasks*Web*) echo t1;; *list-tasks*) echo None;; *placementConstraints*) echo None;; esac');
  expect(triesOnce(machine)).toEqual([]);
});

test('a group that no load balancer uses any more does not hide the one that took its place', () => {
  const machine = machineIn({});
  const answers = '*list-services*) echo a/Web;; *list-tasks*) echo t1;; *describe-services*) echo "old\tnew";; *describe-target-groups*old*) echo None;; *describe-target-groups*) echo lb1;;';
  machine.fake('aws', `case "$*" in ${answers} *describe-target-health*) echo i-2;; esac`);
  expect(triesOnce(machine)).toEqual([]);
  machine.fake('aws', `case "$*" in ${answers} *describe-target-health*) echo i-1;; esac`);
  expect(signalsOf(machine)).toEqual([signal('SUCCESS')]);
});

test('while it waits, a group may lose its load balancer to the one that takes its place', () => {
  const machine = machineIn({ healthy: '' });
  machine.fake('sleep', `touch '${machine.path('moved')}'`);
  machine.fake('aws', `case "$*" in *list-services*) echo a/Web;; *list-tasks*) echo t1;; *describe-services*) echo tg1;;
    *describe-target-groups*) [ -e '${machine.path('moved')}' ] && echo None || echo lb1;; esac`);
  const { calls } = machine.run(SCRIPT);
  expect(calls.filter((call) => call === 'sleep 10')).toHaveLength(1);
  expect(calls.at(-1)).toBe(signal('SUCCESS'));
});

test('replicas are no reason to wait: Amazon ECS starts them when the instance of before is drained', () => {
  const machine = machineIn({});
  machine.fake('aws', 'case "$*" in *list-services*DAEMON*) ;; *) exit 254;; esac');
  expect(machine.run(SCRIPT).calls.at(-1)).toBe(signal('SUCCESS'));
});

test('two services are both well', () => {
  const machine = machineIn({});
  machine.fake('aws', `case "$*" in *list-services*) echo "a/Web\ta/Jobs";; *list-tasks*) echo t1;; *describe-services*Web*) echo tg1;; *describe-services*) ;;
    *describe-target-groups*) echo lb1;; *describe-target-health*) echo i-1;; esac`);
  expect(signalsOf(machine)).toEqual([signal('SUCCESS')]);
});

test('it fails when it does not serve within 13 minutes after its boot, before CloudFormation gives up', () => {
  const machine = machineIn({ metadata: '' });
  machine.slow('sleep', 10);
  const { calls, output } = machine.run(SCRIPT);
  expect(calls.filter((call) => call === 'sleep 10')).toHaveLength(72);
  expect(calls.at(-1)).toBe(signal('FAILURE'));
  expect(output).toBe('cdk-dockerrun: no healthy task 13 minutes after boot\n');
});

test('the time that answers take counts', () => {
  const machine = machineIn({});
  machine.slow('aws', 60, 'exit 254');
  machine.slow('sleep', 10);
  const { calls } = machine.run(SCRIPT);
  expect(calls.filter((call) => call === 'sleep 10')).toHaveLength(10);
  expect(calls.at(-1)).toBe(signal('FAILURE'));
});

test('an instance that took longer to boot asks once', () => {
  const machine = machineIn({});
  machine.write('/proc/uptime', '900.00 1700.00\n');
  expect(machine.run(SCRIPT).calls.at(-1)).toBe(signal('SUCCESS'));
});

test('it tries until it serves', () => {
  const machine = machineIn({});
  machine.fake('curl', `[ $(grep -c '^curl' '${machine.path('calls')}') -lt 3 ] && exit 7; case "$*" in *metadata) echo '${REGISTERED}';; *) echo '${RUNNING}';; esac`);
  const { calls } = machine.run(SCRIPT);
  expect(calls.filter((call) => call === 'sleep 10')).toHaveLength(2);
  expect(calls.at(-1)).toBe(signal('SUCCESS'));
});

test('a signal that nobody waits for is no failure', () => {
  const machine = machineIn({ services: '' });
  machine.fake('aws', 'case "$*" in *signal-resource*) exit 254;; esac');
  const { status, output } = machine.run(SCRIPT);
  expect([status, output]).toEqual([0, 'cdk-dockerrun: nobody waits for SUCCESS\n']);
});

test('a reason makes it fail at once', () => {
  const { calls, output } = machineIn({}).run(SCRIPT, 'the disk is full');
  expect([calls, output]).toEqual([[signal('FAILURE')], 'cdk-dockerrun: the disk is full\n']);
});

test('the unit runs it once, after the agent has started', () => {
  expect(SIGNAL_UNIT).toEqual([
    '[Unit]', 'Description=Tells CloudFormation when this instance serves', 'After=ecs.service',
    '[Service]', 'Type=oneshot', 'ExecStart=/usr/local/libexec/cdk-dockerrun-signal',
  ]);
});

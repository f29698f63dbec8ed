import { bootCommands } from '../../lib/ecs/private/instances/boot';
import { Machine } from './machine';

/*
 * The commands of the user, run by bash among those of an instance. What the CDK appends behind them is the name of the
 * cluster; without it an agent would join another one.
 */
const TARGET = { region: 'eu-west-1', stackName: 'Shop', logicalId: 'Group', clusterName: 'shop' };
const CLUSTER = 'echo ECS_CLUSTER=shop > "$CDK_DOCKERRUN_ROOT/cluster"';
const READY = 'var/lib/cdk-dockerrun/ready';
const START = 'systemctl start --no-block cdk-dockerrun-signal.service';
const FAILED = 'the commands of the user failed';

function boot(machine: Machine, ...commands: string[]): ReturnType<Machine['run']> {
  return machine.run(
    [...bootCommands({ directories: [], registryAuth: null }, TARGET, { commands }), CLUSTER].join('\n'),
  );
}

test.each<[string, string[]]>([
  ['that succeed', ['touch "$CDK_DOCKERRUN_ROOT/done"']],
  ['that leave early', ['touch "$CDK_DOCKERRUN_ROOT/done"', 'exit 0', 'exit 1']],
  ['of which one fails, unless they say that none may', ['false', 'touch "$CDK_DOCKERRUN_ROOT/done"', 'false']],
  ['that go on after set -e', ['set -e', 'touch "$CDK_DOCKERRUN_ROOT/done"']],
  [
    'with a document that ends like those of this library',
    ["cat > /dev/null << 'END'\nexit 1\nEND", 'touch "$CDK_DOCKERRUN_ROOT/done"'],
  ],
  [
    'with a line that ends documents of this library',
    [
      "cat > /dev/null << 'CDK_DOCKERRUN_END'\nexit 1\nCDK_DOCKERRUN_END",
      'touch "$CDK_DOCKERRUN_ROOT/done"',
    ],
  ],
  [
    'that change what theirs alone is',
    ['cd /', 'root=/nowhere', 'fail() { exit 3; }', 'touch "$CDK_DOCKERRUN_ROOT/done"'],
  ],
])('after commands %s, the agent knows its cluster', (_, commands) => {
  const machine = new Machine();
  const { status, output, calls } = boot(machine, ...commands);
  expect([status, output]).toEqual([0, '']);
  expect(['done', 'cluster', READY].map((path) => machine.has(path))).toEqual([true, true, true]);
  expect(calls).toEqual(['systemctl daemon-reload', START]);
});

test.each<[string, string[], string]>([
  ['after set -e', ['set -e', 'false', 'touch "$CDK_DOCKERRUN_ROOT/done"'], ''],
  ['by their status', ['exit 7', 'touch "$CDK_DOCKERRUN_ROOT/done"'], ''],
  ['as bash cannot read them', ['if true; then'], 'syntax error'],
])(
  'commands that fail %s fail the instance, say so, and leave no agent that would join another cluster',
  (_, commands, said) => {
    const machine = new Machine();
    const { status, output, calls } = boot(machine, ...commands);
    expect(status).toBe(1);
    expect(output).toContain(said);
    expect(output).toContain(`cdk-dockerrun: ${FAILED}\n`);
    expect(calls).toEqual([
      'systemctl daemon-reload',
      'aws cloudformation signal-resource --stack-name Shop --logical-resource-id Group --unique-id i-1 --status '
        + 'FAILURE',
      `shutdown -h +15 ${FAILED}`,
    ]);
    expect(['done', 'cluster', READY].map((path) => machine.has(path))).toEqual([false, false, false]);
    expect(machine.read('etc/systemd/system/ecs.service.d/cdk-dockerrun.conf')).toBe(
      `[Unit]\nConditionPathExists=/${READY}\n`,
    );
  },
);

test('a second run that fails leaves no agent either', () => {
  const machine = new Machine();
  boot(machine, 'true');
  boot(machine, 'exit 1');
  expect(machine.has(READY)).toBe(false);
});

test('only root reads them', () => {
  const machine = new Machine();
  boot(machine, 'PASSWORD=secret');
  expect(machine.mode('var/lib/cdk-dockerrun/commands')).toBe('700');
});

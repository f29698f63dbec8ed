import { bootCommands } from '../../lib/ecs/private/instances/boot';
import { container, file, Json, only, statementsOf, target, templateOf } from '../ecs/helpers';
import { Machine } from './machine';

const CONFIG = 'etc/ecs/ecs.config';
const READY = 'var/lib/cdk-dockerrun/ready';
const TARGET = { region: 'eu-west-1', stackName: 'Shop', logicalId: 'Group', clusterName: 'shop' };
const SIGNAL = 'aws cloudformation signal-resource --stack-name Shop --logical-resource-id Group --unique-id i-1 --status';
const START = 'systemctl start --no-block cdk-dockerrun-signal.service';
const script = bootCommands({ directories: [], registryAuth: { bucket: 'shop', key: 'it\'s/.dockercfg' } }, TARGET).join('\n');
const DOCKERCFG = '{\n  "https://index.docker.io/v1/": { "auth": "c2hvcDpwYXNz", "email": "it@example.com" }\n}\n';
const ON_ONE_LINE = '{"https://index.docker.io/v1/":{"auth":"c2hvcDpwYXNz","email":"it@example.com"}}';

/** An instance that AWS gives this file to. */
function machine(text: string): Machine {
  const made = new Machine();
  made.write('given', text);
  made.fake('aws', `case "$*" in *get-object*) cp '${made.path('given')}' "\${@: -1}";; esac`);
  return made;
}

test('the agent is told what is in the file, in what it was told before', () => {
  const instance = machine(DOCKERCFG);
  instance.write(CONFIG, 'ECS_CLUSTER=shop\n');
  const { status, output, calls } = instance.run(script);
  expect([status, output]).toEqual([0, '']);
  expect(instance.read(CONFIG)).toBe(`ECS_CLUSTER=shop\nECS_ENGINE_AUTH_TYPE=dockercfg\nECS_ENGINE_AUTH_DATA=${ON_ONE_LINE}\n`);
  expect(calls).toEqual(['systemctl daemon-reload', expect.stringMatching(/^aws s3api get-object --region eu-west-1 --bucket shop --key it's\/\.dockercfg \//), START]);
  expect(instance.mode(CONFIG)).toBe('600');
  expect(instance.has(READY)).toBe(true);
});

test('a second run says the same once, with what the file holds by then', () => {
  const instance = machine('{ "old.example.com": { "auth": "b2xk" } }');
  instance.run(script);
  instance.write('given', DOCKERCFG);
  expect(instance.run(script).status).toBe(0);
  expect(instance.read(CONFIG)).toBe(`ECS_ENGINE_AUTH_TYPE=dockercfg\nECS_ENGINE_AUTH_DATA=${ON_ONE_LINE}\n`);
});

test('of the newer form of the file the agent is told what it knows', () => {
  const instance = machine(`{ "auths": ${DOCKERCFG} }`);
  instance.run(script);
  expect(instance.read(CONFIG)).toContain(`ECS_ENGINE_AUTH_DATA=${ON_ONE_LINE}\n`);
});

test.each([
  ['a file that cannot be read', (instance: Machine) => instance.fake('aws', 'case "$*" in *get-object*) exit 1;; esac'), 'the credentials of registries could not be downloaded'],
  ['a file that is no JSON', (instance: Machine) => instance.write('given', 'password'), 'the credentials of registries are no JSON object'],
  ['a file that holds no object', (instance: Machine) => instance.write('given', '[]'), 'the credentials of registries are no JSON object'],
])('%s fails the instance, says why, and leaves no agent that would join another cluster', (_name, spoil, reason) => {
  const instance = machine(DOCKERCFG);
  instance.run(script);
  spoil(instance);
  const { status, output, calls } = instance.run(`${script}\necho ECS_CLUSTER=shop`);
  expect([status, output]).toEqual([1, `cdk-dockerrun: ${reason}\n`]);
  expect(calls.slice(-2)).toEqual([`${SIGNAL} FAILURE`, `shutdown -h +15 ${reason}`]);
  expect(calls).not.toContain(START);
  expect(instance.has(READY)).toBe(false);
  expect(instance.read('etc/systemd/system/ecs.service.d/cdk-dockerrun.conf')).toBe(`[Unit]\nConditionPathExists=/${READY}\n`);
});

test('the agent is told nothing by a file that is no JSON', () => {
  const instance = machine('password');
  instance.run(script);
  expect(instance.has(CONFIG)).toBe(false);
});

describe('the template', () => {
  const template = () => templateOf({
    dockerrun: file([container('web', { portMappings: [{ hostPort: 80, containerPort: 80 }] })], { authentication: { bucket: 'shop', key: 'config/.dockercfg' } }),
  });

  test('lets instances read exactly that object', () => {
    const made = template();
    const role = target(only(made, 'AWS::IAM::InstanceProfile').Properties.Roles[0]);
    const reads = statementsOf(made, role).filter(({ Action }: Json) => Action === 's3:GetObject');
    expect(reads.map(({ Resource }: Json) => Resource)).toEqual([{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::shop/config/.dockercfg']] }]);
  });

  test('has them fetch it at boot', () => {
    const userData = JSON.stringify(only(template(), 'AWS::EC2::LaunchTemplate').Properties.LaunchTemplateData.UserData);
    expect(userData).toContain('--bucket \'shop\' --key \'config/.dockercfg\'');
    expect(JSON.stringify(only(templateOf(), 'AWS::EC2::LaunchTemplate'))).not.toContain('ECS_ENGINE_AUTH');
  });
});

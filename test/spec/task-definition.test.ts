import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { Dockerrun, EcsEnvironment } from '../../lib';
import { readDockerrun } from '../../lib/core/reading/read';
import { TASK_KEYS } from '../../lib/core/spec/task-definition/keys';

const CONTAINER = { name: 'web', image: 'nginx:1.29', cpu: 0, portMappings: [{ containerPort: 80, hostPort: 80 }], environment: [], mountPoints: [] };
const ROLE = 'arn:aws:iam::123456789012:role/shop';

/** As `aws ecs describe-task-definition` prints it. */
const DESCRIBED = {
  taskDefinition: {
    taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/shop:7', containerDefinitions: [CONTAINER, { ...CONTAINER, name: 'side', portMappings: [] }],
    family: 'shop', taskRoleArn: ROLE, networkMode: 'awsvpc', revision: 7, volumes: [], status: 'ACTIVE', requiresAttributes: [{ name: 'x' }],
    placementConstraints: [], compatibilities: ['EC2', 'FARGATE'], requiresCompatibilities: ['FARGATE'], cpu: '512', memory: '1024',
    registeredAt: 1700000000, registeredBy: ROLE,
  },
  tags: [],
};

function read(content: object) {
  return readDockerrun(JSON.stringify(content), { strict: false, substitutions: {} });
}

test('a described task definition is known by its shape', () => {
  const { document, findings } = read(DESCRIBED);
  expect(document!.spec.task).toEqual({ networkMode: 'awsvpc', taskRoleArn: ROLE });
  expect(document!.spec.containers.map(({ memoryReservation }) => memoryReservation)).toEqual([512, 512]);
  expect(findings.map(({ code, path }) => [code, path])).toEqual([
    ['DR7103', 'taskDefinition.requiresCompatibilities'], ['DR7101', 'taskDefinition.cpu'], ['DR7102', 'taskDefinition.memory'],
  ]);
});

test('what is registered is one, too, and a Dockerrun file is none', () => {
  expect(read({ family: 'shop', containerDefinitions: [{ ...CONTAINER, memory: 64 }] }).document!.spec.source).toBe('task-definition');
  expect(read({ AWSEBDockerrunVersion: 2, family: 'shop', containerDefinitions: [{ ...CONTAINER, memory: 64 }] }).document!.spec.source).toBeUndefined();
});

test('every key of the task is answered', () => {
  const keys = 'family taskRoleArn executionRoleArn networkMode containerDefinitions volumes placementConstraints requiresCompatibilities cpu memory tags '
    + 'pidMode ipcMode proxyConfiguration inferenceAccelerators ephemeralStorage runtimePlatform enableFaultInjection taskDefinitionArn revision status '
    + 'requiresAttributes compatibilities registeredAt registeredBy deregisteredAt deleteRequestedAt';
  expect(Object.keys(TASK_KEYS).sort()).toEqual(keys.split(' ').sort());
});

function propertiesOf(props: object = {}) {
  const stack = new Stack(new App(), 'Shop');
  const dockerrun = Dockerrun.fromObject(DESCRIBED);
  new EcsEnvironment(stack, 'Environment', { dockerrun, ...props });
  const [task] = Object.values(Template.fromStack(stack).findResources('AWS::ECS::TaskDefinition'));
  return task.Properties as { NetworkMode: string; TaskRoleArn: unknown };
}

test('what it says of the task is in the template, and a prop wins', () => {
  expect(propertiesOf()).toMatchObject({ NetworkMode: 'awsvpc', TaskRoleArn: ROLE });
  expect(propertiesOf({ networkMode: NetworkMode.BRIDGE })).toMatchObject({ NetworkMode: 'bridge' });
});

test('an object in code is read as its JSON', () => {
  const content = { AWSEBDockerrunVersion: 2, containerDefinitions: [{ ...CONTAINER, memory: 64 }] };
  expect(Dockerrun.fromObject(content).containerNames).toEqual(['web']);
  expect(() => Dockerrun.fromObject({ ...content, containerDefinitions: [{ name: 'web' }] })).toThrow(/DR1003[\s\S]*Dockerrun\.aws\.json:4:5/);
});

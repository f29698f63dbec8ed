import { App, Stack } from 'aws-cdk-lib';
import { InstanceType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { ContainerImage, NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { DockerrunCluster, DockerrunService, EcsEnvironment, WorkerConsumer } from '../../lib';
import { container, environment, file } from './helpers';

const task = (name: string, memory: number) => file([container(name, { memory })]);

test('an environment refuses a task that no instance could run, and makes nothing', () => {
  const stack = new Stack(new App(), 'Test');
  expect(() => new EcsEnvironment(stack, 'Environment', { dockerrun: task('web', 4097) })).toThrow('must reserve at most the 4096 MiB of t3.medium, got 4097 MiB; no such instance would ever run the task.');
  expect(stack.node.tryFindChild('Environment')?.node.children).toEqual([]);
});

test('the larger type that the message names is accepted', () => {
  expect(environment({ dockerrun: task('web', 4097), instanceType: new InstanceType('t3.large') }).plan.decision('instance fit').choice)
    .toBe('4097 of 7618 MiB, 0 of 2048 CPU units');
});

describe('services of one environment share its instances', () => {
  test('in memory, where the last one is refused', () => {
    const made = environment({ dockerrun: task('web', 2000) });
    const { plan } = made.addService('Api', { dockerrun: task('api', 1000) });
    expect(plan.decision('instance fit').choice).toBe('3000 of 3828 MiB, 0 of 2048 CPU units');
    expect(() => made.addService('Job', { dockerrun: task('job', 1097) }))
      .toThrow('got 4097 MiB together with "Service", "Api" on the same instance; no such instance would ever run the task.');
    expect(made.node.tryFindChild('Job')).toBeUndefined();
  });

  test('in network interfaces', () => {
    const made = environment({ networkMode: NetworkMode.AWS_VPC, dockerrun: task('web', 128) });
    made.addService('Api', { dockerrun: task('api', 128), networkMode: NetworkMode.AWS_VPC });
    expect(() => made.addService('Job', { dockerrun: task('job', 128), networkMode: NetworkMode.AWS_VPC }))
      .toThrow('take 3 network interfaces together with "Service", "Api" on the same instance, but t3.medium has 2 for tasks');
    expect(() => made.addService('Job', { dockerrun: task('job', 128) })).not.toThrow();
  });
});

test('a service on the cluster of somebody else is not measured against a type that nobody chose', () => {
  const stack = new Stack(new App(), 'Test');
  const { cluster } = new DockerrunCluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc'), instanceType: new InstanceType('r7i.xlarge') });
  const { plan } = new DockerrunService(stack, 'Service', { dockerrun: task('web', 20000), cluster });
  expect(plan.decision('instance fit').choice).toBe('not checked');
});

test('the dispatcher of a service counts for it and for those that come after it', () => {
  const made = environment({ instanceType: new InstanceType('t3.medium') });
  const jobs = file([container('jobs', { portMappings: [{ hostPort: 8080, containerPort: 80 }] })]);
  const dispatching = (memoryLimitMiB: number) => ({ consumer: WorkerConsumer.dispatcher(ContainerImage.fromRegistry('example/sqsd:1'), { memoryLimitMiB }) });
  expect(() => made.addService('Jobs', { dockerrun: jobs, worker: dispatching(3841) })).toThrow('must reserve at most the 4096 MiB of t3.medium, got 4097 MiB');
  made.addService('Jobs', { dockerrun: jobs, worker: dispatching(3000) });
  expect(() => made.addService('More', { dockerrun: file([container('more', { memory: 841 })]) })).toThrow('must reserve at most the 4096 MiB of t3.medium, got 4097 MiB');
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import {
  Decision, DockerrunCluster, DockerrunLoadBalancer, DockerrunNetwork, DockerrunNetworkLoadBalancer,
  DockerrunTaskDefinition, EcsEnvironment,
} from '../../lib';
import { planBeanstalk } from '../../lib/core/beanstalk';
import { BeanstalkChoices } from '../../lib/core/settings/beanstalk/beanstalk';
import { document } from '../beanstalk/plans';
import { file, WEB } from './helpers';

/* What is decided is said: no collection of decisions is thrown away. */
const topicsOf = (decisions: readonly Decision[]) => decisions.map(({ topic, choice }) => `${topic}: ${choice}`);

describe('a part by itself says what was decided about it, and nothing else', () => {
  const stack = new Stack(new App(), 'Test');
  const vpc = new ec2.Vpc(stack, 'Vpc');

  test('a network', () => {
    const { decisions } = new DockerrunNetwork(stack, 'Network', { maxAzs: 2 });
    expect(topicsOf(decisions)).toEqual(expect.arrayContaining(['availability zones: 2']));
    expect(decisions.map(({ topic }) => topic)).not.toContain('instance type');
  });

  test('a cluster', () => {
    const { decisions } = new DockerrunCluster(stack, 'Cluster', { vpc, instanceType: new ec2.InstanceType('m7g.large') });
    expect(decisions.find(({ topic }) => topic === 'instance type')).toMatchObject({ choice: 'm7g.large', source: 'prop' });
    expect(decisions.map(({ topic }) => topic)).not.toContain('load balancer');
  });

  test('load balancers', () => {
    const { decisions } = new DockerrunLoadBalancer(stack, 'Front', { vpc, listeners: [{ port: 80 }] });
    expect(topicsOf(decisions)).toEqual(expect.arrayContaining(['listener 80: HTTP 80 → response 404']));
    const network = new DockerrunNetworkLoadBalancer(stack, 'NetworkFront', { vpc, listeners: [{ port: 53 }] });
    expect(topicsOf(network.decisions)).toEqual(expect.arrayContaining(['network load balancer: public']));
    expect(network.decisions.map(({ topic }) => topic)).not.toContain('instance type');
  });

  test('a task definition', () => {
    const { decisions } = new DockerrunTaskDefinition(stack, 'Task', { dockerrun: file([WEB]) });
    expect(topicsOf(decisions)).toEqual(expect.arrayContaining(['network mode: bridge']));
  });

  test('the plan of an environment says it for its parts', () => {
    const environment = new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]) });
    expect(environment.taskDefinition.decisions).toEqual([]);
    expect(topicsOf(environment.plan.decisions)).toEqual(expect.arrayContaining(['network mode: bridge']));
  });
});

describe('on Elastic Beanstalk', () => {
  const decisionsOf = (beanstalk: BeanstalkChoices) => planBeanstalk(
    document([{ name: 'web', image: 'example/web:1.0', memory: 128, portMappings: [{ hostPort: 80, containerPort: 8000 }] }]),
    { vpc: true, listeners: [{ port: 80, instancePort: 80, healthCheck: { path: '/health' } }], beanstalk },
  ).plan!.decisions;

  test('listeners of a shared load balancer and what they lead to are said, the load balancer itself is not', () => {
    const decisions = decisionsOf({ sharedLoadBalancer: true });
    const said = topicsOf(decisions);
    expect(said).toEqual(expect.arrayContaining([
      'load balancer: shared', 'listener 80: HTTP 80 → host port 80 → web:8000', expect.stringMatching(/^health check of listener 80: .*\/health/),
    ]));
    expect(decisions.map(({ topic }) => topic)).not.toContain('idle timeout');
  });

  test('a single instance is open on ports, and nobody checks it', () => {
    const said = topicsOf(decisionsOf({ singleInstance: true }));
    expect(said).toEqual(expect.arrayContaining(['load balancer: none', 'listener 80: HTTP 80 → host port 80 → web:8000']));
    expect(said.filter((line) => /health check|idle timeout/.test(line))).toEqual([]);
  });
});

test('a collection that is made is passed on', () => {
  const folder = join(__dirname, '../../lib/core');
  const made = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter((line) => line.includes('new Decisions(')));
  expect(made.filter((line) => !/^ {2}const decisions = |^ {4}return /.test(line))).toEqual([]);
});

import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { MicroservicesStack } from '../../examples/microservices/stack';
import { TemplateJson } from '../walker/template';
import { walk } from '../walker/walk';

const template = Template.fromStack(new MicroservicesStack(new App(), 'Microservices'));

test.each([['users', 1], ['threads', 2], ['posts', 3]])('%s is a service of its own, behind its path with priority %d', (name, priority) => {
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [{ Name: name, Cpu: 256, Memory: 256, PortMappings: [{ ContainerPort: 3000, HostPort: 0 }] }],
  });
  template.hasResourceProperties('AWS::ECS::Service', { DesiredCount: 1, LoadBalancers: [{ ContainerName: name, ContainerPort: 3000 }] });
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', {
    Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: [`/api/${name}*`] } }],
    Priority: priority,
  });
});

test('all of them are on one cluster of two instances and behind one listener', () => {
  for (const type of ['AWS::ECS::Cluster', 'AWS::AutoScaling::AutoScalingGroup', 'AWS::ElasticLoadBalancingV2::Listener']) template.resourceCountIs(type, 1);
  for (const type of ['AWS::ECS::Service', 'AWS::ECS::TaskDefinition', 'AWS::ElasticLoadBalancingV2::TargetGroup']) template.resourceCountIs(type, 3);
  template.hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', { MinSize: '2', MaxSize: '2' });
});

test('the health of each is asked for every 6 seconds', () => {
  template.allResourcesProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
    HealthCheckPath: '/',
    HealthCheckIntervalSeconds: 6,
    HealthCheckTimeoutSeconds: 5,
    HealthyThresholdCount: 2,
    UnhealthyThresholdCount: 2,
  });
});

test('each has alarms of its own, and all of them tell one topic', () => {
  const topics = Object.keys(template.findResources('AWS::SNS::Topic')).map((Ref) => ({ Ref }));
  const alarms = Object.entries(template.findResources('AWS::CloudWatch::Alarm'));
  expect(topics).toHaveLength(1);
  for (const [, { Properties }] of alarms) expect([Properties.AlarmActions, Properties.OKActions]).toEqual([topics, topics]);
  const usual = ['CpuAlarm', 'MemoryAlarm', 'MissingTasksAlarm', expect.stringMatching(/^ServerErrors80/), expect.stringMatching(/^UnhealthyHosts80/)];
  const ofService = (name: string) => alarms.flatMap(([id]) => (id.startsWith(name) ? id.slice(name.length, -8) : [])).sort();
  expect(['ForumThreads', 'ForumPosts'].map(ofService)).toEqual([usual, usual]);
  expect(ofService('ForumService')).toEqual(['CpuAlarm', 'LoadBalancerErrorsAlarm', ...usual.slice(1)]);
  template.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
});

test('each is reached from the internet with the least rules that serve', () => {
  const { listeners: [{ paths, breaks }], overBroad } = walk(template.toJSON() as TemplateJson);
  expect([breaks, overBroad]).toEqual([[], []]);
  expect(paths.map((path) => path[path.length - 1]).slice(1)).toEqual(['users', 'threads', 'posts'].map((name) => `container ${name} answers on port 3000`));
});

test('matches its snapshot', () => {
  expect(template.toJSON()).toMatchSnapshot();
});

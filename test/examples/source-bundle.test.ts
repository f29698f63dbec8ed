import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { SourceBundleStack } from '../../examples/source-bundle/stack';

const stack = new SourceBundleStack(new App(), 'SourceBundle');
const template = Template.fromStack(stack as Stack);

test('the server shows folders of the bundle, and writes its logs to a folder of the instance', () => {
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    Volumes: [
      { Name: 'site', Host: { SourcePath: '/var/app/current/site' } },
      { Name: 'proxy-conf', Host: { SourcePath: '/var/app/current/proxy/conf.d' } },
      { Name: 'awseb-logs-proxy', Host: { SourcePath: '/var/log/containers/proxy' } },
    ],
    ContainerDefinitions: [Match.objectLike({
      MountPoints: [
        { SourceVolume: 'site', ContainerPath: '/usr/share/nginx/html', ReadOnly: true },
        { SourceVolume: 'proxy-conf', ContainerPath: '/etc/nginx/conf.d', ReadOnly: true },
        { SourceVolume: 'awseb-logs-proxy', ContainerPath: '/var/log/nginx', ReadOnly: false },
      ],
    })],
  });
});

test('the group is there when two instances have signaled, and each is replaced when the one before serves', () => {
  template.hasResource('AWS::AutoScaling::AutoScalingGroup', {
    CreationPolicy: { ResourceSignal: { Count: 2, Timeout: 'PT15M' } },
    UpdatePolicy: { AutoScalingRollingUpdate: { MaxBatchSize: 1, MinInstancesInService: 2, PauseTime: 'PT15M', WaitOnResourceSignals: true } },
  });
});

test('nobody warns of empty folders', () => {
  expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('bundle'))).toEqual([]);
});

test('matches its snapshot', () => {
  expect(template.toJSON()).toMatchSnapshot();
});

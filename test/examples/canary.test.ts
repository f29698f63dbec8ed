import { App } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { CanaryStack } from '../../examples/canary/stack';
import { TemplateJson } from '../walker/template';
import { walk } from '../walker/walk';

const stack = new CanaryStack(new App(), 'Canary');
const template = Template.fromStack(stack);

test('a tenth of the requests tries a new version of the API, watched by the alarm', () => {
  const [alarm] = Object.keys(template.findResources('AWS::CloudWatch::Alarm'));
  template.hasResourceProperties('AWS::ECS::Service', {
    DeploymentConfiguration: {
      Strategy: 'CANARY',
      CanaryConfiguration: { CanaryPercent: 10, CanaryBakeTimeInMinutes: 15 },
      BakeTimeInMinutes: 30,
      DeploymentCircuitBreaker: { Enable: true, Rollback: true },
      Alarms: { AlarmNames: [{ Ref: alarm }], Enable: true, Rollback: true },
    },
    LoadBalancers: [{ ContainerName: 'api', ContainerPort: 3000, AdvancedConfiguration: Match.anyValue() }],
  });
});

test('the site rolls', () => {
  template.hasResourceProperties('AWS::ECS::Service', {
    DeploymentConfiguration: { Strategy: 'ROLLING', DeploymentCircuitBreaker: { Enable: true, Rollback: true } },
    LoadBalancers: [{ ContainerName: 'site', ContainerPort: 80, AdvancedConfiguration: Match.absent() }],
  });
});

test('both versions of the API are asked for their health in the same way', () => {
  const groups = Object.entries(template.findResources('AWS::ElasticLoadBalancingV2::TargetGroup', { Properties: { HealthCheckPath: '/health' } }));
  expect(groups.map(([id]) => id)).toEqual([expect.stringContaining('ApiTarget80Rule'), expect.stringContaining('ApiSecondTarget80Rule')]);
  expect(groups[0][1]).toEqual(groups[1][1]);
});

test('nothing is left to be warned about', () => {
  expect(Annotations.fromStack(stack).findWarning('*', Match.anyValue())).toEqual([]);
});

test('everything is reached from the internet with the least rules that serve', () => {
  const { listeners: [{ paths, breaks }], overBroad } = walk(template.toJSON() as TemplateJson);
  expect([breaks, overBroad]).toEqual([[], []]);
  expect(paths).toHaveLength(3);
});

test('matches its snapshot', () => {
  expect(template.toJSON()).toMatchSnapshot();
});

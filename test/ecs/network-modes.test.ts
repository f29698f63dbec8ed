import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { Dockerrun, EcsEnvironment } from '../../lib';
import { TemplateJson } from '../walker/template';
import { walk } from '../walker/walk';

/** A web container, and an API on another port that a rule leads to. */
function file(webPort: object, apiPort: object): string {
  return JSON.stringify({
    AWSEBDockerrunVersion: 2,
    containerDefinitions: [
      { name: 'web', image: 'example/web:1', memory: 128, portMappings: [webPort] },
      { name: 'api', image: 'example/api:1', memory: 128, portMappings: [apiPort] },
    ],
  });
}

function synthesize(text: string, networkMode: NetworkMode): Template {
  const stack = new Stack(new App(), 'Test');
  new EcsEnvironment(stack, 'Environment', {
    dockerrun: Dockerrun.fromString(text),
    networkMode,
    listeners: [
      { port: 80, containerName: 'web', rules: [{ pathPatterns: ['/api/*'], containerName: 'api' }] },
      { port: 8080, containerName: 'api' },
    ],
  });
  return Template.fromStack(stack);
}

const STATIC = file({ hostPort: 8000, containerPort: 8000 }, { hostPort: 3000, containerPort: 3000 });
const MAPPED = file({ hostPort: 80, containerPort: 8000 }, { hostPort: 3001, containerPort: 3000 });
const DYNAMIC = file({ containerPort: 8000 }, { hostPort: 0, containerPort: 3000 });

/** What stands between a client and the containers, port by port: `web`, `api` by rule, `api` by listener. */
test.each([
  [NetworkMode.BRIDGE, 'static', STATIC, 'instance', ['8000', '3000', '3000']],
  [NetworkMode.BRIDGE, 'mapped', MAPPED, 'instance', ['80', '3001', '3001']],
  [NetworkMode.BRIDGE, 'dynamic', DYNAMIC, 'instance', ['32768-65535', '32768-65535', '32768-65535']],
  [NetworkMode.AWS_VPC, 'static', STATIC, 'ip', ['8000', '3000', '3000']],
  [NetworkMode.AWS_VPC, 'mapped', MAPPED, 'ip', ['8000', '3000', '3000']],
  [NetworkMode.AWS_VPC, 'dynamic', DYNAMIC, 'ip', ['8000', '3000', '3000']],
  [NetworkMode.HOST, 'static', STATIC, 'instance', ['8000', '3000', '3000']],
  [NetworkMode.HOST, 'mapped', MAPPED, 'instance', ['8000', '3000', '3000']],
  [NetworkMode.HOST, 'dynamic', DYNAMIC, 'instance', ['8000', '3000', '3000']],
])('in %s mode, %s ports are reached with the least rule that serves', (mode, _kind, text, targetType, ports) => {
  const template = synthesize(text, mode);
  const { listeners, overBroad } = walk(template.toJSON() as TemplateJson);
  expect(overBroad).toEqual([]);
  expect(listeners.flatMap(({ breaks }) => breaks)).toEqual([]);
  const paths = listeners.flatMap((listener) => listener.paths);
  const accepted = paths.map((path) => /accepts tcp (\S+) from/.exec(path.filter((step) => step.includes(' of the ')).join('\n'))?.[1]);
  expect([...accepted].sort()).toEqual([...ports].sort());
  const types = Object.values(template.findResources('AWS::ElasticLoadBalancingV2::TargetGroup')).map(({ Properties }) => Properties.TargetType);
  expect(types).toEqual([targetType, targetType, targetType]);
});

test('in none mode there is neither a load balancer nor a way in', () => {
  const stack = new Stack(new App(), 'Test');
  const text = JSON.stringify({ AWSEBDockerrunVersion: 2, containerDefinitions: [{ name: 'job', image: 'example/job:1', memory: 128 }] });
  new EcsEnvironment(stack, 'Environment', { dockerrun: Dockerrun.fromString(text), networkMode: NetworkMode.NONE });
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::ElasticLoadBalancingV2::LoadBalancer', 0);
  template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 0);
  template.hasResourceProperties('AWS::ECS::TaskDefinition', { NetworkMode: 'none' });
});

test('in host mode a container maps every port to itself', () => {
  synthesize(MAPPED, NetworkMode.HOST).hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [
      { PortMappings: [{ ContainerPort: 8000, HostPort: 8000, Protocol: 'tcp' }] },
      { PortMappings: [{ ContainerPort: 3000, HostPort: 3000, Protocol: 'tcp' }] },
    ],
  });
});

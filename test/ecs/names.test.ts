import { App, Aws, Stack } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { DockerrunLoadBalancer, EcsEnvironment } from '../../lib';
import { container, environment, file, only, templateOf, WEB } from './helpers';

const NAMED = { loadBalancerName: 'shop', listeners: [{ port: 80, targetGroupName: 'shop-web' }] };

test('the load balancer and its target groups may be named', () => {
  const template = templateOf(NAMED);
  expect(only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').Properties.Name).toBe('shop');
  expect(only(template, 'AWS::ElasticLoadBalancingV2::TargetGroup').Properties.Name).toBe('shop-web');
});

test('without a name, CloudFormation makes one up', () => {
  const template = templateOf();
  expect(only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').Properties).not.toHaveProperty('Name');
  expect(only(template, 'AWS::ElasticLoadBalancingV2::TargetGroup').Properties).not.toHaveProperty('Name');
});

describe('a name that another resource has', () => {
  const env = { account: '111122223333', region: 'eu-west-1' };
  let app: App;
  beforeEach(() => {
    app = new App();
    new EcsEnvironment(new Stack(app, 'First', { env }), 'Shop', { dockerrun: file([WEB]), ...NAMED });
  });

  test.each([
    ['load balancer', { loadBalancerName: 'shop' }, 'loadBalancerName must be used once in an account and region, got "shop", which First/Shop/LoadBalancer/LoadBalancer/Resource has already.'],
    ['target group', { listeners: [{ port: 80, targetGroupName: 'shop-web' }] }, 'listeners[0].targetGroupName must be used once in an account and region, got "shop-web", which First/Shop/Service/TargetNamedshop80/Resource has already.'],
  ])('of a %s is refused before anything is made', (_, props, message) => {
    const second = new Stack(app, 'Second', { env });
    expect(() => new EcsEnvironment(second, 'Shop', { dockerrun: file([WEB]), ...props })).toThrow(message);
    expect(second.node.findChild('Shop').node.children).toEqual([]);
  });

  test('may be the same in another region', () => {
    const second = new Stack(app, 'Second', { env: { ...env, region: 'eu-west-2' } });
    expect(() => new EcsEnvironment(second, 'Shop', { dockerrun: file([WEB]), ...NAMED })).not.toThrow();
  });

  test('is refused for a load balancer and for a service alone, too', () => {
    const second = new Stack(app, 'Second', { env });
    expect(() => new DockerrunLoadBalancer(second, 'Front', { vpc: new Vpc(second, 'Vpc'), listeners: [{ port: 80 }], loadBalancerName: 'shop' })).toThrow('got "shop"');
    const made = new EcsEnvironment(second, 'Other', { dockerrun: file([WEB]) });
    const api = file([container('api', { portMappings: [{ containerPort: 3000 }] })]);
    expect(() => made.addService('Api', { dockerrun: api, rules: [{ pathPatterns: ['/api'], targetGroupName: 'shop-web' }] })).toThrow('got "shop-web"');
  });
});

test('a name that is a token is not compared', () => {
  expect(JSON.parse(environment({ loadBalancerName: Aws.STACK_NAME }).plan.toJson()).front.name).toEqual({ unresolved: 'loadBalancerName' });
});

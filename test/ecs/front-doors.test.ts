import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json';
import { DockerrunListenerRule, EcsEnvironment, EcsEnvironmentProps, FrontDoor } from '../../lib';
import { CDK_CHANGES, differences } from '../examples/feature-flags';
import { container, file, Json } from './helpers';

/* What holds for every front door, with and without a domain name. */

const PORTS: Readonly<Record<string, number>> = { web: 80, api: 8001, admin: 8002 };
const rule = (name: string): DockerrunListenerRule => ({ pathPatterns: [`/${name}/*`], containerName: name });
const domain = (stack: Stack) => ({
  domainName: 'shop.example.com', domainZone: HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z123', zoneName: 'example.com' }),
});
const certificate = (stack: Stack) => Certificate.fromCertificateArn(stack, 'Virginia', 'arn:aws:acm:us-east-1:123456789012:certificate/a');

const DOORS: Readonly<Record<string, (stack: Stack) => Partial<EcsEnvironmentProps>>> = {
  'a load balancer with a domain name': domain,
  'an HTTP API': () => ({ frontDoor: FrontDoor.httpApi() }),
  'an HTTP API with a domain name': (stack) => ({ ...domain(stack), frontDoor: FrontDoor.httpApi() }),
  'CloudFront': () => ({ frontDoor: FrontDoor.cloudFront({ originPrefixListId: 'pl-3b927c52' }) }),
  'CloudFront with a domain name': (stack) => ({
    ...domain(stack), frontDoor: FrontDoor.cloudFront({ originPrefixListId: 'pl-3b927c52', certificate: certificate(stack) }),
  }),
};

function templateOf(door: string, names: readonly string[] = ['web'], context: object = {}): Json {
  const stack = new Stack(new App({ context: context as Record<string, unknown> }), 'Test');
  const containers = names.map((name) => container(name, { portMappings: [{ hostPort: PORTS[name], containerPort: 80 }] }));
  const given = DOORS[door](stack);
  const port = given.domainName && given.frontDoor?._settings('frontDoor').kind !== 'http-api' ? 443 : 80;
  const rules = names.filter((name) => name !== 'web').map(rule);
  new EcsEnvironment(stack, 'Environment', { dockerrun: file(containers), listeners: [{ port, instancePort: 80, rules }], ...given });
  return Template.fromStack(stack).toJSON();
}

/** Every resource by its id, with the properties that must not change. */
function kept({ Resources }: Json, ids: readonly string[]): Json {
  return ids.map((id) => [id, Resources[id]?.Type, Resources[id]?.Properties?.Priority]);
}

describe.each(Object.keys(DOORS))('%s', (door) => {
  const before = templateOf(door, ['web', 'api']);

  test.each([[['web', 'api', 'admin']], [['admin', 'web', 'api']], [['api', 'web']]])('keeps every id and priority with the containers %j', (names) => {
    const ids = Object.keys(before.Resources);
    expect(kept(templateOf(door, names), ids)).toEqual(kept(before, ids));
  });

  test('loses with a rule only what belongs to it', () => {
    const after = templateOf(door);
    const ids = Object.keys(after.Resources);
    expect(kept(before, ids)).toEqual(kept(after, ids));
    const lost = Object.keys(before.Resources).filter((id) => !ids.includes(id)).map((id) => before.Resources[id].Type).sort();
    expect(lost).toEqual([
      'AWS::EC2::SecurityGroupEgress', 'AWS::EC2::SecurityGroupIngress', 'AWS::ElasticLoadBalancingV2::ListenerRule', 'AWS::ElasticLoadBalancingV2::TargetGroup',
    ]);
  });

  test('is the same whatever the flags say, but for what the CDK writes differently itself', () => {
    const silence = jest.spyOn(console, 'error').mockImplementation();
    const changed = differences(templateOf(door), templateOf(door, ['web'], recommended));
    expect(changed.filter((difference) => !CDK_CHANGES.some(({ explains }) => explains(difference)))).toEqual([]);
    silence.mockRestore();
  });

  test('has no custom resource and no function', () => {
    const types = Object.values<Json>(before.Resources).map(({ Type }) => Type);
    expect(types.filter((type) => /Lambda|Custom|CloudFormation/.test(type))).toEqual([]);
  });
});

import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { ApplicationProtocol, ApplicationProtocolVersion } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { DockerrunAction, DockerrunListener, EcsEnvironment } from '../../lib';
import { walk } from '../walker/walk';
import { container, file, Json, only, WEB } from './helpers';

const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';

/** An environment with the given listeners; those on port 443 have a certificate. */
function made(listeners: DockerrunListener[], containers: readonly object[] = [WEB]) {
  const stack = new Stack(new App(), 'Test');
  const isSecure = listeners.some(({ port }) => port === 443);
  const certificates = isSecure ? [Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/a')] : undefined;
  const environment = new EcsEnvironment(stack, 'Environment', { dockerrun: file(containers), listeners, certificates, redirectHTTP: false });
  return { environment, template: Template.fromStack(stack) };
}

function expectWay(template: Template): void {
  const { listeners, overBroad } = walk(template.toJSON() as Json);
  expect(listeners.map(({ paths, breaks }) => [paths.length > 0, breaks])).toEqual(listeners.map(() => [true, []]));
  expect(overBroad).toEqual([]);
}

describe('a listener that answers by itself', () => {
  const answer = DockerrunAction.fixedResponse(404, { contentType: 'application/json', messageBody: '{}' });

  test('leads only its rules to containers', () => {
    const { template, environment } = made([{ port: 80, defaultAction: answer, rules: [{ pathPatterns: ['/shop/*'] }] }]);
    expect(only(template, LISTENER).Properties.DefaultActions).toEqual([
      { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404', ContentType: 'application/json', MessageBody: '{}' } },
    ]);
    expect(only(template, RULE).Properties.Actions).toEqual([{ Type: 'forward', TargetGroupArn: { Ref: only(template, TARGET_GROUP).id } }]);
    expect(environment.targetGroups).toHaveLength(1);
    expectWay(template);
    expect(environment.plan.toText()).toContain([
      '  internet → HTTP 80 /shop/* → target group (instance) → host port 80 → web:80',
      '  internet → HTTP 80 → response 404',
    ].join('\n'));
    expect(environment.plan.decision('listener 80').choice).toBe('HTTP 80 → response 404');
  });

  test('needs no container, and then the service has no grace for health checks', () => {
    const { template, environment } = made([{ port: 80, defaultAction: DockerrunAction.fixedResponse(503) }], [container('worker')]);
    expect(only(template, LISTENER).Properties.DefaultActions).toEqual([
      { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '503', ContentType: 'text/plain' } },
    ]);
    template.resourceCountIs(TARGET_GROUP, 0);
    expect(only(template, 'AWS::ECS::Service').Properties).not.toHaveProperty('HealthCheckGracePeriodSeconds');
    expect(environment.plan.decisions.filter(({ topic }) => topic.startsWith('health check'))).toEqual([]);
    expectWay(template);
  });
});

describe('a redirect', () => {
  const config = (action: DockerrunAction): Json =>
    only(made([{ port: 80, rules: [{ pathPatterns: ['/old/*'], action }] }]).template, RULE).Properties.Actions[0].RedirectConfig;

  test('keeps what it does not name', () => {
    expect(config(DockerrunAction.redirect({ path: '/new' }))).toEqual({
      Protocol: '#{protocol}', Host: '#{host}', Port: '#{port}', Path: '/new', Query: '#{query}', StatusCode: 'HTTP_302',
    });
  });

  test('goes to the usual port of a protocol that it names', () => {
    expect(config(DockerrunAction.redirect({ protocol: ApplicationProtocol.HTTPS, permanent: true }))).toEqual({
      Protocol: 'HTTPS', Host: '#{host}', Port: '443', Path: '/#{path}', Query: '#{query}', StatusCode: 'HTTP_301',
    });
  });

  test('changes everything that it names', () => {
    expect(config(DockerrunAction.redirect({ protocol: ApplicationProtocol.HTTP, host: 'example.com', port: 8080, path: '/a', query: 'b=c' }))).toEqual({
      Protocol: 'HTTP', Host: 'example.com', Port: '8080', Path: '/a', Query: 'b=c', StatusCode: 'HTTP_302',
    });
  });

  test('to the listener that it stands in is refused', () => {
    expect(() => made([{ port: 80, defaultAction: DockerrunAction.redirect({}) }]))
      .toThrow('The redirect of listeners[0] must lead elsewhere, got one that leads back to it.');
  });

  test('to a path that a rule of the listener takes is none to itself', () => {
    const { template, environment } = made([
      { port: 80, defaultAction: DockerrunAction.redirect({ path: '/shop/' }), rules: [{ pathPatterns: ['/shop/*'] }] },
    ]);
    expectWay(template);
    expect(environment.plan.decision('listener 80').choice).toBe('HTTP 80 → redirect to #{protocol}://#{host}:#{port}/shop/?#{query}');
  });

  test('must be known when the app is synthesized', () => {
    const host = new CfnParameter(new Stack(), 'Host').valueAsString;
    expect(() => made([{ port: 80, defaultAction: DockerrunAction.redirect({ host }) }]))
      .toThrow('listeners[0].defaultAction.host must be known when the app is synthesized, got a token.\n  hint: Give the value itself.\n');
  });
});

describe('a target', () => {
  const group = (target: Partial<DockerrunListener>): Json =>
    only(made([{ port: 443, instancePort: 80, ...target }]).template, TARGET_GROUP).Properties;

  test('speaks HTTP 1 unless it is told otherwise', () => {
    expect(group({}).Protocol).toBe('HTTP');
    for (const key of ['ProtocolVersion', 'HealthCheckProtocol', 'Matcher.GrpcCode']) expect(group({})).not.toHaveProperty(key);
  });

  test('can be spoken to in HTTPS, by health checks as well', () => {
    expect(group({ targetProtocol: ApplicationProtocol.HTTPS })).toMatchObject({ Protocol: 'HTTPS', HealthCheckProtocol: 'HTTPS', HealthCheckPort: 'traffic-port' });
  });

  test('can speak HTTP 2', () => {
    expect(group({ protocolVersion: ApplicationProtocolVersion.HTTP2 })).toMatchObject({ ProtocolVersion: 'HTTP2', Matcher: { HttpCode: '200-399' } });
  });

  test('can speak gRPC, whose servers do not know the method that is asked for', () => {
    const { ProtocolVersion, Matcher, HealthCheckPath } = group({ protocolVersion: ApplicationProtocolVersion.GRPC });
    expect({ ProtocolVersion, Matcher, HealthCheckPath }).toEqual({ ProtocolVersion: 'GRPC', Matcher: { GrpcCode: '12' }, HealthCheckPath: '/AWS.ALB/healthcheck' });
    const own = group({ protocolVersion: ApplicationProtocolVersion.GRPC, healthCheck: { path: '/grpc.health.v1.Health/Check', healthyGrpcCodes: '0' } });
    expect([own.Matcher, own.HealthCheckPath]).toEqual([{ GrpcCode: '0' }, '/grpc.health.v1.Health/Check']);
  });

  test('says in the plan how it is spoken to', () => {
    const { plan } = made([{
      port: 443, instancePort: 80, targetProtocol: ApplicationProtocol.HTTPS, protocolVersion: ApplicationProtocolVersion.GRPC,
    }]).environment;
    expect(plan.decision('listener 443').choice).toBe('HTTPS 443 → host port 80 → web:80 (HTTPS, GRPC)');
    expect(plan.decision('health check of listener 443').choice).toBe('gRPC /AWS.ALB/healthcheck over HTTPS, 12');
  });
});

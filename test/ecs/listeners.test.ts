import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { SslPolicy } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Dockerrun, EcsEnvironment, EcsEnvironmentProps } from '../../lib';

const FILE = JSON.stringify({
  AWSEBDockerrunVersion: 2,
  containerDefinitions: [
    { name: 'web', image: 'example/web:1', memory: 128, portMappings: [{ hostPort: 80, containerPort: 80 }] },
    { name: 'api', image: 'example/api:1', memory: 128, portMappings: [{ hostPort: 3000, containerPort: 3000 }] },
  ],
});

/** Everything of one type in the template of an environment, by logical id. */
function synthesize(props: (stack: Stack) => Partial<EcsEnvironmentProps>): Template {
  const stack = new Stack(new App(), 'Test');
  new EcsEnvironment(stack, 'Environment', { dockerrun: Dockerrun.fromString(FILE), ...props(stack) });
  return Template.fromStack(stack);
}

function certificate(stack: Stack, name = 'a'): Certificate {
  return Certificate.fromCertificateArn(stack, name, `arn:aws:acm:eu-west-1:123456789012:certificate/${name}`) as Certificate;
}

function listeners(template: Template): Record<number, any> {
  const found = Object.values(template.findResources('AWS::ElasticLoadBalancingV2::Listener'));
  return Object.fromEntries(found.map(({ Properties }) => [Properties.Port, Properties]));
}

function worldIngress(template: Template): any[] {
  return Object.values(template.findResources('AWS::EC2::SecurityGroup')).flatMap(({ Properties }) => Properties.SecurityGroupIngress ?? []);
}

describe('certificates', () => {
  test('alone move the site to 443 and redirect 80 to it', () => {
    const template = synthesize((stack) => ({ certificates: [certificate(stack)] }));
    expect(Object.keys(listeners(template))).toEqual(['80', '443']);
    expect(listeners(template)[443]).toMatchObject({ Protocol: 'HTTPS', SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09' });
    expect(listeners(template)[80].DefaultActions).toMatchObject([{ Type: 'redirect' }]);
    const [url] = Object.values(template.findOutputs('*'));
    expect(url.Value['Fn::Join'][1]).toEqual(['https://', { 'Fn::GetAtt': [expect.any(String), 'DNSName'] }]);
  });

  test('redirect nothing when the redirect is not wanted or 80 is a listener of its own', () => {
    expect(Object.keys(listeners(synthesize((stack) => ({ certificates: [certificate(stack)], redirectHTTP: false }))))).toEqual(['443']);
    const both = synthesize((stack) => ({ certificates: [certificate(stack)], listeners: [{ port: 80 }, { port: 443, instancePort: 80 }] }));
    expect(listeners(both)[80].DefaultActions).toMatchObject([{ Type: 'forward' }]);
  });

  test('of a listener win over those of the environment, and further ones are chosen by name', () => {
    const template = synthesize((stack) => ({
      certificates: [certificate(stack, 'shared')],
      listeners: [{ port: 443, instancePort: 80, certificates: [certificate(stack, 'own'), certificate(stack, 'second')] }],
    }));
    expect(listeners(template)[443].Certificates).toEqual([{ CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/own' }]);
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerCertificate', {
      Certificates: [{ CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/second' }],
    });
  });

  test('make any port HTTPS, with the policy that is asked for', () => {
    const template = synthesize((stack) => ({
      listeners: [{ port: 8443, instancePort: 80, certificates: [certificate(stack)], sslPolicy: SslPolicy.TLS13_13 }],
    }));
    expect(listeners(template)[8443]).toMatchObject({ Protocol: 'HTTPS', SslPolicy: 'ELBSecurityPolicy-TLS13-1-3-2021-06' });
  });
});

describe('access', () => {
  test('is for everybody unless something else is said', () => {
    expect(worldIngress(synthesize(() => ({})))).toMatchObject([{ CidrIp: '0.0.0.0/0', FromPort: 80, ToPort: 80 }]);
  });

  test('is for nobody with open: false', () => {
    expect(worldIngress(synthesize(() => ({ listeners: [{ port: 80, open: false }] })))).toEqual([]);
  });

  test('is for the given address ranges, of both versions, and the redirect follows', () => {
    const template = synthesize((stack) => ({
      listeners: [{ port: 443, instancePort: 80, certificates: [certificate(stack)], allowedCidrs: ['203.0.113.0/24', '2001:DB8::/32'] }],
    }));
    const rules = worldIngress(template).map(({ CidrIp, CidrIpv6, FromPort }) => [CidrIp ?? CidrIpv6, FromPort]);
    expect(rules).toEqual([['203.0.113.0/24', 443], ['2001:db8::/32', 443], ['203.0.113.0/24', 80], ['2001:db8::/32', 80]]);
  });
});

describe('rules', () => {
  const api = { pathPatterns: ['/api/*'], instancePort: 3000 };
  const admin = { hostHeaders: ['admin.example.com'], instancePort: 3000 };
  const images = { pathPatterns: ['/images/*'], instancePort: 80 };

  /** Logical id and properties of everything that belongs to a load balancer. */
  function routing(rules: EcsEnvironmentProps['listeners']): Record<string, unknown> {
    const resources = synthesize(() => ({ listeners: rules })).toJSON().Resources as Record<string, { Type: string }>;
    return Object.fromEntries(Object.entries(resources).filter(([, { Type }]) => Type.startsWith('AWS::ElasticLoadBalancingV2::')));
  }

  test('that are added, removed or moved change no other resource', () => {
    const all = routing([{ port: 80, rules: [api, admin, images] }, { port: 3000 }]);
    expect(routing([{ port: 3000 }, { port: 80, rules: [images, api, admin] }])).toEqual(all);
    for (const rules of [[api], [admin], [images, api], []]) {
      const fewer = routing([{ port: 80, rules }]);
      expect(Object.keys(fewer).length).toBeLessThan(Object.keys(all).length);
      for (const [id, resource] of Object.entries(fewer)) expect(all[id]).toEqual(resource);
    }
  });
});

import { App, CfnParameter, Stack, StackProps } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { CachePolicy, GeoRestriction, PriceClass } from 'aws-cdk-lib/aws-cloudfront';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { Bucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { CloudFrontDoorOptions, DockerrunAction, EcsEnvironment, FrontDoor } from '../../lib';
import { walk } from '../walker/walk';
import { container, file, Json, only, Props, WEB } from './helpers';

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';
const PREFIX_LIST = 'pl-3b927c52';
const WEB_ACL = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/shield/0a1b2c3d';
const API = container('api', { portMappings: [{ hostPort: 81, containerPort: 80 }] });

const door = (options: CloudFrontDoorOptions = {}) => FrontDoor.cloudFront({ originPrefixListId: PREFIX_LIST, ...options });
const inVirginia = (stack: Stack) => Certificate.fromCertificateArn(stack, 'Virginia', 'arn:aws:acm:us-east-1:123456789012:certificate/a');
const inIreland = (stack: Stack) => Certificate.fromCertificateArn(stack, 'Ireland', 'arn:aws:acm:eu-west-1:123456789012:certificate/b');
const zone = (stack: Stack) => HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z123', zoneName: 'example.com' });

/** An environment behind CloudFront, with props that may use the stack. */
function made(props: (stack: Stack) => Props = () => ({}), containers: readonly object[] = [WEB], stackProps: StackProps = {}) {
  const stack = new Stack(new App(), 'Test', stackProps);
  const environment = new EcsEnvironment(stack, 'Environment', { dockerrun: file(containers), frontDoor: door(), ...props(stack) });
  return { stack, environment, template: Template.fromStack(stack) };
}

/** Proves the way from the distribution to the container, and that nothing else gets in. */
function expectWay(template: Template): void {
  const { listeners, doors, overBroad } = walk(template.toJSON() as Json);
  expect(listeners.map(({ paths, breaks }) => [paths.length > 1, breaks])).toEqual([[true, []]]);
  expect(doors.map(({ breaks }) => breaks)).toEqual([[]]);
  expect(listeners[0].paths[0][0]).toMatch(/^clients call distribution \w+$/);
  expect(overBroad).toEqual([]);
}

function config(template: Template): Json {
  return only(template, 'AWS::CloudFront::Distribution').Properties.DistributionConfig;
}

function urls(template: Template): Json[] {
  return Object.values<Json>(template.findOutputs('*')).map(({ Value }) => Value);
}

describe('the way of a request', () => {
  test.each<[string, Props, readonly object[]]>([
    ['bridge, a static port', {}, [WEB]],
    ['bridge, a dynamic port', {}, [container('web', { portMappings: [{ containerPort: 80 }] })]],
    ['awsvpc', { networkMode: NetworkMode.AWS_VPC }, [WEB]],
    ['host', { networkMode: NetworkMode.HOST }, [WEB]],
    ['a port of its own', { listeners: [{ port: 1024, instancePort: 80 }] }, [WEB]],
  ])('is complete: %s', (_, props, containers) => {
    expectWay(made(() => props, containers).template);
  });

  test('goes over HTTPS to a listener with a certificate', () => {
    const { template, stack } = made((of) => ({ certificates: [inIreland(of)], frontDoor: door({ certificate: inVirginia(of), domainNames: ['shop.example.com'] }) }));
    expectWay(template);
    expect(config(template).Origins[0].CustomOriginConfig).toEqual({ HTTPSPort: 443, OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] });
    expect(Object.keys(template.findResources(LISTENER))).toHaveLength(1);
    Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('not encrypted'));
  });

  test('goes on in plain text without one, which is a warning', () => {
    const { template, stack } = made();
    expect(config(template).Origins[0].CustomOriginConfig).toEqual({ HTTPPort: 80, OriginProtocolPolicy: 'http-only', OriginSSLProtocols: ['TLSv1.2'] });
    Annotations.fromStack(stack).hasWarning('/Test/Environment', Match.stringLikeRegexp('^Traffic between CloudFront and the load balancer is not encrypted'));
  });
});

describe('the secret', () => {
  const rules = { listeners: [{ port: 80, rules: [{ pathPatterns: ['/api/*'], containerName: 'api' }, { pathPatterns: ['/old'], action: DockerrunAction.redirect({ path: '/new' }) }] }] };
  const { template, environment } = made(() => rules, [WEB, API]);

  test('is made by AWS Secrets Manager; its value is in no template', () => {
    expect(only(template, 'AWS::SecretsManager::Secret').Properties.GenerateSecretString).toEqual({ ExcludePunctuation: true, PasswordLength: 40 });
  });

  test('is what the distribution shows and every rule asks for', () => {
    const value = { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: only(template, 'AWS::SecretsManager::Secret').id }, ':SecretString:::}}']] };
    expect(config(template).Origins[0].OriginCustomHeaders).toEqual([{ HeaderName: 'X-Origin-Verify', HeaderValue: value }]);
    const conditions = Object.values<Json>(template.findResources(RULE)).map(({ Properties }) => Properties.Conditions);
    expect(conditions).toHaveLength(3);
    for (const of of conditions) expect(of).toContainEqual({ Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-Origin-Verify', Values: [value] } });
  });

  test('is missing in requests that come another way: they get 403', () => {
    expect(only(template, LISTENER).Properties.DefaultActions).toEqual([{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '403', ContentType: 'text/plain' } }]);
  });

  test('goes with the way of the listener itself as the last rule', () => {
    const priorities = Object.values<Json>(template.findResources(RULE)).map(({ Properties }) => Properties.Priority);
    expect(Math.max(...priorities)).toBe(50000);
    expect(priorities.filter((priority) => priority === 50000)).toHaveLength(1);
    expectWay(template);
  });

  test('is asked for by rules of added services too', () => {
    const stack = new Stack(new App(), 'Test');
    const shared = new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), frontDoor: door() });
    shared.addService('Api', { dockerrun: file([API]), rules: [{ pathPatterns: ['/api/*'] }] });
    const many = file([container('many', { portMappings: [{ hostPort: 82, containerPort: 80 }] })]);
    expect(() => shared.addService('Many', { dockerrun: many, rules: [{ pathPatterns: ['/1', '/2', '/3', '/4', '/5'] }] }))
      .toThrow('rules[0] must have at most 4 patterns beside the header of CloudFront, got 5.');
    expectWay(Template.fromStack(stack));
  });

  test('is a member, for rules of your own', () => {
    expect(environment.originSecret).toBeDefined();
    expect(environment.plan.decision('secret header').choice).toBe('X-Origin-Verify');
  });
});

test('target groups keep their ids when the front door changes', () => {
  const groups = (template: Template) => Object.keys(template.findResources('AWS::ElasticLoadBalancingV2::TargetGroup'));
  expect(groups(made().template)).toEqual(groups(made(() => ({ frontDoor: FrontDoor.loadBalancer() })).template));
});

describe('without options', () => {
  const { template, environment } = made();

  test('nothing is kept, everything is passed on, and clients speak HTTPS', () => {
    const { DefaultCacheBehavior: behavior, ...rest } = config(template);
    expect(behavior).toMatchObject({
      CachePolicyId: CachePolicy.CACHING_DISABLED.cachePolicyId, OriginRequestPolicyId: '216adef6-5c7f-47e4-b989-5492eafa07d3', ViewerProtocolPolicy: 'redirect-to-https',
    });
    expect(behavior.AllowedMethods).toContain('POST');
    for (const key of ['Aliases', 'ViewerCertificate', 'PriceClass', 'WebACLId', 'Logging', 'Restrictions']) expect(rest).not.toHaveProperty(key);
  });

  test('its name is the output, and it is a member', () => {
    expect(urls(template)).toEqual([{ 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [only(template, 'AWS::CloudFront::Distribution').id, 'DomainName'] }]] }]);
    expect(environment.distribution).toBeDefined();
    expect(environment.plan.toText()).toContain('CloudFront → HTTP 80 all other requests → target group (instance) → host port 80 → web:80');
  });
});

test('every option reaches the template', () => {
  const { template, environment } = made((stack) => ({
    frontDoor: door({
      certificate: inVirginia(stack), domainNames: ['a.example.com', 'b.example.com'], priceClass: PriceClass.PRICE_CLASS_100, webAclArn: WEB_ACL,
      cachePolicy: CachePolicy.USE_ORIGIN_CACHE_CONTROL_HEADERS, geoRestriction: GeoRestriction.allowlist('DE', 'FR'),
      logBucket: new Bucket(stack, 'Logs', { objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED }), logFilePrefix: 'edge',
    }),
  }));
  expect(config(template)).toMatchObject({
    Aliases: ['a.example.com', 'b.example.com'],
    ViewerCertificate: { AcmCertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/a', MinimumProtocolVersion: 'TLSv1.2_2021', SslSupportMethod: 'sni-only' },
    PriceClass: 'PriceClass_100', WebACLId: WEB_ACL,
    DefaultCacheBehavior: { CachePolicyId: CachePolicy.USE_ORIGIN_CACHE_CONTROL_HEADERS.cachePolicyId },
    Restrictions: { GeoRestriction: { Locations: ['DE', 'FR'], RestrictionType: 'whitelist' } },
    Logging: { Prefix: 'edge' },
  });
  expect(environment.plan.decision('cache')).toMatchObject({ topic: 'cache', choice: 'as you chose', source: 'prop', reason: 'You chose it.' });
  expect(environment.plan.decision('names of the distribution').choice).toBe('a.example.com, b.example.com');
});

test('a domain name leads to the distribution, and the load balancer gets a certificate for it', () => {
  const { template } = made((stack) => ({
    domainName: 'shop.example.com', domainZone: zone(stack), subjectAlternativeNames: ['www.example.com'], frontDoor: door({ certificate: inVirginia(stack) }),
  }));
  const distribution = only(template, 'AWS::CloudFront::Distribution').id;
  expect(config(template).Aliases).toEqual(['shop.example.com', 'www.example.com']);
  const records = Object.values<Json>(template.findResources('AWS::Route53::RecordSet')).map(({ Properties: { Name, Type, AliasTarget } }) => [Name, Type, AliasTarget.DNSName]);
  expect(records).toEqual(['A', 'AAAA'].map((type) => ['shop.example.com.', type, { 'Fn::GetAtt': [distribution, 'DomainName'] }]));
  expect(only(template, LISTENER).Properties).toMatchObject({ Port: 443, Certificates: [{ CertificateArn: { Ref: only(template, 'AWS::CertificateManager::Certificate').id } }] });
  expect(urls(template)).toEqual(['https://shop.example.com']);
  expectWay(template);
});

describe('the addresses of CloudFront', () => {
  test('may be a token', () => {
    const { template, environment } = made((stack) => ({ frontDoor: door({ originPrefixListId: new CfnParameter(stack, 'List').valueAsString }) }));
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { SourcePrefixListId: { Ref: 'List' }, FromPort: 80 });
    expect(environment.plan.decision('addresses of CloudFront').choice).toBe('${frontDoor.originPrefixListId}');
    expectWay(template);
  });

  test('are looked up in a stack with an account and a region', () => {
    const { template, environment } = made(() => ({ frontDoor: FrontDoor.cloudFront() }), [WEB], { env: { account: '123456789012', region: 'eu-west-1' } });
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { SourcePrefixListId: 'pl-xxxxxxxx', FromPort: 80 });
    expect(environment.plan.decision('addresses of CloudFront').choice).toBe('looked up');
  });

  test('must be given in every other stack, before anything is made', () => {
    const stack = new Stack(new App(), 'Test');
    expect(() => new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), frontDoor: FrontDoor.cloudFront() })).toThrow(
      'frontDoor.originPrefixListId must be given in a stack without an account and a region, got none.\n  hint: Give the id of com.amazonaws.global.cloudfront.origin-facing in the region of the stack, or env to the stack.',
    );
    expect(stack.node.findChild('Environment').node.children).toEqual([]);
  });
});

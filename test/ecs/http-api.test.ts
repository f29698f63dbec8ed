import { App, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CorsHttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { EcsEnvironment, FrontDoor, Nat } from '../../lib';
import { walk } from '../walker/walk';
import { container, file, Json, only, Props, WEB } from './helpers';

const INTEGRATION = 'AWS::ApiGatewayV2::Integration';
const STAGE = 'AWS::ApiGatewayV2::Stage';

/** An environment behind an HTTP API, with props that may use the stack. */
function made(props: (stack: Stack) => Props = () => ({}), containers: readonly object[] = [WEB]) {
  const stack = new Stack(new App(), 'Test');
  const environment = new EcsEnvironment(stack, 'Environment', { dockerrun: file(containers), frontDoor: FrontDoor.httpApi(), ...props(stack) });
  return { stack, environment, template: Template.fromStack(stack) };
}

/** Proves the way from the API to the container, and that no rule on it is wider than it has to be. */
function expectWay(template: Template): void {
  const { listeners, doors, overBroad } = walk(template.toJSON() as Json);
  expect(listeners.map(({ paths, breaks }) => [paths.length > 0, breaks])).toEqual(listeners.map(() => [true, []]));
  expect(doors.map(({ breaks }) => breaks)).toEqual([[]]);
  expect(listeners[0].paths[0][0]).toMatch(/^clients call API \w+, whose route \$default takes every request$/);
  expect(overBroad).toEqual([]);
}

const zone = (stack: Stack) => HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z123', zoneName: 'example.com' });
const certificate = (stack: Stack) => Certificate.fromCertificateArn(stack, 'Given', 'arn:aws:acm:eu-west-1:123456789012:certificate/a');
const DYNAMIC = container('web', { portMappings: [{ containerPort: 80 }] });

describe('the way of a request', () => {
  test.each<[string, Props, readonly object[]]>([
    ['bridge, a static port', {}, [WEB]],
    ['bridge, a dynamic port', {}, [DYNAMIC]],
    ['awsvpc', { networkMode: NetworkMode.AWS_VPC }, [WEB]],
    ['host', { networkMode: NetworkMode.HOST }, [WEB]],
    ['without NAT', { nat: Nat.none() }, [container('web', { image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1', portMappings: [{ hostPort: 80, containerPort: 80 }] })]],
  ])('is complete: %s', (_, props, containers) => {
    expectWay(made(() => props, containers).template);
  });

  test('goes over HTTPS to a listener with a certificate', () => {
    const { template, environment } = made((stack) => ({ certificates: [certificate(stack)], frontDoor: FrontDoor.httpApi({ secureServerName: 'shop.example.com' }) }));
    expectWay(template);
    expect(only(template, INTEGRATION).Properties.TlsConfig).toEqual({ ServerNameToVerify: 'shop.example.com' });
    expect(environment.plan.decision('API to listener').choice).toBe('HTTPS, with a certificate for shop.example.com');
  });

  test('leads to every container behind rules', () => {
    const { template } = made(() => ({ listeners: [{ port: 80, rules: [{ pathPatterns: ['/api/*'], containerName: 'api' }] }] }), [
      WEB, container('api', { portMappings: [{ hostPort: 81, containerPort: 80 }] }),
    ]);
    expectWay(template);
  });

  test('leads to a service that is added', () => {
    const stack = new Stack(new App(), 'Test');
    const environment = new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), frontDoor: FrontDoor.httpApi() });
    environment.addService('Api', { dockerrun: file([container('api', { portMappings: [{ hostPort: 81, containerPort: 80 }] })]), rules: [{ pathPatterns: ['/api/*'] }] });
    expectWay(Template.fromStack(stack));
  });
});

describe('without options', () => {
  const { template, environment } = made();

  test('the load balancer is internal and lets in the VPC link alone', () => {
    const balancer = only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').Properties;
    expect(balancer.Scheme).toBe('internal');
    const [{ 'Fn::GetAtt': [group] }] = balancer.SecurityGroups;
    const all = Object.values<Json>(template.findResources('AWS::EC2::SecurityGroupIngress'));
    const rules = all.filter(({ Properties }) => Properties.GroupId['Fn::GetAtt'][0] === group);
    const [link] = only(template, 'AWS::ApiGatewayV2::VpcLink').Properties.SecurityGroupIds;
    const open = rules.map(({ Properties: { FromPort, ToPort, SourceSecurityGroupId } }) => [FromPort, ToPort, SourceSecurityGroupId]);
    expect(open).toEqual([[80, 80, link]]);
    expect(template.toJSON().Resources[group].Properties).not.toHaveProperty('SecurityGroupIngress');
  });

  test('the link stands where the instances do', () => {
    const { VPCZoneIdentifier: instances } = only(template, 'AWS::AutoScaling::AutoScalingGroup').Properties;
    expect(only(template, 'AWS::ApiGatewayV2::VpcLink').Properties.SubnetIds).toEqual(instances);
  });

  test('the stage has no name in the path, and logs who called what', () => {
    const { Properties } = only(template, STAGE);
    expect(Properties).toMatchObject({ StageName: '$default', AutoDeploy: true });
    expect(Properties).not.toHaveProperty('DefaultRouteSettings');
    const group = Properties.AccessLogSettings.DestinationArn['Fn::GetAtt'][0];
    expect(template.toJSON().Resources[group].Properties).toEqual({ RetentionInDays: 30 });
  });

  test('the API waits as long as it can', () => {
    expect(only(template, INTEGRATION).Properties).not.toHaveProperty('TimeoutInMillis');
    expect(environment.plan.decision('API timeout')).toMatchObject({
      topic: 'API timeout', choice: '30 s', source: 'default', reason: 'An HTTP API waits no longer; work that takes more has to go on after the answer.',
    });
  });

  test('its address is the output, and the members lead to it', () => {
    const api = only(template, 'AWS::ApiGatewayV2::Api').id;
    expect(Object.values<Json>(template.findOutputs('*')).map(({ Value }) => Value)).toEqual([{ 'Fn::GetAtt': [api, 'ApiEndpoint'] }]);
    const { httpApi, vpcLink, distribution, originSecret } = environment;
    expect([httpApi, vpcLink, distribution, originSecret].map((member) => member !== undefined)).toEqual([true, true, false, false]);
  });

  test('the plan draws the way', () => {
    expect(environment.plan.toText()).toContain('HTTP API → VPC link → HTTP 80 → target group (instance) → host port 80 → web:80');
  });
});

test('every option reaches the template', () => {
  const { template } = made(() => ({
    frontDoor: FrontDoor.httpApi({
      timeout: Duration.millis(1500),
      throttle: { rateLimit: 100, burstLimit: 200 },
      corsPreflight: { allowOrigins: ['https://example.com'], allowMethods: [CorsHttpMethod.GET] },
    }),
  }));
  expect(only(template, INTEGRATION).Properties.TimeoutInMillis).toBe(1500);
  expect(only(template, STAGE).Properties.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 });
  expect(only(template, 'AWS::ApiGatewayV2::Api').Properties.CorsConfiguration).toEqual({ AllowOrigins: ['https://example.com'], AllowMethods: ['GET'] });
});

describe('a domain name', () => {
  const domain = (stack: Stack): Props => ({ domainName: 'shop.example.com', domainZone: zone(stack) });

  test('gets a certificate, a mapping and a record at the API; the listener stays plain', () => {
    const { template, environment } = made(domain);
    const made_ = only(template, 'AWS::CertificateManager::Certificate');
    const name = only(template, 'AWS::ApiGatewayV2::DomainName');
    expect(name.Properties).toEqual({
      DomainName: 'shop.example.com', DomainNameConfigurations: [{ CertificateArn: { Ref: made_.id }, EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' }],
    });
    expect(only(template, 'AWS::ApiGatewayV2::ApiMapping').Properties).toMatchObject({ DomainName: { Ref: name.id }, Stage: '$default' });
    expect(only(template, 'AWS::Route53::RecordSet').Properties).toMatchObject({
      Name: 'shop.example.com.', Type: 'A', AliasTarget: { DNSName: { 'Fn::GetAtt': [name.id, 'RegionalDomainName'] } },
    });
    expect(only(template, 'AWS::ElasticLoadBalancingV2::Listener').Properties).toMatchObject({ Port: 80, Protocol: 'HTTP' });
    expect(environment.plan.decision('domain name').choice).toBe('shop.example.com → HTTP API (A)');
    expect(environment.certificate).toBeDefined();
    expect(Object.values<Json>(template.findOutputs('*')).map(({ Value }) => Value)).toEqual(['https://shop.example.com']);
    expectWay(template);
  });

  test('takes a certificate that is given', () => {
    const { template } = made((stack) => ({ ...domain(stack), frontDoor: FrontDoor.httpApi({ certificate: certificate(stack) }) }));
    template.resourceCountIs('AWS::CertificateManager::Certificate', 0);
    expect(only(template, 'AWS::ApiGatewayV2::DomainName').Properties.DomainNameConfigurations[0].CertificateArn).toBe('arn:aws:acm:eu-west-1:123456789012:certificate/a');
  });

  test('is the name that is checked at an HTTPS listener', () => {
    const { template } = made((stack) => ({ ...domain(stack), certificates: [certificate(stack)] }));
    expect(only(template, INTEGRATION).Properties.TlsConfig).toEqual({ ServerNameToVerify: 'shop.example.com' });
    expectWay(template);
  });
});

test('a name that is a token is not checked', () => {
  const { template, environment } = made((stack) => ({
    certificates: [certificate(stack)], frontDoor: FrontDoor.httpApi({ secureServerName: new CfnParameter(stack, 'Name').valueAsString }),
  }));
  expect(only(template, INTEGRATION).Properties.TlsConfig).toEqual({ ServerNameToVerify: { Ref: 'Name' } });
  expect(environment.plan.decision('API to listener').choice).toBe('HTTPS, with a certificate for ${frontDoor.secureServerName}');
});

test('another listener keeps to those that it names', () => {
  const { template } = made(() => ({ listeners: [{ port: 80 }, { port: 8080, instancePort: 80, allowedCidrs: ['10.9.0.0/16'] }] }));
  const { listeners, overBroad } = walk(template.toJSON() as Json, { 8080: ['10.9.0.0/16'] });
  expect(listeners.map(({ breaks }) => breaks)).toEqual([[], []]);
  expect(overBroad).toEqual([]);
  expect(Object.keys(template.findOutputs('*')).map((id) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual(['EnvironmentUrl', 'EnvironmentUrl8080']);
});

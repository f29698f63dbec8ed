import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { IpProtocol, Vpc } from 'aws-cdk-lib/aws-ec2';
import { IpAddressType } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { HostedZone, IHostedZone, PrivateHostedZone } from 'aws-cdk-lib/aws-route53';
import { DockerrunLoadBalancer, EcsEnvironment } from '../../lib';
import { file, Json, only, Props, WEB } from './helpers';

const CERTIFICATE = 'AWS::CertificateManager::Certificate';
const RECORD = 'AWS::Route53::RecordSet';

function made(props: (stack: Stack) => Props) {
  const stack = new Stack(new App(), 'Test');
  const environment = new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), ...props(stack) });
  return { environment, template: Template.fromStack(stack) };
}

const zone = (stack: Stack): IHostedZone => HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z123', zoneName: 'example.com' });
const domain = (stack: Stack): Props => ({ domainName: 'shop.example.com', domainZone: zone(stack) });
const given = (stack: Stack) => Certificate.fromCertificateArn(stack, 'Given', 'arn:aws:acm:eu-west-1:123456789012:certificate/a');

function ports(template: Template): number[] {
  return Object.values<Json>(template.findResources('AWS::ElasticLoadBalancingV2::Listener')).map(({ Properties }) => Properties.Port).sort();
}

function urls(template: Template): Json[] {
  return Object.values<Json>(template.findOutputs('*')).map(({ Value }) => Value);
}

describe('a domain name with its zone', () => {
  const { template, environment } = made((stack) => ({ ...domain(stack), subjectAlternativeNames: ['www.example.com'] }));
  const certificate = only(template, CERTIFICATE);

  test('gets a certificate that is validated by records in the zone', () => {
    expect(certificate.Properties).toMatchObject({
      DomainName: 'shop.example.com',
      SubjectAlternativeNames: ['www.example.com'],
      ValidationMethod: 'DNS',
      DomainValidationOptions: [{ DomainName: 'shop.example.com', HostedZoneId: 'Z123' }, { DomainName: 'www.example.com', HostedZoneId: 'Z123' }],
    });
    expect(environment.plan.decision('certificate')).toMatchObject({ choice: 'made for shop.example.com, www.example.com', source: 'derived' });
    expect(environment.certificate).toBeDefined();
  });

  test('makes listener 443 speak HTTPS, and 80 lead there', () => {
    expect(ports(template)).toEqual([443, 80]);
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Port: 443, Protocol: 'HTTPS', Certificates: [{ CertificateArn: { Ref: certificate.id } }] });
  });

  test('gets a record that leads to the load balancer', () => {
    const balancer = only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').id;
    expect(only(template, RECORD).Properties).toEqual({
      Name: 'shop.example.com.', Type: 'A', HostedZoneId: 'Z123',
      AliasTarget: {
        DNSName: { 'Fn::Join': ['', ['dualstack.', { 'Fn::GetAtt': [balancer, 'DNSName'] }]] },
        HostedZoneId: { 'Fn::GetAtt': [balancer, 'CanonicalHostedZoneID'] },
      },
    });
    expect(environment.plan.decision('domain name')).toMatchObject({
      topic: 'domain name', choice: 'shop.example.com → load balancer (A)', source: 'prop', reason: 'You chose it.',
    });
  });

  test('is the address in the outputs', () => {
    expect(urls(template)).toEqual(['https://shop.example.com']);
  });
});

test('the root of a zone is a name like others', () => {
  const { template } = made((stack) => ({ domainName: 'example.com', domainZone: zone(stack) }));
  expect(only(template, RECORD).Properties.Name).toBe('example.com.');
});

test('dual stack brings a record of each kind', () => {
  const { template } = made((stack) => ({
    ...domain(stack), ipAddressType: IpAddressType.DUAL_STACK,
    vpc: new Vpc(stack, 'Vpc', { restrictDefaultSecurityGroup: false, ipProtocol: IpProtocol.DUAL_STACK }),
  }));
  expect(Object.values<Json>(template.findResources(RECORD)).map(({ Properties }) => Properties.Type).sort()).toEqual(['A', 'AAAA']);
});

describe('only the records are made', () => {
  test('with certificates of the environment', () => {
    const { template, environment } = made((stack) => ({ ...domain(stack), certificates: [given(stack)] }));
    template.resourceCountIs(CERTIFICATE, 0);
    template.resourceCountIs(RECORD, 1);
    expect(environment.plan.decision('certificate')).toMatchObject({ choice: 'given', reason: 'You chose it; only the records are made for the name.' });
    expect(urls(template)).toEqual(['https://shop.example.com']);
  });

  test('with certificates of listener 443', () => {
    const { template } = made((stack) => ({ ...domain(stack), listeners: [{ port: 443, instancePort: 80, certificates: [given(stack)] }] }));
    template.resourceCountIs(CERTIFICATE, 0);
    template.resourceCountIs(RECORD, 1);
  });

  test('without a listener on port 443', () => {
    const { template, environment } = made((stack) => ({ ...domain(stack), listeners: [{ port: 80 }] }));
    template.resourceCountIs(CERTIFICATE, 0);
    expect(environment.plan.decision('certificate').choice).toBe('none');
    expect(urls(template)).toEqual(['http://shop.example.com']);
  });

  test('in a private zone', () => {
    const { template } = made((stack) => {
      const vpc = new Vpc(stack, 'Vpc', { restrictDefaultSecurityGroup: false });
      return { vpc, publicLoadBalancer: false, certificates: [given(stack)], domainName: 'shop.internal.example', domainZone: new PrivateHostedZone(stack, 'Zone', { vpc, zoneName: 'internal.example' }) };
    });
    template.resourceCountIs(CERTIFICATE, 0);
    template.resourceCountIs(RECORD, 1);
  });
});

describe('what is known only at deployment', () => {
  test('a zone without a name skips the checks, and the plan says so', () => {
    const { template, environment } = made((stack) => ({ domainName: 'shop.example.com', domainZone: HostedZone.fromHostedZoneId(stack, 'Zone', 'Z123') }));
    expect(only(template, RECORD).Properties.Name).toBe('shop.example.com.');
    expect(environment.plan.decision('domain name').reason).toBe('It or its zone is known only at deployment, so the checks that need them were skipped.');
  });

  test('a name that is a token reaches the certificate, the record and the output', () => {
    const { template, environment } = made((stack) => ({ domainName: new CfnParameter(stack, 'Name').valueAsString, domainZone: zone(stack) }));
    expect(only(template, CERTIFICATE).Properties.DomainName).toEqual({ Ref: 'Name' });
    expect(only(template, RECORD).Properties.Name).toEqual({ 'Fn::Join': ['', [{ Ref: 'Name' }, '.']] });
    expect(urls(template)).toEqual([{ 'Fn::Join': ['', ['https://', { Ref: 'Name' }]] }]);
    expect(environment.plan.decision('domain name')).toMatchObject({
      choice: '${domainName} → load balancer (A)', reason: 'It or its zone is known only at deployment, so the checks that need them were skipped.',
    });
  });

  test('a zone of the same app is no token', () => {
    expect(() => made((stack) => ({ domainName: 'shop.example.org', domainZone: new HostedZone(stack, 'Zone', { zoneName: 'example.com' }) })))
      .toThrow('domainName must be in the zone example.com, got "shop.example.org".');
  });
});

test('nothing is made when the zone is private and a certificate would have to be made', () => {
  const stack = new Stack(new App(), 'Test');
  const vpc = new Vpc(stack, 'Vpc', { restrictDefaultSecurityGroup: false });
  const domainZone = new HostedZone(stack, 'Zone', { zoneName: 'example.com', vpcs: [vpc] });
  expect(() => new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), vpc, domainName: 'shop.example.com', domainZone }))
    .toThrow('domainZone must be a public zone for a certificate to be validated, got a private one.');
  expect(stack.node.findChild('Environment').node.children).toEqual([]);
});

test('a load balancer by itself has a domain name too', () => {
  const stack = new Stack(new App(), 'Test');
  const vpc = new Vpc(stack, 'Vpc', { restrictDefaultSecurityGroup: false });
  const balancer = new DockerrunLoadBalancer(stack, 'Front', { vpc, listeners: [{ port: 443 }], domainName: 'shop.example.com', domainZone: zone(stack) });
  const template = Template.fromStack(stack);
  expect(balancer.certificate).toBeDefined();
  expect(ports(template)).toEqual([443, 80]);
  template.resourceCountIs(RECORD, 1);
});

import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { DockerrunListener, EcsEnvironment } from '../../lib';
import { file, Json, only, target, WEB } from './helpers';

/** Who may connect to which port: `port ← range` or `port ← security group`. */
function access(listener: (clients: SecurityGroup) => DockerrunListener, certificate = false): string[] {
  const stack = new Stack(new App(), 'Test');
  const vpc = new Vpc(stack, 'Vpc');
  const clients = new SecurityGroup(stack, 'Clients', { vpc });
  const certificates = certificate ? [Certificate.fromCertificateArn(stack, 'Certificate', 'arn:certificate')] : undefined;
  new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), vpc, certificates, listeners: [listener(clients)] });
  const template = Template.fromStack(stack);
  const { SecurityGroups } = only(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer').Properties;
  const id = target(SecurityGroups[0]);
  const inline = template.toJSON().Resources[id].Properties.SecurityGroupIngress ?? [];
  const apart = Object.values<Json>(template.findResources('AWS::EC2::SecurityGroupIngress')).map(({ Properties }) => Properties)
    .filter(({ GroupId }) => target(GroupId) === id);
  return [...inline, ...apart].map((rule) => `${rule.FromPort} ← ${rule.CidrIp ?? target(rule.SourceSecurityGroupId).slice(0, -8)}`).sort();
}

test('nobody is named: everybody may connect', () => {
  expect(access(() => ({ port: 80 }))).toEqual(['80 ← 0.0.0.0/0']);
});

test('a security group is named: nobody else may connect', () => {
  expect(access((clients) => ({ port: 80, allowedSecurityGroups: [clients] }))).toEqual(['80 ← Clients']);
});

test('ranges and groups may be named together', () => {
  expect(access((clients) => ({ port: 80, allowedSecurityGroups: [clients], allowedCidrs: ['10.0.0.0/8'] }))).toEqual(['80 ← 10.0.0.0/8', '80 ← Clients']);
});

test('the redirect is open to those who may connect where it leads', () => {
  expect(access((clients) => ({ port: 443, instancePort: 80, allowedSecurityGroups: [clients] }), true)).toEqual(['443 ← Clients', '80 ← Clients']);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { BeanstalkEnvironment, BeanstalkEnvironmentProps, EcsEnvironment, SourceBundle } from '../../lib';
import { Json } from '../ecs/helpers';
import { folder } from '../option-settings/folder';

/* What becomes of the resources that a bundle adds to the stack of Elastic Beanstalk, or changes there. */
const MAPPED = (...ports: number[]) => JSON.stringify({
  AWSEBDockerrunVersion: 2,
  containerDefinitions: [{ name: 'web', image: 'example/web:1', memory: 64, portMappings: ports.map((port) => ({ hostPort: port, containerPort: port })) }],
});

const SECURE = `option_settings:
  aws:elbv2:listener:443:
    Protocol: HTTPS
    SSLCertificateArns: arn:aws:acm:eu-west-1:111122223333:certificate/1
    DefaultProcess: web
  aws:elasticbeanstalk:environment:process:web:
    Port: "8080"
`;

const REDIRECT = `Resources:
  AWSEBV2LoadBalancerListener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: { Ref: AWSEBV2LoadBalancer }
      Port: 80
      Protocol: HTTP
      DefaultActions:
        - Type: redirect
          RedirectConfig: { Protocol: HTTPS, Port: "443", Host: "#{host}", Path: "/#{path}", Query: "#{query}", StatusCode: HTTP_301 }
`;

const ingress = (name: string, port: number, source = 'AWSEBLoadBalancer') => `  ${name}:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: {"Fn::GetAtt": ["AWSEBSecurityGroup", "GroupId"]}
      IpProtocol: tcp
      FromPort: ${port}
      ToPort: ${port}
      SourceSecurityGroupName: {"Fn::GetAtt": ["${source}", "SourceSecurityGroup.GroupName"]}
`;

function made(files: Record<string, string>, props: BeanstalkEnvironmentProps = {}, ports = [8080]) {
  const app = new App();
  const stack = new Stack(app, 'Test');
  const sourceBundle = SourceBundle.fromDirectory(folder({ 'Dockerrun.aws.json': MAPPED(...ports), ...files }));
  new BeanstalkEnvironment(stack, 'Environment', { sourceBundle, ...props });
  const template = Template.fromStack(stack);
  const { directory } = app.synth();
  const assets = JSON.parse(readFileSync(join(directory, 'Test.assets.json'), 'utf8'));
  const [{ source }] = Object.values<Json>(assets.files).filter((file) => file.source.packaging === 'zip');
  const [environment] = Object.values(template.findResources('AWS::ElasticBeanstalk::Environment'));
  const options = environment.Properties.OptionSettings as Json[];
  return {
    file: (name: string) => readFileSync(join(directory, source.path, name), 'utf8'),
    option: (namespace: string, name: string) => options.find((one) => one.Namespace === namespace && one.OptionName === name)?.Value,
  };
}

test('listener 80 that a file sends to HTTPS redirects on both targets, with port 80 mapped to nobody', () => {
  const files = { '.ebextensions/a.config': SECURE, '.ebextensions/b.config': REDIRECT };
  const { option, file } = made(files);
  expect([option('aws:elbv2:listener:default', 'ListenerEnabled'), option('aws:elbv2:listener:443', 'Protocol')]).toEqual(['true', 'HTTPS']);
  expect(option('aws:elasticbeanstalk:environment:process:default', 'Port')).toBe('8080');
  expect(file('.ebextensions/zz-dockerrun-redirect.config')).toContain('"redirect"');

  const stack = new Stack(new App(), 'Test');
  new EcsEnvironment(stack, 'Environment', { sourceBundle: SourceBundle.fromDirectory(folder({ 'Dockerrun.aws.json': MAPPED(8080), ...files })) });
  const listeners = Object.values(Template.fromStack(stack).findResources('AWS::ElasticLoadBalancingV2::Listener')).map(({ Properties }) => Properties);
  const [plain, secure] = [80, 443].map((port) => listeners.find(({ Port }) => Port === port));
  expect([listeners.length, plain?.DefaultActions[0].Type, plain?.DefaultActions[0].RedirectConfig.Port, secure?.DefaultActions[0].Type]).toEqual([2, 'redirect', '443', 'forward']);
});

test('without a listener for HTTPS there is nothing to redirect to', () => {
  expect(() => made({ '.ebextensions/b.config': REDIRECT }, {}, [80])).toThrow('DR6074');
});

test('a listener that a prop decides is not undone by a file', () => {
  const files = { '.ebextensions/a.config': SECURE, '.ebextensions/b.config': REDIRECT };
  expect(() => made(files, { listeners: [{ port: 80, instancePort: 8080 }] })).toThrow('sends the clients of port 80 to HTTPS, and the listeners of the environment do not.');
});

const LISTENER = 'option_settings:\n  aws:elb:listener:8080:\n    ListenerProtocol: HTTP\n    InstancePort: 8080\n';

test('a rule that lets the load balancer in is left out where a listener leads, with its section when it was alone', () => {
  const { file, option } = made({ '.ebextensions/a.config': `${LISTENER}Resources:\n${ingress('One', 8080)}` }, {}, [80, 8080]);
  expect(file('.ebextensions/a.config')).toBe(LISTENER);
  expect(option('aws:autoscaling:launchconfiguration', 'DisableDefaultEC2SecurityGroup')).toBe('true');
});

test('what stands beside it stays as it is', () => {
  const queue = '  Jobs:\n    Type: AWS::SQS::Queue\n';
  const { file } = made({ '.ebextensions/a.config': `# ours\nResources:\n${ingress('One', 8080)}${queue}${ingress('Two', 80)}${LISTENER}` }, {}, [80, 8080]);
  expect(file('.ebextensions/a.config')).toBe(`# ours\nResources:\n${queue}${LISTENER}`);
});

test.each<[string, string, string]>([
  ['a rule for another port', `Resources:\n${ingress('One', 9000)}`, 'names AWSEBLoadBalancer, but the environment has no Classic Load Balancer.'],
  ['a Classic Load Balancer', 'Resources:\n  AWSEBLoadBalancer:\n    Type: AWS::ElasticLoadBalancing::LoadBalancer\n    Properties:\n      CrossZone: true\n', 'names AWSEBLoadBalancer,'],
  ['its group', `Resources:\n${ingress('One', 9000, 'AWSEBLoadBalancerSecurityGroup')}`, 'names AWSEBLoadBalancerSecurityGroup,'],
  ['a launch configuration', 'Resources:\n  AWSEBAutoScalingLaunchConfiguration:\n    Properties:\n      EbsOptimized: true\n', 'the instances have a launch template'],
  ['a queue', 'Outputs:\n  Queue:\n    Value: { Ref: AWSEBWorkerQueue }\n', 'the queue is one of the stack'],
  ['a database', 'commands:\n  one:\n    command: \'echo `{ "Fn::GetAtt": ["AWSEBRDSDatabase", "Endpoint.Address"] }`\'\n', 'the environment has no database'],
])('%s is refused', (_, text, message) => {
  expect(() => made({ '.ebextensions/a.config': text }, {}, [80])).toThrow(message);
});

test.each([
  ['AWSEBAutoScalingGroup', 'Resources:\n  AWSEBAutoScalingGroup:\n    Properties:\n      HealthCheckType: ELB\n'],
  ['AWSEBV2LoadBalancer', 'Resources:\n  AWSEBV2LoadBalancer:\n    Properties:\n      Name: shop\n'],
  ['a database of its own', 'Resources:\n  AWSEBRDSDatabase:\n    Type: AWS::RDS::DBInstance\n'],
])('%s is there', (_, text) => {
  expect(made({ '.ebextensions/a.config': text }, {}, [80]).file('.ebextensions/a.config')).toBe(text);
});

test('a single instance has no load balancer to change', () => {
  const text = 'Resources:\n  AWSEBV2LoadBalancer:\n    Properties:\n      Name: shop\n';
  expect(() => made({ '.ebextensions/a.config': text }, { singleInstance: true }, [80])).toThrow('the environment has no load balancer of its own');
});

test('whoever means the security group of Beanstalk has it', () => {
  const text = 'Resources:\n  Mounts:\n    Type: AWS::EC2::SecurityGroupIngress\n    Properties:\n      GroupId: sg-1\n      IpProtocol: tcp\n      FromPort: 2049\n      ToPort: 2049\n      SourceSecurityGroupId: { "Fn::GetAtt": [AWSEBSecurityGroup, GroupId] }\n';
  const { file, option } = made({ '.ebextensions/a.config': text }, {}, [80]);
  expect(option('aws:autoscaling:launchconfiguration', 'DisableDefaultEC2SecurityGroup')).toBe('false');
  expect(option('aws:autoscaling:launchconfiguration', 'SSHSourceRestriction')).toBeUndefined();
  expect(file('.ebextensions/a.config')).toBe(text);
});

import { App } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { MulticontainerStack } from '../../examples/multicontainer/stack';

const stack = new MulticontainerStack(new App(), 'Multicontainer');
const template = Template.fromStack(stack);

test('runs the four containers with 128 MiB each, wherever their images come from', () => {
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    NetworkMode: 'bridge',
    ContainerDefinitions: [
      Match.objectLike({ Name: 'php-app', Memory: 128, Essential: true, Image: 'php:8.4-fpm' }),
      Match.objectLike({ Name: 'nginx-proxy', Memory: 128, Essential: true, Image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/nginx-proxy:1.4' }),
      Match.objectLike({ Name: 'status', Memory: 128, Essential: false, Image: 'traefik/whoami:v1.11' }),
      Match.objectLike({ Name: 'clock', Memory: 128, Essential: false, Image: 'public.ecr.aws/docker/library/busybox:1.37' }),
    ],
  });
});

test('links the proxy to the application and mounts the log volume of Beanstalk', () => {
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: Match.arrayWith([Match.objectLike({
      Name: 'nginx-proxy',
      Links: ['php-app'],
      PortMappings: [{ HostPort: 80, ContainerPort: 80, Protocol: 'tcp' }],
      MountPoints: [
        { SourceVolume: 'php-app', ContainerPath: '/var/www/html', ReadOnly: true },
        { SourceVolume: 'nginx-proxy-conf', ContainerPath: '/etc/nginx/conf.d', ReadOnly: true },
        { SourceVolume: 'awseb-logs-nginx-proxy', ContainerPath: '/var/log/nginx', ReadOnly: false },
      ],
    })]),
    Volumes: [
      { Name: 'php-app', Host: { SourcePath: '/var/app/current/php-app' } },
      { Name: 'nginx-proxy-conf', Host: { SourcePath: '/var/app/current/proxy/conf.d' } },
      { Name: 'awseb-logs-nginx-proxy', Host: { SourcePath: '/var/log/containers/nginx-proxy' } },
    ],
  });
});

test.each([[80, 'nginx-proxy'], [8080, 'status']])('listener %d has its target group and its port between load balancer and instances', (port, container) => {
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Port: port, Protocol: 'HTTP' });
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { Port: 80, TargetType: 'instance' });
  template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { FromPort: port, ToPort: port, IpProtocol: 'tcp', SourceSecurityGroupId: Match.anyValue() });
  template.hasResourceProperties('AWS::ECS::Service', { LoadBalancers: Match.arrayWith([Match.objectLike({ ContainerName: container, ContainerPort: 80 })]) });
});

test('runs one task on every instance, and instances have the policy of Beanstalk', () => {
  template.hasResourceProperties('AWS::ECS::Service', { SchedulingStrategy: 'DAEMON', LaunchType: 'EC2' });
  template.hasResourceProperties('AWS::IAM::Role', {
    ManagedPolicyArns: Match.arrayWith([{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/AWSElasticBeanstalkMulticontainerDocker']] }]),
  });
});

test('the instances and the execution role may pull from the private repository and from no other', () => {
  const pull = {
    Action: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    Effect: 'Allow',
    Resource: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':ecr:eu-west-1:123456789012:repository/shop/nginx-proxy']] },
  };
  const policies = Object.values(template.findResources('AWS::IAM::Policy'));
  const statements = policies.map(({ Properties }) => Properties.PolicyDocument.Statement.filter(({ Action }: { Action: string | string[] }) => Action.includes('ecr:BatchGetImage')));
  expect(statements.filter((found) => found.length > 0)).toEqual([[pull], [pull]]);
});

test('unpacks the bundle on the instances, whose folders the volumes show', () => {
  expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('folder of the source bundle'))).toEqual([]);
  expect(stack.shop.plan.decision('source bundle').choice).toBe('3 files');
});

test('instances may read the one object with the credentials of registries', () => {
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: Match.arrayWith([{
        Action: 's3:GetObject', Effect: 'Allow', Resource: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::shop-registry-credentials/shop/.dockercfg']] },
      }]),
    },
  });
});

test('matches its snapshot', () => {
  expect(template.toJSON()).toMatchSnapshot();
});

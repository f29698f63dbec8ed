import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { BeanstalkMulticontainerStack } from '../../examples/beanstalk-multicontainer/stack';
import { MulticontainerStack } from '../../examples/multicontainer/stack';
import { optionOf } from '../beanstalk/helpers';
import { walkStack } from '../beanstalk/walks';
import { containersOf, Json, only, statementsOf } from '../ecs/helpers';
import { archivesOf } from '../walker/beanstalk-version';
import { TemplateJson } from '../walker/template';
import { ListenerWalk, walk } from '../walker/walk';

/*
 * What makes the multi-container platform of Beanstalk, value by value, on both targets: on Amazon ECS in the template, on
 * Elastic Beanstalk in the template or in the file that the version carries there.
 */
interface Target {
  readonly template: Template;
  readonly containers: readonly Json[];
  readonly volumes: readonly (readonly [string, string])[];
  readonly listeners: readonly ListenerWalk[];
  readonly roleId: string;
}

const BUNDLE = '/var/app/current';

const beanstalk = ((): Target => {
  const stack = new BeanstalkMulticontainerStack(new App(), 'Shop');
  const { containerDefinitions, volumes } = fileOf(stack);
  const template = Template.fromStack(stack);
  return {
    template,
    containers: containerDefinitions,
    volumes: volumes.map(({ name, host }: Json) => [name, host.sourcePath]),
    listeners: walkStack(stack).listeners,
    roleId: only(template, 'AWS::IAM::InstanceProfile').Properties.Roles[0].Ref,
  };
})();

const ecs = ((): Target => {
  const template = Template.fromStack(new MulticontainerStack(new App(), 'Shop'));
  return {
    template,
    containers: containersOf(template).map(lowerKeys),
    volumes: only(template, 'AWS::ECS::TaskDefinition').Properties.Volumes.map(({ Name, Host }: Json) => [Name, Host.SourcePath]),
    listeners: walk(template.toJSON() as TemplateJson).listeners,
    roleId: only(template, 'AWS::IAM::InstanceProfile').Properties.Roles[0].Ref,
  };
})();

/** The Dockerrun file in the archive of the version. */
function fileOf(stack: Stack): Json {
  const archives = archivesOf((stack.node.root as App).synth().directory);
  const { SourceBundle: { S3Key } } = only(Template.fromStack(stack), 'AWS::ElasticBeanstalk::ApplicationVersion').Properties;
  return JSON.parse(archives[S3Key]['Dockerrun.aws.json']);
}

/** Amazon ECS writes the keys of the file with a capital letter. */
function lowerKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(lowerKeys);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key[0].toLowerCase() + key.slice(1), lowerKeys(inner)]));
}

const named = (target: Target, wanted: string) => target.containers.find(({ name }) => name === wanted)!;
const each = (target: Target, key: string) => target.containers.map((container) => [container.name, container[key]]);
const waysOf = (target: Target, port: number) => target.listeners.flatMap(({ paths }) => paths).filter((path) => path.some((step) => step.endsWith(`(HTTP ${port})`)));
const inPartition = (rest: string) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, rest]] });

/** What the role of the instances may do this with. */
function allowed({ template, roleId }: Target, action: string): Json[] {
  return statementsOf(template, roleId).filter(({ Action }) => [Action].flat().includes(action)).map(({ Resource }) => Resource);
}

/** The ports that the group of the instances takes from the group of the load balancer. */
function portsBehind({ template }: Target): number[][] {
  const rules = Object.values(template.findResources('AWS::EC2::SecurityGroupIngress')).map(({ Properties }) => Properties);
  expect(rules.filter(({ SourceSecurityGroupId, IpProtocol }) => SourceSecurityGroupId === undefined || IpProtocol !== 'tcp')).toEqual([]);
  return rules.map(({ FromPort, ToPort }) => [FromPort, ToPort]).sort(([one], [other]) => one - other);
}

const LINES: readonly (readonly [string, (target: Target) => unknown, unknown])[] = [
  ['an official image', (target) => named(target, 'php-app').image, 'php:8.4-fpm'],
  ['an image of an organization', (target) => named(target, 'status').image, 'traefik/whoami:v1.11'],
  ['an image of another registry', (target) => named(target, 'clock').image, 'public.ecr.aws/docker/library/busybox:1.37'],
  ['an image of Amazon ECR', (target) => named(target, 'nginx-proxy').image, '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/nginx-proxy:1.4'],
  ['the memory of each container', (target) => each(target, 'memory'), [['php-app', 128], ['nginx-proxy', 128], ['status', 128], ['clock', 128]]],
  ['the containers without which the task stops', (target) => each(target, 'essential'), [['php-app', true], ['nginx-proxy', true], ['status', false], ['clock', false]]],
  ['the link from the proxy to the application', (target) => named(target, 'nginx-proxy').links, ['php-app']],
  ['port 80 of the instance', (target) => named(target, 'nginx-proxy').portMappings, [expect.objectContaining({ hostPort: 80, containerPort: 80 })]],
  ['folders of the bundle, read-only', (target) => named(target, 'nginx-proxy').mountPoints.filter(({ readOnly }: Json) => readOnly === true), [
    { sourceVolume: 'php-app', containerPath: '/var/www/html', readOnly: true },
    { sourceVolume: 'nginx-proxy-conf', containerPath: '/etc/nginx/conf.d', readOnly: true },
  ]],
  ['the application, read-only', (target) => named(target, 'php-app').mountPoints, [{ sourceVolume: 'php-app', containerPath: '/var/www/html', readOnly: true }]],
  ['the volumes in the bundle', (target) => target.volumes.filter(([, path]) => path.startsWith(BUNDLE)), [
    ['php-app', `${BUNDLE}/php-app`], ['nginx-proxy-conf', `${BUNDLE}/proxy/conf.d`],
  ]],
  ['the log volume, writable', (target) => named(target, 'nginx-proxy').mountPoints.filter(({ readOnly = false }: Json) => !readOnly), [
    expect.objectContaining({ sourceVolume: 'awseb-logs-nginx-proxy', containerPath: '/var/log/nginx' }),
  ]],
  ['listener 80', (target) => waysOf(target, 80).map((path) => path[path.length - 1]), ['container nginx-proxy answers on port 80']],
  ['listener 8080', (target) => waysOf(target, 8080).map((path) => path[path.length - 1]), ['container status answers on port 80']],
  ['nothing else in the way', (target) => target.listeners.map(({ breaks }) => breaks), [[], []]],
  ['the ports between load balancer and instances', portsBehind, [[80, 80], [8080, 8080]]],
  ['the ports of the load balancer', ({ template }) => Object.values(template.findResources('AWS::EC2::SecurityGroup'))
    .flatMap(({ Properties }) => Properties.SecurityGroupIngress ?? []).map(({ CidrIp, FromPort, ToPort }: Json) => [CidrIp, FromPort, ToPort]),
  [['0.0.0.0/0', 80, 80], ['0.0.0.0/0', 8080, 8080]]],
  ['the registry credentials in S3', (target) => allowed(target, 's3:GetObject').filter((arn) => JSON.stringify(arn).includes('dockercfg')), [inPartition(':s3:::shop-registry-credentials/shop/.dockercfg')]],
  ['the private image', (target) => allowed(target, 'ecr:BatchGetImage'), [inPartition(':ecr:eu-west-1:123456789012:repository/shop/nginx-proxy')]],
  ['the policy of the platform on the instances', ({ template, roleId }) => template.toJSON().Resources[roleId].Properties.ManagedPolicyArns
    .filter((arn: Json) => JSON.stringify(arn).includes('Multicontainer')), [inPartition(':iam::aws:policy/AWSElasticBeanstalkMulticontainerDocker')]],
];

test.each(LINES)('%s', (_, read, expected) => {
  expect({ beanstalk: read(beanstalk), ecs: read(ecs) }).toEqual({ beanstalk: expected, ecs: expected });
});

test('where the logs are on the instances is known to Beanstalk, and made on Amazon ECS', () => {
  const own = ({ volumes }: Target) => volumes.filter(([name]) => name.startsWith('awseb-logs-'));
  expect([own(beanstalk), own(ecs)]).toEqual([[], [['awseb-logs-nginx-proxy', '/var/log/containers/nginx-proxy']]]);
});

test('the version carries the folders and the credentials that the file names', () => {
  const stack = new BeanstalkMulticontainerStack(new App(), 'Shop');
  expect(fileOf(stack).authentication).toEqual({ bucket: 'shop-registry-credentials', key: 'shop/.dockercfg' });
  const [archive] = Object.values(archivesOf((stack.node.root as App).synth().directory));
  expect(Object.keys(archive).sort()).toEqual(['Dockerrun.aws.json', 'php-app/index.php', 'proxy/conf.d/default.conf']);
});

test('the task runs once on every instance, and on every one that joins', () => {
  ecs.template.hasResourceProperties('AWS::ECS::Service', { SchedulingStrategy: 'DAEMON', LaunchType: 'EC2' });
  expect(only(ecs.template, 'AWS::AutoScaling::AutoScalingGroup').Properties).toMatchObject({ MinSize: '2', MaxSize: '4' });
  // Beanstalk knows nothing else; its instances join in the same numbers.
  expect(JSON.stringify(only(beanstalk.template, 'AWS::ElasticBeanstalk::Environment').Properties.PlatformArn)).toMatch(/platform\/ECS running on 64bit Amazon Linux 2023\/[\d.]+"/);
  expect(['MinSize', 'MaxSize'].map((name) => optionOf(beanstalk.template, 'aws:autoscaling:asg', name))).toEqual(['2', '4']);
});

import { App, Stack } from 'aws-cdk-lib';
import { Template as Synthesized } from 'aws-cdk-lib/assertions';
import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { LoadBalancerTarget } from 'aws-cdk-lib/aws-route53-targets';
import {
  BeanstalkDeployment, BeanstalkEnvironment, BeanstalkPlatform, EcsEnvironment, EcsEnvironmentProps,
} from '../../lib';
import { compareTemplates } from '../../lib/core/diff/compare';
import { Template as Compared } from '../../lib/core/diff/template/cfn-template';
import { Kind, REASONS } from '../../lib/core/diff/words/ways';
import { file } from '../ecs/helpers';
import { Template, TemplateJson } from './model/template';
import { judge } from './model/verdict';

/* The way around each trouble, deployment by deployment: each of them lands, and together they are the edit. */

const ENV = { account: '123456789012', region: 'us-east-1' };

function deployed(build: (stack: Stack) => void): Template {
  const stack = new Stack(new App(), 'Shop', { env: ENV });
  build(stack);
  return new Template(Synthesized.fromStack(stack).toJSON() as TemplateJson);
}

const containers = (tag: number) => file(['web', 'api'].map((name, index) => ({
  name,
  image: `example/${name}:${tag}`,
  memory: 128,
  portMappings: [{ hostPort: 80 + index, containerPort: 8080 + index }],
})));
const shop = (tag: number, props: Partial<EcsEnvironmentProps> = {}) => deployed((stack) =>
  void new EcsEnvironment(stack, 'Environment', { dockerrun: containers(tag), ...props }));
const managed = (tag: number, deployment: BeanstalkDeployment) => deployed((stack) =>
  void new BeanstalkEnvironment(stack, 'Environment', {
    dockerrun: containers(tag), platform: BeanstalkPlatform.ecsAl2023('4.6.0'), deployment,
  }));

/** Two environments, and a name in the DNS that leads to the first or the second. */
const named = (modes: readonly (NetworkMode | undefined)[], leadsTo: number) => deployed((stack) => {
  const zone = HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });
  const all = modes.map((networkMode, index) => networkMode
    && new EcsEnvironment(stack, `Environment${index}`, { dockerrun: containers(1), networkMode }));
  const target = RecordTarget.fromAlias(new LoadBalancerTarget(all[leadsTo]!.loadBalancer!));
  new ARecord(stack, 'Record', { zone, recordName: 'shop', target });
});

const larger = { instanceType: new InstanceType('t3.large') };
const one = { minCapacity: 1, maxCapacity: 1 };

interface Way {
  readonly edit: readonly [Template, Template];
  readonly steps: readonly Template[];
}

const WAYS: Partial<Readonly<Record<Kind, Way>>> = {
  'all tasks stop': {
    edit: [shop(1, { minCapacity: 1 }), shop(2, { minCapacity: 1 })],
    steps: [shop(1, { minCapacity: 2 }), shop(2, { minCapacity: 2 })],
  },
  'all instances stop': {
    edit: [shop(1, one), shop(1, { ...one, ...larger })],
    steps: [shop(1, { minCapacity: 2, maxCapacity: 3 }), shop(1, { minCapacity: 2, maxCapacity: 3, ...larger })],
  },
  'other target group': {
    edit: [named([NetworkMode.BRIDGE], 0), named([NetworkMode.AWS_VPC], 0)],
    steps: [
      named([NetworkMode.BRIDGE, NetworkMode.AWS_VPC], 0), named([NetworkMode.BRIDGE, NetworkMode.AWS_VPC], 1),
      named([undefined, NetworkMode.AWS_VPC], 1),
    ],
  },
  'version to all': {
    edit: [managed(1, BeanstalkDeployment.allAtOnce()), managed(2, BeanstalkDeployment.allAtOnce())],
    steps: [managed(1, BeanstalkDeployment.rolling()), managed(2, BeanstalkDeployment.rolling())],
  },
};

const LANDS = ['nothing', 'in place', 'rolls'];

describe.each(Object.entries(WAYS))('%s', (kind, { edit: [old, next], steps }) => {
  test('the edit in one deployment is one', () => {
    const [before, after] = [old, next].map(({ json }) => Compared.of(json)!);
    expect(compareTemplates(before, after).troubles.map((trouble) => trouble.kind)).toContain(kind);
    expect(judge(old, next).kind).toBe(REASONS[kind as Kind].effect);
  });

  test('each step of the way lands', () => {
    const isBack = ['other target group', 'version to all'].includes(kind);
    const all = [old, ...steps, ...(isBack ? [] : [next])];
    const verdicts = all.slice(1).map((step, index) => judge(all[index], step));
    expect(verdicts.filter((verdict) => !LANDS.includes(verdict.kind))).toEqual([]);
  });
});


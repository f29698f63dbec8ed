import { App, Stack } from 'aws-cdk-lib';
import { Template as Synthesized } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { ARecord, HostedZone, IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { LoadBalancerTarget } from 'aws-cdk-lib/aws-route53-targets';
import { EcsEnvironment, EcsEnvironmentProps, Nat, RolloutStrategy, Scheduling } from '../../lib';
import { Kind, REASONS } from '../../lib/core/diff/words/ways';
import { file } from '../ecs/helpers';
import { Template, TemplateJson } from './model/template';
import { Known } from './model/verdict';

/** A deployment on the way. */
export interface Step {
  /** What `diff` prints. */
  readonly says: string;
  readonly template: Template;
  readonly known?: Known;
}

export interface Way {
  readonly edit: readonly [Template, Template];
  readonly steps: readonly Step[];
}

/** The words of a kind with a template for each of them. */
export function stepsOf(kind: Kind, ...templates: readonly Template[]): Step[] {
  return REASONS[kind].way.map((says, index) => ({ says, template: templates[index] }));
}

export const ENV = { account: '123456789012', region: 'us-east-1' };

export function deployed(build: (stack: Stack) => void): Template {
  const stack = new Stack(new App(), 'Shop', { env: ENV });
  build(stack);
  return new Template(Synthesized.fromStack(stack).toJSON() as TemplateJson);
}

export const containers = (tag: number, apiPort = 81) => file(['web', 'api'].map((name, index) => ({
  name,
  image: `example/${name}:${tag}`,
  memory: 128,
  portMappings: [{ hostPort: index === 0 ? 80 : apiPort, containerPort: 8080 + index }],
})));

const listeners = [{ port: 80, containerName: 'web' }];
const shop = (tag: number, props: Partial<EcsEnvironmentProps> = {}, apiPort?: number) => deployed((stack) =>
  void new EcsEnvironment(stack, 'Environment', { dockerrun: containers(tag, apiPort), listeners, ...props }));

const zoneIn = (stack: Stack): IHostedZone =>
  HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });

/** Two environments, and a name in the DNS that leads to the first or the second. */
const named = (modes: readonly (NetworkMode | undefined)[], leadsTo: number) => deployed((stack) => {
  const all = modes.map((networkMode, index) => networkMode
    && new EcsEnvironment(stack, `Environment${index}`, { dockerrun: containers(1), networkMode }));
  const target = RecordTarget.fromAlias(new LoadBalancerTarget(all[leadsTo]!.loadBalancer!));
  new ARecord(stack, 'Record', { zone: zoneIn(stack), recordName: 'shop', target });
});

type Environments = Readonly<Record<string, Partial<EcsEnvironmentProps> & { readonly isSecured?: boolean }>>;

const secured = { isSecured: true };

/** Environments in a row, one of them with a domain name. */
const domains = (all: Environments, owner: string, renamed: readonly string[] = []): Template => deployed((stack) => {
  const domainZone = zoneIn(stack);
  const arn = 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000001';
  const certificates = [Certificate.fromCertificateArn(stack, 'Certificate', arn)];
  for (const [id, { isSecured, ...props }] of Object.entries(all)) {
    const domain = id === owner ? { domainName: 'shop.example.com', domainZone } : {};
    new EcsEnvironment(stack, id, {
      dockerrun: containers(1), ...domain, ...isSecured && { certificates }, ...props,
    });
  }
  if (renamed.length > 0) stack.renameLogicalId(renamed[0], renamed[1]);
});
const recordOf = (template: Template): string => template.of('AWS::Route53::RecordSet')[0].id;
/** The name moves to the second one. */
const moved = (all: Environments): Template => {
  const [next, old] = [domains(all, 'Second'), domains({ First: {} }, 'First')].map(recordOf);
  return domains(all, 'Second', [next, old]);
};

const larger = { instanceType: new InstanceType('t3.large') };
const graviton = { instanceType: new InstanceType('t4g.medium') };
const one = { minCapacity: 1, maxCapacity: 1 };
const two = { minCapacity: 2, maxCapacity: 3 };
const withRule = (path: string) => ({
  listeners: [{ ...listeners[0], rules: [{ pathPatterns: [path], containerName: 'api' }] }],
});
const replicas = (strategy?: RolloutStrategy) => ({ scheduling: Scheduling.replicas({ min: 2, max: 2, strategy }) });
const turns = replicas(RolloutStrategy.blueGreen());
const settling = replicas(RolloutStrategy.rolling({ secondTargetGroups: true }));
const priority = (path: string) => ({
  listeners: [{ ...listeners[0], rules: [{ pathPatterns: [path], containerName: 'api', priority: 10 }] }],
});
const inFirst = (steps: readonly Step[]): Step[] =>
  steps.map((step, index) => (index === 0 ? step : { ...step, known: { tasks: 'first' } }));

export const WAYS = {
  'new target group': {
    edit: [shop(1), shop(1, withRule('/api/*'))],
    steps: stepsOf('new target group', shop(1, withRule('/not-yet')), shop(1, withRule('/api/*'))),
  },
  'group that is left': {
    edit: [shop(1, withRule('/api/*')), shop(1)],
    steps: stepsOf('group that is left', shop(1, withRule('/not-yet')), shop(1)),
  },
  'all tasks stop': {
    edit: [shop(1, { minCapacity: 1 }), shop(2, { minCapacity: 1 })],
    steps: stepsOf(
      'all tasks stop', shop(1, { minCapacity: 2 }), shop(2, { minCapacity: 2 }), shop(2, { minCapacity: 1 }),
    ),
  },
  'all instances stop': {
    edit: [shop(1, one), shop(1, { ...one, ...larger })],
    steps: stepsOf('all instances stop', shop(1, two), shop(1, { ...two, ...larger }), shop(1, { ...one, ...larger })),
  },
  'other target group': {
    edit: [named([NetworkMode.BRIDGE], 0), named([NetworkMode.AWS_VPC], 0)],
    steps: stepsOf(
      'other target group', named([NetworkMode.BRIDGE, NetworkMode.AWS_VPC], 0),
      named([NetworkMode.BRIDGE, NetworkMode.AWS_VPC], 1), named([undefined, NetworkMode.AWS_VPC], 1),
    ),
  },
  'other load balancer': {
    edit: [domains({ First: {} }, 'First'), domains({ First: { publicLoadBalancer: false } }, 'First')],
    steps: stepsOf(
      'other load balancer',
      domains({ First: {}, Second: { publicLoadBalancer: false, ...secured } }, 'First'),
      moved({ First: secured, Second: { publicLoadBalancer: false, ...secured } }),
      moved({ Second: { publicLoadBalancer: false, ...secured } }),
    ),
  },
  'weights set back': {
    edit: [shop(1, { ...turns, ...priority('/api/*') }), shop(1, { ...turns, ...priority('/v2/*') })],
    steps: inFirst(stepsOf(
      'weights set back', shop(2, { ...turns, ...priority('/api/*') }), shop(2, { ...turns, ...priority('/v2/*') }),
    )),
  },
  'end of turns': {
    edit: [shop(1, turns, 0), shop(1, replicas(), 0)],
    steps: inFirst(stepsOf('end of turns', shop(2, turns, 0), shop(2, settling, 0), shop(2, replicas(), 0))),
  },
  'host port': {
    edit: [shop(1), shop(1, replicas())],
    steps: stepsOf('host port', shop(1, {}, 0), shop(1, replicas(), 0)),
  },
  'way out': {
    edit: [shop(1, { nat: Nat.single() }), shop(1, { nat: Nat.instances() })],
    steps: stepsOf('way out', shop(1, { nat: Nat.perAz() })),
  },
  'processor': {
    edit: [shop(1), shop(1, graviton)],
    steps: stepsOf('processor', shop(2), shop(2, graviton))
      .map((step, index) => (index === 0 ? step : { ...step, known: { anyProcessor: true } })),
  },
} as const satisfies Partial<Readonly<Record<Kind, Way>>>;

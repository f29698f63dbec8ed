import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template as Synthesized } from 'aws-cdk-lib/assertions';
import { InstanceType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { ContainerImage, NetworkMode } from 'aws-cdk-lib/aws-ecs';
import {
  BeanstalkDeployment, BeanstalkEnvironment, BeanstalkPlatform, EcsEnvironment, Nat, Scheduling, SourceBundle,
  WorkerConsumer,
} from '../../lib';
import { file } from '../ecs/helpers';
import { Template, TemplateJson, Value } from './model/template';

/** What somebody wrote, before it is edited. */
interface Draft {
  readonly stack: Stack;
  readonly web: Value;
  readonly containers: Value[];
  readonly props: Value;
  /** Of `addService`, by its id. */
  readonly services: Record<string, Value>;
}

export type Edit = (draft: Draft) => void;

export interface Shape {
  readonly target?: 'beanstalk';
  readonly base: Edit;
  readonly edits: Readonly<Record<string, Edit>>;
}

const folder = mkdtempSync(join(tmpdir(), 'motion-'));
const BUNDLE = join(__dirname, '..', 'cli', 'bundles', 'shop');

const mapped = (name: string, hostPort: number, containerPort: number) =>
  ({ name, image: `example/${name}:1`, memory: 128, portMappings: [{ hostPort, containerPort }] });

/** A bundle whose page has a text. */
function bundle(page: string, port = 80): SourceBundle {
  const place = join(folder, `${page}-${port}`);
  cpSync(BUNDLE, place, { recursive: true });
  writeFileSync(join(place, 'pages.html'), page);
  const containers = [mapped('web', port, 80)];
  writeFileSync(join(place, 'Dockerrun.aws.json'), JSON.stringify({
    AWSEBDockerrunVersion: 2,
    volumes: [{ name: 'conf', host: { sourcePath: '/var/app/current/proxy/conf.d' } }],
    containerDefinitions: containers.map((each) => (
      { ...each, mountPoints: [{ sourceVolume: 'conf', containerPath: '/etc/conf', readOnly: true }] }
    )),
  }));
  return SourceBundle.fromDirectory(place);
}

const zones = (...names: readonly string[]) => ({
  vpcId: 'vpc-1',
  availabilityZones: names.map((name) => `us-east-1${name}`),
  publicSubnetIds: names.map((name) => `subnet-public-${name}`),
  privateSubnetIds: names.map((name) => `subnet-private-${name}`),
  privateSubnetRouteTableIds: names.map((name) => `rtb-${name}`),
});
const inVpc = (...names: readonly string[]): Edit => ({ stack, props }) =>
  void (props.vpc = Vpc.fromVpcAttributes(stack, `Given${names.length}`, zones(...names)));

const image: Edit = ({ web }) => void (web.image = 'example/web:2');
const larger: Edit = ({ props }) => void (props.instanceType = new InstanceType('t3.large'));
const variable: Edit = ({ props }) => void (props.environmentProperties = { STAGE: 'production' });
const posts = (rest: object = {}) => ({
  dockerrun: file([mapped('posts', 82, 80)]),
  rules: [{ pathPatterns: ['/posts/*'], priority: 20 }],
  ...rest,
});
const worker = (rest: object = {}): Edit => (draft) => {
  draft.web.portMappings = undefined;
  Object.assign(draft.props, { listeners: undefined, worker: { consumer: WorkerConsumer.polls(), ...rest } });
};

const API = { pathPatterns: ['/api/*'], containerName: 'api', priority: 20 };
const ADMIN = { pathPatterns: ['/admin/*'], containerName: 'api', priority: 10, healthCheck: { path: '/up' } };
const ways = (...rules: readonly Value[]): Edit => ({ props }) => void (props.listeners[0].rules = rules);

export const MORE_SHAPES: Readonly<Record<string, Shape>> = {
  'worker': {
    base: worker(),
    edits: {
      image, larger, variable,
      'queue': worker({ visibilityTimeout: Duration.minutes(2), maxReceiveCount: 5 }),
      'periodic task': worker({ periodicTasks: [{ name: 'report', url: '/report', schedule: '0 7 * * *' }] }),
      'dispatcher': ({ web, props }) => {
        web.portMappings = [{ hostPort: 80, containerPort: 80 }];
        props.worker = { consumer: WorkerConsumer.dispatcher(ContainerImage.fromRegistry('example/sqsd:1')) };
      },
      'replicas': ({ props }) => void (props.scheduling = Scheduling.replicas({ min: 2, max: 2 })),
    },
  },
  'two services': {
    base: ({ services }) => void (services.Posts = posts()),
    edits: {
      image, larger,
      'image of the other': ({ services }) => void (services.Posts = posts({
        dockerrun: file([{ ...mapped('posts', 82, 80), image: 'example/posts:2' }]),
      })),
      'a third': ({ services }) => void (services.Users = posts({
        dockerrun: file([mapped('users', 83, 80)]),
        rules: [{ pathPatterns: ['/users/*'], priority: 30 }],
      })),
      'the other removed': ({ services }) => void delete services.Posts,
      'conditions of the other': ({ services }) => void (services.Posts = posts({
        rules: [{ pathPatterns: ['/posts/*', '/blog/*'], priority: 20 }],
      })),
    },
  },
  'two ways to a container': {
    base: ways(API, ADMIN),
    edits: {
      image,
      'a third, first in order': ways(
        API, ADMIN, { ...ADMIN, pathPatterns: ['/not-yet'], priority: 5, slowStart: Duration.seconds(40) },
      ),
      'priorities that change places': ways({ ...API, priority: 10 }, { ...ADMIN, priority: 20 }),
      'another priority': ways({ ...API, priority: 30 }, ADMIN),
      'the same settings': ways(API, { ...ADMIN, healthCheck: undefined }),
      'health check of the first': ways({ ...API, healthCheck: { path: '/ready' } }, ADMIN),
    },
  },
  'one way to a container': {
    base: ways(API),
    edits: {
      'another of a lower priority, with other settings': ways(API, { ...ADMIN, pathPatterns: ['/not-yet'] }),
      'another with the same settings': ways(API, { ...ADMIN, healthCheck: undefined }),
      'health check': ways({ ...API, healthCheck: { path: '/up' } }),
    },
  },
  'bundle': {
    base: ({ props }) => void Object.assign(props, { sourceBundle: bundle('one'), listeners: undefined }),
    edits: {
      larger, variable,
      'a file': ({ props }) => void (props.sourceBundle = bundle('two')),
      'host port': ({ props }) => void (props.sourceBundle = bundle('one', 8080)),
    },
  },
  'ways out': {
    base: () => undefined,
    edits: {
      image,
      'none': ({ props, web, containers }) => {
        const registry = '123456789012.dkr.ecr.us-east-1.amazonaws.com';
        web.image = `${registry}/web:1`;
        containers[1].image = `${registry}/api:1`;
        props.nat = Nat.none();
      },
      'one a zone': ({ props }) => void (props.nat = Nat.perAz()),
      'instances': ({ props }) => void (props.nat = Nat.instances()),
      'bridge': ({ props }) => void (props.networkMode = NetworkMode.BRIDGE),
    },
  },
  'own VPC': {
    base: inVpc('a', 'b'),
    edits: { image, larger, 'a zone more': inVpc('a', 'b', 'c') },
  },
  'Beanstalk': {
    target: 'beanstalk',
    base: () => undefined,
    edits: {
      image, larger, variable,
      'platform': ({ props }) => void (props.platform = BeanstalkPlatform.ecsAl2023('4.6.1')),
      'name': ({ props }) => void (props.environmentName = 'shop'),
      'address': ({ props }) => void (props.cnamePrefix = 'shop'),
      'all at once': ({ props }) => void (props.deployment = BeanstalkDeployment.allAtOnce()),
      'immutable': ({ props }) => void (props.deployment = BeanstalkDeployment.immutable()),
      'instances': ({ props }) => void Object.assign(props, { minCapacity: 3, maxCapacity: 6 }),
      'single instance': ({ props }) => void Object.assign(props, { singleInstance: true, listeners: undefined }),
      'health check': ({ props }) => void (props.listeners[0].healthCheck = { path: '/up' }),
      'listener': ({ props }) => void props.listeners.push({ port: 8000, containerName: 'api' }),
    },
  },
  'Beanstalk, a single instance': {
    target: 'beanstalk',
    base: ({ props }) => void Object.assign(props, { singleInstance: true, listeners: undefined }),
    edits: { image, larger, variable },
  },
};

/** The template of a shape after an edit; undefined when the library refuses it. */
export function synthesizeMore({ target, base }: Shape, edit: Edit = () => undefined): Template | undefined {
  const stack = new Stack(new App(), 'Shop', { env: { account: '123456789012', region: 'us-east-1' } });
  const web = mapped('web', 80, 8080);
  const containers: Value[] = [web, mapped('api', 81, 8081)];
  const platform = target && { platform: BeanstalkPlatform.ecsAl2023('4.6.0') };
  const props = { ...platform, listeners: [{ port: 80, containerName: 'web' }] };
  const draft: Draft = { stack, web, containers, props, services: {} };
  base(draft);
  edit(draft);
  const dockerrun = draft.props.sourceBundle ? undefined : file(containers);
  try {
    if (target) {
      new BeanstalkEnvironment(stack, 'Environment', { dockerrun, ...draft.props });
    } else {
      const environment = new EcsEnvironment(stack, 'Environment', { dockerrun, ...draft.props });
      for (const [id, service] of Object.entries(draft.services)) environment.addService(id, service);
    }
  } catch {
    return undefined;
  }
  return new Template(Synthesized.fromStack(stack).toJSON() as TemplateJson);
}

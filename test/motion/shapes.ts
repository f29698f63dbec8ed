import { App, Size, Stack } from 'aws-cdk-lib';
import { Template as Synthesized } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { RolloutStrategy, DockerrunAction, EcsEnvironment, FrontDoor, Scheduling } from '../../lib';
import { file } from '../ecs/helpers';
import { Template, TemplateJson, Value } from './model/template';

/** What somebody wrote, before it is edited. */
interface Draft {
  readonly stack: Stack;
  readonly web: Value;
  readonly containers: Value[];
  readonly props: Value;
}

export type Edit = (draft: Draft) => void;

const ENV = { account: '123456789012', region: 'us-east-1' };
const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000001';

const certificate = (stack: Stack) => Certificate.fromCertificateArn(stack, 'Certificate', CERTIFICATE);
const domain = ({ stack, props }: Draft) => {
  const zone = HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });
  Object.assign(props, { domainName: 'shop.example.com', domainZone: zone });
};
const replicas = (strategy?: RolloutStrategy) => Scheduling.replicas({ min: 2, max: 2, strategy });

const listener = ({ props }: Draft): Value => props.listeners[0];
const api = (...pathPatterns: string[]) => ({ pathPatterns, containerName: 'api' });

/** Kinds of environments. */
export const SHAPES: Readonly<Record<string, Edit>> = {
  'daemon': () => undefined,
  'daemon, awsvpc': ({ props }) => void (props.networkMode = NetworkMode.AWS_VPC),
  'replicas': ({ props }) => void (props.scheduling = replicas()),
  'blue/green': ({ props }) => void (props.scheduling = replicas(RolloutStrategy.blueGreen())),
  'daemon, TCP': ({ props }) => void (props.listeners = [{ port: 80, protocol: Protocol.TCP, containerName: 'web' }]),
  'daemon, domain': domain,
  'daemon, rule': (draft) => void (listener(draft).rules = [{ ...api('/api/*'), priority: 10 }]),
};

/** One thing that people edit. What a shape does not take is left out there. */
export const EDITS: Readonly<Record<string, Edit>> = {
  'image': ({ web }) => void (web.image = 'example/web:2'),
  'env': ({ web }) => void (web.environment = [{ name: 'A', value: 'b' }]),
  'command': ({ web }) => void (web.command = ['serve']),
  'memory': ({ web }) => void (web.memory = 200),
  'hostPort': ({ web }) => void (web.portMappings[0].hostPort = 8080),
  'containerPort': ({ web }) => void (web.portMappings[0].containerPort = 9090),
  'container added': ({ containers }) => void containers.push({ name: 'logs', image: 'example/logs:1', memory: 64 }),
  'environmentProperties': ({ props }) => void (props.environmentProperties = { STAGE: 'production' }),
  'networkMode bridge': ({ props }) => void (props.networkMode = NetworkMode.BRIDGE),
  'networkMode awsvpc': ({ props }) => void (props.networkMode = NetworkMode.AWS_VPC),
  'networkMode host': ({ props }) => void (props.networkMode = NetworkMode.HOST),
  'scheduling': ({ props }) => void (props.scheduling = props.scheduling ? undefined : replicas()),
  'strategy': ({ props }) => void (props.scheduling = replicas(RolloutStrategy.canary())),
  'instanceType': ({ props }) => void (props.instanceType = new InstanceType('t3.large')),
  'processor': ({ props }) => void (props.instanceType = new InstanceType('t4g.small')),
  'rootVolumeSize': ({ props }) => void (props.rootVolumeSize = Size.gibibytes(50)),
  'userDataCommands': ({ props }) => void (props.userDataCommands = ['echo hello']),
  'maxCapacity': ({ props }) => void (props.maxCapacity = 6),
  'minCapacity': ({ props }) => void (props.minCapacity = 3),
  'minCapacity 1': ({ props }) => void (props.minCapacity = 1),
  'maxAzs': ({ props }) => void (props.maxAzs = 3),
  'publicLoadBalancer': ({ props }) => void (props.publicLoadBalancer = false),
  'loadBalancerName': ({ props }) => void (props.loadBalancerName = 'shop'),
  'deletionProtection': ({ props }) => void (props.deletionProtection = true),
  'certificates': (draft) => {
    Object.assign(draft.props, { certificates: [certificate(draft.stack)] });
    listener(draft).port = 443;
  },
  'HTTP API': ({ props }) => void (props.frontDoor = FrontDoor.httpApi()),
  'CloudFront': ({ props }) => void (props.frontDoor = FrontDoor.cloudFront({ originPrefixListId: 'pl-1' })),
  'listener added': ({ props }) => void props.listeners.push({ port: 8000, containerName: 'api' }),
  'listener protocol': (draft) => void (listener(draft).protocol = Protocol.TCP),
  'listener container': (draft) => void (listener(draft).containerName = 'api'),
  'rule added': (draft) => void (listener(draft).rules = [api('/api/*')]),
  'rule conditions': (draft) => void (listener(draft).rules = [api('/api/*', '/v2/*')]),
  'rule with priority': (draft) => void (listener(draft).rules = [{ ...api('/api/*'), priority: 10 }]),
  'rule with priority, conditions': (draft) =>
    void (listener(draft).rules = [{ ...api('/api/*', '/v2/*'), priority: 10 }]),
  'rule to an answer': (draft) => {
    listener(draft).rules = [{ pathPatterns: ['/api/*'], priority: 10, action: DockerrunAction.fixedResponse(503) }];
  },
  'rule removed': (draft) => void (listener(draft).rules = []),
  'health check': (draft) => void (listener(draft).healthCheck = { path: '/up' }),
  'target group name': (draft) => void (listener(draft).targetGroupName = 'shop-web'),
  'dashboard': ({ props }) => void (props.dashboard = true),
  'alarms': ({ props }) => void (props.alarms = {}),
};

/** The template of a shape after an edit; undefined when the library refuses it. */
export function synthesize(shape: string, edit?: Edit): Template | undefined {
  const json = templateJson(shape, edit);
  return json && new Template(json);
}

/** The same as CloudFormation gets it. */
export function templateJson(shape: string, edit: Edit = () => undefined): TemplateJson | undefined {
  const stack = new Stack(new App(), 'Shop', { env: ENV });
  const mapped = (name: string, hostPort: number, containerPort: number) =>
    ({ name, image: `example/${name}:1`, memory: 128, portMappings: [{ hostPort, containerPort }] });
  const web = mapped('web', 80, 8080);
  const containers = [web, mapped('api', 81, 8081)];
  const props = { listeners: [{ port: 80, containerName: 'web' }] };
  const draft: Draft = { stack, web, containers, props };
  SHAPES[shape](draft);
  edit(draft);
  try {
    new EcsEnvironment(stack, 'Environment', { dockerrun: file(containers), ...props });
  } catch {
    return undefined;
  }
  return Synthesized.fromStack(stack).toJSON() as TemplateJson;
}

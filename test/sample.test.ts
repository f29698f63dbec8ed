import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { context as recommended } from '../cdk.json';
import { Dockerrun, EcsEnvironment, EcsEnvironmentProps } from '../lib';
import { Clients } from './walker/front';
import { TemplateJson } from './walker/template';
import { walk } from './walker/walk';

/*
 * The sample from its file to the template, as CloudFormation would take it. The validator of the CDK is on, and what
 * it finds counts as an error; what no validator sees, the walker proves.
 */
delete process.env.CDK_VALIDATION;

/** The flags that change what a template says, or none but the one that turns findings into errors. */
const CONTEXTS = { recommended, bare: { '@aws-cdk/core:validateAgainstDefaultRules': true } };
const MODES = [NetworkMode.BRIDGE, NetworkMode.AWS_VPC];
const SAMPLE = Dockerrun.fromFile(join(__dirname, '../bin/sample/Dockerrun.aws.json'));

interface Synthesis {
  readonly template: TemplateJson;
  /** What validators say; the annotations of the constructs have tests of their own. */
  readonly findings: string[];
}

function synthesize(build: (stack: Stack) => void, context: object = recommended): Synthesis {
  const app = new App({ context: { ...context } });
  const stack = new Stack(app, 'Shop');
  build(stack);
  const assembly = app.synth();
  return { template: assembly.getStackByName('Shop').template, findings: findingsIn(assembly.directory) };
}

function findingsIn(directory: string): string[] {
  const { pluginReports } = JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8'));
  return pluginReports.filter(({ pluginName }: any) => pluginName !== 'Construct Annotations')
    .flatMap(({ violations }: any) => violations.map(({ ruleName, description }: any) => `${ruleName}: ${description}`));
}

function deploy(props: EcsEnvironmentProps, context?: object): Synthesis {
  return synthesize((stack) => { new EcsEnvironment(stack, 'Environment', props); }, context);
}

/** Every way that is proven, with logical ids that leave out the environment and the hash. */
function waysOf(template: TemplateJson, clients?: Clients): string[][] {
  const { listeners, overBroad } = walk(template, clients);
  expect({ overBroad, breaks: listeners.flatMap(({ breaks }) => breaks) }).toEqual({ overBroad: [], breaks: [] });
  return listeners.flatMap(({ paths }) => paths).map((path) => path.map(withoutHashes));
}

function withoutHashes(sentence: string): string {
  return sentence.replace(/\bEnvironment(\w+?)[0-9A-F]{8}\b/g, '$1');
}

beforeEach(() => {
  // The CDK prints its report; the tests read it from its file.
  jest.spyOn(console, 'error').mockImplementation();
});

describe('the sample', () => {
  test('leads from the internet to the proxy on every instance', () => {
    const { template } = deploy({ dockerrun: SAMPLE });
    expect(waysOf(template)).toEqual([[
      'the internet reaches load balancer LoadBalancer (internet-facing) in NetworkVpcPublicSubnet1Subnet, NetworkVpcPublicSubnet2Subnet through internet gateway NetworkVpcIGW',
      'security group LoadBalancerSecurityGroup accepts tcp 80 from 0.0.0.0/0',
      'listener LoadBalancerListener80 (HTTP 80)',
      'default action of LoadBalancerListener80 forwards to target group ServiceTarget80 (HTTP, target type instance)',
      'service Service registers container proxy, port 80',
      'task definition ServiceTaskDefinition (bridge) takes it at tcp 80',
      'target group ServiceTarget80 checks health on the traffic port',
      'security group LoadBalancerSecurityGroup may send tcp 80 to ClusterCapacitySecurityGroup',
      'security group ClusterCapacitySecurityGroup of the instances of ClusterCapacityAutoScalingGroupASG accepts tcp 80 from LoadBalancerSecurityGroup',
      'container proxy answers on port 80',
    ]]);
  });

  test('leads from the internet to the proxy in a task with a network interface of its own', () => {
    const { template } = deploy({ dockerrun: SAMPLE, networkMode: NetworkMode.AWS_VPC });
    expect(waysOf(template)).toEqual([[
      'the internet reaches load balancer LoadBalancer (internet-facing) in NetworkVpcPublicSubnet1Subnet, NetworkVpcPublicSubnet2Subnet through internet gateway NetworkVpcIGW',
      'security group LoadBalancerSecurityGroup accepts tcp 80 from 0.0.0.0/0',
      'listener LoadBalancerListener80 (HTTP 80)',
      'default action of LoadBalancerListener80 forwards to target group ServiceTarget80 (HTTP, target type ip)',
      'service Service registers container proxy, port 80',
      'task definition ServiceTaskDefinition (awsvpc) takes it at tcp 80',
      'target group ServiceTarget80 checks health on the traffic port',
      'security group LoadBalancerSecurityGroup may send tcp 80 to ServiceSecurityGroup',
      'security group ServiceSecurityGroup of the tasks of service Service accepts tcp 80 from LoadBalancerSecurityGroup',
      'container proxy answers on port 80',
    ]]);
  });

  test.each(MODES.flatMap((mode) => Object.entries(CONTEXTS).map(([name, context]) => [mode, name, context] as const)))(
    'is a template without findings (%s, %s flags)', (networkMode, _name, context) => {
      expect(deploy({ dockerrun: SAMPLE, networkMode }, context).findings).toEqual([]);
    },
  );

  test.each(MODES)('is the same template as before (%s)', (networkMode) => {
    expect(deploy({ dockerrun: SAMPLE, networkMode }).template).toMatchSnapshot();
  });
});

describe('a file with several ports', () => {
  const dockerrun = Dockerrun.fromString(JSON.stringify({
    AWSEBDockerrunVersion: 2,
    containerDefinitions: [
      { name: 'web', image: 'example/web:1', memory: 256, portMappings: [{ containerPort: 3000 }] },
      { name: 'admin', image: 'example/admin:1', memory: 256, portMappings: [{ hostPort: 9090, containerPort: 9090 }] },
    ],
  }));
  const listeners = [{ port: 80, containerName: 'web' }, { port: 8080, instancePort: 9090 }];

  test('leads every listener to its container on the instances', () => {
    const { template, findings } = deploy({ dockerrun, listeners });
    expect(findings).toEqual([]);
    expect(waysOf(template).map((way) => way.slice(3))).toEqual([
      [
        'default action of LoadBalancerListener80 forwards to target group ServiceTarget80 (HTTP, target type instance)',
        'service Service registers container web, port 3000',
        'task definition ServiceTaskDefinition (bridge) takes it at tcp 32768-65535',
        'target group ServiceTarget80 checks health on the traffic port',
        'security group LoadBalancerSecurityGroup may send tcp 32768-65535 to ClusterCapacitySecurityGroup',
        'security group ClusterCapacitySecurityGroup of the instances of ClusterCapacityAutoScalingGroupASG accepts tcp 32768-65535 from LoadBalancerSecurityGroup',
        'container web answers on port 3000',
      ],
      [
        'default action of LoadBalancerListener8080 forwards to target group ServiceTarget8080 (HTTP, target type instance)',
        'service Service registers container admin, port 9090',
        'task definition ServiceTaskDefinition (bridge) takes it at tcp 9090',
        'target group ServiceTarget8080 checks health on the traffic port',
        'security group LoadBalancerSecurityGroup may send tcp 9090 to ClusterCapacitySecurityGroup',
        'security group ClusterCapacitySecurityGroup of the instances of ClusterCapacityAutoScalingGroupASG accepts tcp 9090 from LoadBalancerSecurityGroup',
        'container admin answers on port 9090',
      ],
    ]);
  });

  test('leads every listener to its container in tasks with network interfaces of their own', () => {
    const { template, findings } = deploy({ dockerrun, listeners, networkMode: NetworkMode.AWS_VPC });
    expect(findings).toEqual([]);
    expect(waysOf(template).map((way) => way.slice(4))).toEqual([
      [
        'service Service registers container web, port 3000',
        'task definition ServiceTaskDefinition (awsvpc) takes it at tcp 3000',
        'target group ServiceTarget80 checks health on the traffic port',
        'security group LoadBalancerSecurityGroup may send tcp 3000 to ServiceSecurityGroup',
        'security group ServiceSecurityGroup of the tasks of service Service accepts tcp 3000 from LoadBalancerSecurityGroup',
        'container web answers on port 3000',
      ],
      [
        'service Service registers container admin, port 9090',
        'task definition ServiceTaskDefinition (awsvpc) takes it at tcp 9090',
        'target group ServiceTarget8080 checks health on the traffic port',
        'security group LoadBalancerSecurityGroup may send tcp 9090 to ServiceSecurityGroup',
        'security group ServiceSecurityGroup of the tasks of service Service accepts tcp 9090 from LoadBalancerSecurityGroup',
        'container admin answers on port 9090',
      ],
    ]);
  });

  test('leads every rule to its container, and plain clients to the encrypted listener', () => {
    const { template, findings } = synthesize((stack) => {
      const certificates = [Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:us-east-1:123456789012:certificate/shop')];
      const rules = [{ pathPatterns: ['/admin/*'], instancePort: 9090, priority: 10 }];
      new EcsEnvironment(stack, 'Environment', { dockerrun, certificates, listeners: [{ port: 443, containerName: 'web', rules }] });
    });
    expect(findings).toEqual([]);
    expect(waysOf(template).map((way) => way.slice(1))).toEqual([
      [
        'security group LoadBalancerSecurityGroup accepts tcp 443 from 0.0.0.0/0',
        'listener LoadBalancerListener443 (HTTPS 443)',
        'default action of LoadBalancerListener443 forwards to target group ServiceTarget80 (HTTP, target type instance)',
        'service Service registers container web, port 3000',
        'task definition ServiceTaskDefinition (bridge) takes it at tcp 32768-65535',
        'target group ServiceTarget80 checks health on the traffic port',
        'security group LoadBalancerSecurityGroup may send tcp 32768-65535 to ClusterCapacitySecurityGroup',
        'security group ClusterCapacitySecurityGroup of the instances of ClusterCapacityAutoScalingGroupASG accepts tcp 32768-65535 from LoadBalancerSecurityGroup',
        'container web answers on port 3000',
      ],
      [
        'security group LoadBalancerSecurityGroup accepts tcp 443 from 0.0.0.0/0',
        'listener LoadBalancerListener443 (HTTPS 443)',
        'rule LoadBalancerListener443Rule10 (priority 10) forwards to target group ServiceTarget80Ruleadmin (HTTP, target type instance)',
        'service Service registers container admin, port 9090',
        'task definition ServiceTaskDefinition (bridge) takes it at tcp 9090',
        'target group ServiceTarget80Ruleadmin checks health on the traffic port',
        'security group LoadBalancerSecurityGroup may send tcp 9090 to ClusterCapacitySecurityGroup',
        'security group ClusterCapacitySecurityGroup of the instances of ClusterCapacityAutoScalingGroupASG accepts tcp 9090 from LoadBalancerSecurityGroup',
        'container admin answers on port 9090',
      ],
      [
        'security group LoadBalancerSecurityGroup accepts tcp 80 from 0.0.0.0/0',
        'listener LoadBalancerListener80 (HTTP 80)',
        'default action of LoadBalancerListener80 redirects to listener LoadBalancerListener443',
      ],
    ]);
  });

  test('lets in the chosen clients and nobody else', () => {
    const allowedCidrs = ['203.0.113.0/24', '2001:db8::/32'];
    const { template } = deploy({ dockerrun, listeners: [{ ...listeners[0], allowedCidrs }, listeners[1]] });
    expect(waysOf(template, { 80: allowedCidrs }).map((way) => way.slice(1, -6))).toEqual([
      [
        'security group LoadBalancerSecurityGroup accepts tcp 80 from 203.0.113.0/24',
        'security group LoadBalancerSecurityGroup accepts tcp 80 from 2001:db8::/32',
        'listener LoadBalancerListener80 (HTTP 80)',
        'default action of LoadBalancerListener80 forwards to target group ServiceTarget80 (HTTP, target type instance)',
      ],
      [
        'security group LoadBalancerSecurityGroup accepts tcp 8080 from 0.0.0.0/0',
        'listener LoadBalancerListener8080 (HTTP 8080)',
        'default action of LoadBalancerListener8080 forwards to target group ServiceTarget8080 (HTTP, target type instance)',
      ],
    ]);
    expect(walk(template).listeners.map(({ breaks }) => breaks.map(withoutHashes))).toEqual([
      ['Listener LoadBalancerListener80 is closed: no rule of LoadBalancerSecurityGroup accepts tcp 80 from 0.0.0.0/0.'],
      [],
    ]);
  });
});

describe('the proof can fail', () => {
  test('the validator refuses what CloudFormation does not know', () => {
    const build = (stack: Stack) => { new CfnResource(stack, 'Cluster', { type: 'AWS::ECS::Cluster', properties: { ClusterNmae: 'shop' } }); };
    expect(() => synthesize(build)).toThrow([
      "ERROR ClusterNmae: Additional properties are not allowed ('ClusterNmae' was unexpected. Did you mean 'ClusterName'?) (CloudFormation Validate)",
      '   Shop/Cluster (Cluster) aws-cdk-lib.CfnResource',
      "   Acknowledge with 'CloudFormation-Validate::F3002'",
    ].join('\n'));
  });

  test('a warning of the validator is a finding too', () => {
    const { findings } = synthesize((stack) => {
      const { service } = new EcsEnvironment(stack, 'Environment', { dockerrun: SAMPLE });
      (service.node.findChild('Service') as CfnResource).addPropertyOverride('SchedulingStrategy', 'DEAMON');
    });
    expect(findings).toEqual(["W3030: SchedulingStrategy: 'DEAMON' is not one of ['DAEMON', 'REPLICA']"]);
  });

  test('the walker finds what the validator does not', () => {
    const { template, findings } = synthesize((stack) => {
      const { service } = new EcsEnvironment(stack, 'Environment', { dockerrun: SAMPLE });
      (service.node.findChild('Service') as CfnResource).addPropertyOverride('LoadBalancers.0.ContainerName', 'shop');
    });
    expect(findings).toEqual([]);
    expect(walk(template).listeners.flatMap(({ breaks }) => breaks.map(withoutHashes))).toEqual([
      'Service Service registers tcp 80 of container shop, but task definition ServiceTaskDefinition maps: none.',
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AMBIGUOUS, BAD, GOOD, run } from './helpers';

const FILE = 'Dockerrun.aws.json';
const SAMPLE = readFileSync(join(__dirname, '../../bin/sample/Dockerrun.aws.json'), 'utf8');

describe('plan', () => {
  test('draws the way of a request and every decision, with the findings beside it', () => {
    const { code, out, err } = run(['plan', FILE], { [FILE]: SAMPLE });
    expect(code).toBe(0);
    expect(out).toMatchGolden(join(__dirname, 'plan-sample.txt'));
    expect(err.split('\n').at(-2)).toBe('Dockerrun.aws.json: 1 note');
  });

  test('--json prints the plan and nothing else', () => {
    const plan = JSON.parse(run(['plan', FILE, '--json'], { [FILE]: GOOD }).out);
    expect(plan.front.listeners[0].action.target).toMatchObject({ containerName: 'web', containerPort: 80, hostPort: 80, targetType: 'instance' });
  });

  test('--network-mode awsvpc changes the target', () => {
    const { out } = run(['plan', FILE, '--network-mode', 'awsvpc'], { [FILE]: GOOD });
    expect(out).toContain('internet → HTTP 80 → target group (ip) → task address → web:80\n');
  });

  test('--listener 80/tcp passes connections on, and 53/udp asks for a port to check', () => {
    expect(run(['plan', FILE, '--listener', '80/tcp'], { [FILE]: GOOD }).out).toContain('internet → TCP 80 → target group (instance) → host port 80 → web:80\n');
    expect(run(['plan', FILE, '--listener', '53/udp:web:80'], { [FILE]: GOOD }).err).toContain('listeners[0] must lead to one mapped UDP port, got port 80 of container "web"');
  });

  test('a file with errors has no plan', () => {
    const { code, out, err } = run(['plan', FILE], { [FILE]: BAD });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('DR2102');
  });

  test('--ledger says where each value went', () => {
    const lines = run(['plan', FILE, '--ledger'], { [FILE]: GOOD }).out.trimEnd().split('\n');
    expect(lines).toEqual([
      'AWSEBDockerrunVersion → nowhere: it says how the file is read',
      'containerDefinitions[0].name → TaskDefinition.ContainerDefinitions[0].Name',
      'containerDefinitions[0].image → TaskDefinition.ContainerDefinitions[0].Image',
      'containerDefinitions[0].memory → TaskDefinition.ContainerDefinitions[0].Memory',
      'containerDefinitions[0].portMappings[0].hostPort → TaskDefinition.ContainerDefinitions[0].PortMappings[0].HostPort',
      'containerDefinitions[0].portMappings[0].containerPort → TaskDefinition.ContainerDefinitions[0].PortMappings[0].ContainerPort',
    ]);
  });
});

describe('synth', () => {
  test('prints a template and nothing else', () => {
    const { code, out, err } = run(['synth', FILE, '--stack', 'Shop'], { [FILE]: GOOD });
    expect(code).toBe(0);
    const { Resources } = JSON.parse(out);
    const types = new Set(Object.values<{ Type: string }>(Resources).map(({ Type }) => Type));
    expect(types).toContain('AWS::ECS::Service');
    expect(types).not.toContain('AWS::CDK::Metadata');
    expect(err).toContain('Dockerrun.aws.json: 1 note');
  });

  test('--listener 80/tcp makes a load balancer for connections', () => {
    const { Resources } = JSON.parse(run(['synth', FILE, '--listener', '80/tcp'], { [FILE]: GOOD }).out);
    const types = Object.values<any>(Resources).filter(({ Type }) => Type === 'AWS::ElasticLoadBalancingV2::LoadBalancer').map(({ Properties }) => Properties.Type);
    expect(types).toEqual(['network']);
  });

  test('leads listener 80 to the port that an option names', () => {
    expect(run(['synth', FILE], { [FILE]: AMBIGUOUS })).toMatchObject({ code: 1, out: '' });
    const template = run(['synth', FILE, '--listener', '80:web:80'], { [FILE]: AMBIGUOUS }).out;
    const services = Object.values<any>(JSON.parse(template).Resources).filter(({ Type }) => Type === 'AWS::ECS::Service');
    expect(services[0].Properties.LoadBalancers).toMatchObject([{ ContainerName: 'web', ContainerPort: 80 }]);
  });

  test.each<[string, string[], string]>([
    ['--instance-type names', ['--instance-type', 't4g.large'], 't4g.large'],
  ])('makes instances of the type that %s', (_, options, type) => {
    const { code, out } = run(['synth', FILE, ...options], { [FILE]: GOOD.replace('"memory":128', '"memory":5000') });
    expect(code).toBe(0);
    const [template] = Object.values<any>(JSON.parse(out).Resources).filter(({ Type }) => Type === 'AWS::EC2::LaunchTemplate');
    expect(template.Properties.LaunchTemplateData.InstanceType).toBe(type);
  });

  test('a file with errors has no template', () => {
    const { code, out } = run(['synth', FILE], { [FILE]: BAD });
    expect({ code, out }).toEqual({ code: 1, out: '' });
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planEcs } from '../../lib/core/plan/ecs/ecs';
import { Plan } from '../../lib/core/plan/ecs/plan';
import { readDockerrun } from '../../lib/core/reading/read';
import { DeploymentPlan } from '../../lib/deployment-plan';
import { container, planning, planOf, Settings, WEB } from './helpers';

const FILE = join(__dirname, '..', 'fixtures', 'good', 'every-parameter.json');
const TOKENS: Settings = {
  instanceType: { unresolved: 'instanceType' },
  minCapacity: { unresolved: 'minCapacity' },
  environmentProperties: { HOST: { unresolved: 'environmentProperties.HOST' } },
};

/** The plan of a file that sets everything, under settings that are not known yet. */
function fullPlan(): Plan {
  const { document } = readDockerrun(readFileSync(FILE, 'utf8'), { strict: false, substitutions: {} });
  return planEcs(document!, { vpc: false, ...TOKENS }).plan!;
}

describe('as JSON', () => {
  test('nothing of a plan is lost', () => {
    const plan = fullPlan();
    expect(JSON.parse(DeploymentPlan._of(plan).toJson())).toStrictEqual(plan);
  });

  test('values that are known only at deployment name their prop', () => {
    const { capacity, task } = JSON.parse(DeploymentPlan._of(fullPlan()).toJson());
    expect([capacity.instanceType, capacity.minCapacity]).toEqual([{ unresolved: 'instanceType' }, { unresolved: 'minCapacity' }]);
    expect(task.containers[0].environment.slice(0, 2)).toEqual([
      { name: 'AWS_REGION', value: { unresolved: 'region' } },
      { name: 'HOST', value: { unresolved: 'environmentProperties.HOST' } },
    ]);
  });

  test('the same file and settings give the same plan', () => {
    expect(DeploymentPlan._of(fullPlan()).toJson()).toBe(DeploymentPlan._of(fullPlan()).toJson());
  });
});

describe('as a drawing', () => {
  const CONTAINERS = [
    container('database', { essential: false }),
    container('api', { portMappings: [{ hostPort: 0, containerPort: 3000 }], links: ['database:db', 'database'] }),
    container('web', { portMappings: [{ hostPort: 80, containerPort: 8080 }], links: ['api'], essential: true }),
  ];

  test.each<[string, Settings, readonly object[]]>([
    ['bridge', { listeners: [{ port: 80 }, { port: 8080, containerName: 'api' }], environmentProperties: { STAGE: 'prod' } }, CONTAINERS],
    ['awsvpc', { networkMode: 'awsvpc', listeners: [{ port: 80 }], ...TOKENS }, CONTAINERS.slice(2).map((each) => ({ ...each, links: [] }))],
    ['worker', { vpc: true, maxCapacity: 1 }, [container('worker')]],
  ])('shows the way of a request, the containers and the decisions: %s', (name, settings, containers) => {
    expect(DeploymentPlan._of(planOf(settings, containers)).toText()).toMatchGolden(join(__dirname, `drawing-${name}.txt`));
  });
});

describe('a decision', () => {
  const plan = DeploymentPlan._of(planOf({}, [container('worker')]));

  test('is found by its topic', () => {
    expect(plan.decision('network mode').choice).toBe('bridge');
  });

  test('on an unknown topic is refused with the known ones', () => {
    expect(() => plan.decision('color')).toThrow(new Error('there is no decision about "color"; the topics are vpc, nat gateways, instance type, '
      + 'minimum instances, maximum instances, instances in service during a change, machine image, instance policy, instance replacement, instance fit, network mode, container logs, AWS_REGION, '
      + 'execution role, task role, log retention, load balancer, scheduling, minimum healthy percent, maximum healthy percent, zone rebalancing, '
      + 'circuit breaker'));
  });

  test('cannot be taken back through the list', () => {
    plan.decisions.length = 0;
    expect(plan.decisions.length).toBeGreaterThan(0);
  });
});

test('a problem that is an error leaves no plan, and comes with every other', () => {
  const { problems, plan } = planning({ networkMode: 'awsvpc', minCapacity: 1, maxCapacity: 0 }, [WEB]);
  expect(plan).toBeUndefined();
  expect(problems.map(({ rule }) => rule.code)).toEqual(['DR4004', 'DR4005', 'DR4007', 'DR4013']);
});

test('a problem that is not an error leaves the plan', () => {
  const { problems, plan } = planning({ minCapacity: 1 });
  expect(problems.map(({ rule }) => rule.code)).toEqual(['DR4005', 'DR4007', 'DR4079']);
  expect(plan).toBeDefined();
});

describe('the stages up to the plan', () => {
  const loaded = () => Object.keys(require.cache).filter((file) => file.includes('node_modules')).map((file) => /.*node_modules\/((@[^/]+\/)?[^/]+)/.exec(file)![1]);

  test('load a JSON parser and no part of the CDK', () => {
    expect([...new Set(loaded())]).toEqual(['jsonc-parser']);
  });

  test('load the CDK as soon as there are constructs, so the test can tell the difference', () => {
    jest.requireActual('../../lib/ecs/private/service/volume');
    expect(loaded()).toContain('aws-cdk-lib');
  });
});

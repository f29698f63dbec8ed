import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json';
import { EcsEnvironment, FrontDoor, KnownFindings, Nat } from '../../lib';
import { Acknowledgement, check, CheckedApp, KEEP_REPORT } from '../checks';
import { container, file } from '../ecs/helpers';
import { EXAMPLE_NAMES, EXAMPLES, exampleOf, templatesOf } from './all-examples';
import { CDK_CHANGES, differences, MINIMIZE_POLICIES, OTHER_FLAGS, permissions } from './feature-flags';
import { Row, securityPage, toRow } from './security-page';

/*
 * What holds for every folder of examples, whatever is in it: `app.ts` synthesizes, and neither the validator of the
 * CDK nor AwsSolutions of cdk-nag finds anything that is not acknowledged.
 */
const FLAGS = { no: {}, all: recommended };
type Flags = keyof typeof FLAGS;
const EACH = Object.keys(FLAGS) as Flags[];

const checked = new Map<string, CheckedApp>();

/** Several tests look at the same synthesis. */
function checkExample(name: string, flags: Flags): CheckedApp {
  const key = `${name} ${flags}`;
  const found = checked.get(key) ?? check(exampleOf(name, FLAGS[flags]));
  checked.set(key, found);
  return found;
}

/** Every acknowledgement of an app, used or not, as the path of its construct and the finding. */
function given(app: App): string[] {
  return app.node.findAll().flatMap((construct) => construct.node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.keys(data).filter((id) => id.startsWith('AwsSolutions::')).map((id) => `${construct.node.path} ${id.slice(14)}`)));
}

/** An acknowledgement stands at the resource or at the construct that it belongs to, not at a stack or an environment. */
function covers(place: string, { resource, finding }: Acknowledgement): boolean {
  const [path, rule] = place.split(' ');
  const below = resource.slice(path.length).split('/').length - 1;
  return rule === finding && `${resource}/`.startsWith(`${path}/`) && path.includes('/') && below <= 2;
}

afterEach(() => {
  jest.restoreAllMocks();
});

beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation();
});

describe.each(EXAMPLE_NAMES)('examples/%s', (name) => {
  test('is a program with a page about it and a test of its values', () => {
    const paths = [...['app.ts', 'README.md'].map((path) => join(EXAMPLES, name, path)), join(__dirname, `${name}.test.ts`)];
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  test.each(EACH)('has no finding that is not acknowledged (%s flags)', (flags) => {
    expect(checkExample(name, flags).findings).toEqual([]);
  });

  test.each(EACH)('acknowledges one finding at a time, which is there (%s flags)', (flags) => {
    const { app, acknowledged } = checkExample(name, flags);
    const covered = given(app).map((place) => [place, acknowledged.filter((acknowledgement) => covers(place, acknowledgement)).length]);
    expect(covered.filter(([, count]) => count !== 1)).toEqual([]);
  });

  test('has the same templates whatever the flags say, but for what the CDK writes differently itself', () => {
    const [none, all] = EACH.map((flags) => Object.values(checkExample(name, flags).templates));
    expect(templatesOf(name, OTHER_FLAGS)).toEqual(none);
    const changed = all.flatMap((template, index) => differences(none[index], template));
    expect(changed.filter((difference) => !CDK_CHANGES.some(({ explains }) => explains(difference)))).toEqual([]);
    expect(templatesOf(name, { [MINIMIZE_POLICIES]: true }).map(permissions)).toEqual(none.map(permissions));
  });
});

describe('the proof can fail', () => {
  const bad = (build: (stack: Stack) => void) => {
    const app = new App({ context: { ...recommended, ...KEEP_REPORT } });
    build(new Stack(app, 'Bad'));
    return check(app);
  };

  test('cdk-nag finds a bucket that nobody protected', () => {
    expect(bad((stack) => { new Bucket(stack, 'Bucket'); }).findings).toEqual([
      'Bad/Bucket/Resource AwsSolutions-S1: The S3 Bucket has server access logs disabled.',
      'Bad/Bucket/Resource AwsSolutions-S10: The S3 Bucket or bucket policy does not require requests to use SSL.',
    ]);
  });

  test('the validator of the CDK finds a property that there is not', () => {
    const { findings } = bad((stack) => { new CfnResource(stack, 'Cluster', { type: 'AWS::ECS::Cluster', properties: { ClusterNmae: 'shop' } }); });
    expect(findings).toEqual([expect.stringMatching(/^Bad\/Cluster F3002: .*Did you mean 'ClusterName'/)]);
  });

  test('an acknowledgement of something else changes nothing', () => {
    const { findings, acknowledged } = bad((stack) => {
      const bucket = new Bucket(stack, 'Bucket', { enforceSSL: true });
      Validations.of(bucket).acknowledge({ id: 'AwsSolutions::AwsSolutions-S10', reason: 'It requires SSL.' });
    });
    expect(findings).toEqual(['Bad/Bucket/Resource AwsSolutions-S1: The S3 Bucket has server access logs disabled.']);
    expect(acknowledged).toEqual([]);
  });
});

/** What no example meets, but `KnownFindings` acknowledges. */
function further(): App {
  const app = new App({ context: KEEP_REPORT });
  const image = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1.0';
  const logConfiguration = { logDriver: 'awslogs', options: { 'awslogs-group': '/shop', 'awslogs-stream-prefix': 'web' } };
  const dockerrun = file([container('web', { image, logConfiguration, portMappings: [{ hostPort: 80, containerPort: 80 }] })]);
  new EcsEnvironment(new Stack(app, 'Further'), 'Environment', { dockerrun, publicLoadBalancer: false, nat: Nat.none() });
  const frontDoor = FrontDoor.cloudFront({ originPrefixListId: 'pl-3b927c52' });
  new EcsEnvironment(new Stack(app, 'Edge'), 'Environment', { dockerrun, frontDoor });
  KnownFindings.acknowledge(app);
  return app;
}

function rowsOf(name: string, { app, acknowledged }: CheckedApp): Row[] {
  return acknowledged.map((acknowledgement) => toRow(name, app, acknowledgement));
}

test('docs/SECURITY.md lists what is acknowledged', () => {
  const all = [...EXAMPLE_NAMES.flatMap((name) => rowsOf(name, checkExample(name, 'no'))), ...rowsOf('', check(further()))];
  jest.spyOn(KnownFindings, 'acknowledge').mockImplementation();
  const choices = EXAMPLE_NAMES.flatMap((name) => rowsOf(name, check(exampleOf(name, {}))));
  const byLibrary = all.filter((row) => !choices.some((choice) => isDeepStrictEqual(choice, row)));
  expect(all).toHaveLength(byLibrary.length + choices.length);
  expect(securityPage(byLibrary, choices, EXAMPLE_NAMES.length)).toMatchGolden(join(__dirname, '..', '..', 'docs', 'SECURITY.md'));
});

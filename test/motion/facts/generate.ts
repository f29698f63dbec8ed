/*
 * Writes create-only.json: of every type of resource that a template here may have, the properties whose change makes
 * CloudFormation replace the resource.
 *
 *     npx tsx test/motion/facts/generate.ts
 *
 * The facts are those by which the CDK CLI writes "requires replacement" in `cdk diff`. They come with the package
 * aws-cdk; run it after an update of that package, and when a template has a new type.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** `A/B` is a property below another. */
export interface CreateOnly {
  readonly always: readonly string[];
  /** It depends on the values. */
  readonly sometimes?: readonly string[];
}

interface Property {
  readonly causesReplacement?: 'yes' | 'no' | 'maybe';
  readonly type: { readonly type: string; readonly reference?: { readonly $ref: string } };
}

interface Definition {
  readonly $id: string;
  readonly cloudFormationType: string;
  readonly properties: Readonly<Record<string, Property>>;
}

const ROOT = join(__dirname, '..', '..', '..');
const DATABASE = join(ROOT, 'node_modules', 'aws-cdk', 'db.json.gz');
export const FILE = join(__dirname, 'create-only.json');

/** Types that no snapshot has, though some props lead to them. */
const MORE = [
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::AutoScaling::LifecycleHook',
  'AWS::AutoScaling::ScheduledAction',
  'AWS::AutoScaling::WarmPool',
  'AWS::EC2::EgressOnlyInternetGateway',
  'AWS::EC2::FlowLog',
  'AWS::EC2::Instance',
  'AWS::EC2::VPCCidrBlock',
  'AWS::EC2::VPCEndpoint',
  'AWS::IAM::ManagedPolicy',
  'AWS::KMS::Key',
  'AWS::Lambda::Function',
  'AWS::Logs::MetricFilter',
  'AWS::Route53::HostedZone',
  'AWS::SNS::Subscription',
  'AWS::SSM::Parameter',
  'AWS::Scheduler::ScheduleGroup',
  'AWS::WAFv2::WebACLAssociation',
];

function snapshots(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.snap'))
    .map((name) => join(folder, name));
}

function types(): Set<string> {
  const found = snapshots(join(ROOT, 'test')).flatMap(
    (name) => readFileSync(name, 'utf8').match(/"Type": "AWS::\w+::\w+"/g) ?? [],
  );
  return new Set([...MORE, ...found.map((line) => line.split('"')[3])]);
}

/** What the facts are today. */
export function createOnly(): Record<string, CreateOnly> {
  const { schema } = JSON.parse(gunzipSync(readFileSync(DATABASE)).toString());
  const below = new Map<string, Definition>(
    schema.typeDefinition.entities.map((definition: Definition) => [definition.$id, definition]),
  );
  const paths = (definition: Definition, which: 'yes' | 'maybe', prefix = '', seen: readonly string[] = []): string[] =>
    Object.entries(definition.properties).flatMap(([name, { causesReplacement, type }]) => {
      if (causesReplacement && causesReplacement !== 'no') return causesReplacement === which ? [prefix + name] : [];
      const inner = below.get(type?.reference?.$ref ?? '');
      return inner && !seen.includes(inner.$id) ? paths(inner, which, `${prefix}${name}/`, [...seen, inner.$id]) : [];
    });
  const wanted = types();
  const resources: Definition[] = schema.resource.entities.filter(({ cloudFormationType }: Definition) =>
    wanted.has(cloudFormationType),
  );
  return Object.fromEntries(
    resources
      .map((resource): [string, CreateOnly] => {
        const [always, sometimes] = [paths(resource, 'yes').sort(), paths(resource, 'maybe').sort()];
        return [resource.cloudFormationType, { always, ...(sometimes.length > 0 && { sometimes }) }];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

export function show(facts: Record<string, CreateOnly>): string {
  return `{\n${Object.entries(facts)
    .map(([type, fact]) => `  ${JSON.stringify(type)}: ${JSON.stringify(fact)}`)
    .join(',\n')}\n}\n`;
}

if (require.main === module) writeFileSync(FILE, show(createOnly()));

import recommended from 'aws-cdk-lib/recommended-feature-flags.json';
import { Json } from '../ecs/helpers';

/** A place where two templates differ. */
export interface Difference {
  /** The type of the resource, and the path in it. */
  readonly path: string;
  readonly before: Json;
  readonly after: Json;
}

interface CdkChange {
  readonly flag: string;
  readonly reason: string;
  readonly explains: (difference: Difference) => boolean;
}

/** What the CDK itself writes differently with a feature flag. No other flag changes a template. */
export const CDK_CHANGES: readonly CdkChange[] = [
  {
    flag: '@aws-cdk/aws-iam:minimizePolicies',
    reason: 'Joins statements that differ in one list only, and sorts these lists. What is allowed stays the same.',
    explains: ({ path }) => /^AWS::(IAM::Policy\.Properties\.PolicyDocument|EFS::FileSystem\.Properties\.FileSystemPolicy)\.Statement\./.test(path),
  },
  {
    flag: '@aws-cdk/aws-ecs:removeDefaultDeploymentAlarm',
    reason: 'Leaves out alarms that are off anyway.',
    explains: ({ path, before, after }) => path === 'AWS::ECS::Service.Properties.DeploymentConfiguration.Alarms'
      && JSON.stringify(before) === '{"AlarmNames":[],"Enable":false,"Rollback":false}' && after === undefined,
  },
  {
    flag: '@aws-cdk/aws-ecs:disableExplicitDeploymentControllerForCircuitBreaker',
    reason: 'Leaves out the controller that is the default.',
    explains: ({ path, before, after }) => path === 'AWS::ECS::Service.Properties.DeploymentController'
      && JSON.stringify(before) === '{"Type":"ECS"}' && after === undefined,
  },
  {
    flag: '@aws-cdk/aws-ecs:removeEmptyLoadBalancers',
    reason: 'Writes down that a service has no target groups.',
    explains: ({ path, before, after }) => path === 'AWS::ECS::Service.Properties.LoadBalancers' && before === undefined && JSON.stringify(after) === '[]',
  },
  {
    flag: '@aws-cdk/core:enablePartitionLiterals',
    reason: 'Writes the partition of a known region instead of a reference to it.',
    explains: ({ before, after }) => isJoin(before) && text(before).includes('<AWS::Partition>')
      && text(before).replaceAll('<AWS::Partition>', 'aws') === text(after),
  },
];

export const MINIMIZE_POLICIES = CDK_CHANGES[0].flag;

const changingFlags = CDK_CHANGES.map(({ flag }) => flag);

/** All recommended flags but those that make the CDK itself write something else. */
export const OTHER_FLAGS = Object.fromEntries(Object.entries(recommended).filter(([flag]) => !changingFlags.includes(flag)));

export function differences(before: Json, after: Json): Difference[] {
  const ids = Object.keys({ ...before.Resources, ...after.Resources });
  return ids.flatMap((id) => {
    const [first, second] = [before, after].map(({ Resources }) => Resources[id]);
    return differencesAt((first ?? second).Type, first, second);
  });
}

function differencesAt(path: string, before: Json, after: Json): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const haveParts = [before, after].every((value) => typeof value === 'object' && value !== null && !isJoin(value));
  if (!haveParts) return [{ path, before, after }];
  return Object.keys({ ...before, ...after }).flatMap((key) => differencesAt(`${path}.${key}`, before[key], after[key]));
}

function isJoin(value: Json): boolean {
  return value?.['Fn::Join'] !== undefined;
}

/** A text with its references in angle brackets. */
function text(value: Json): string {
  if (isJoin(value)) return value['Fn::Join'][1].map(text).join(value['Fn::Join'][0]);
  return typeof value === 'string' ? value : `<${value?.Ref ?? JSON.stringify(value)}>`;
}

/** Everything that the policies of a template say, one action on one resource each. */
export function permissions({ Resources }: Json): string[] {
  const policies = Object.entries<Json>(Resources).filter(([, { Type }]) => Type === 'AWS::IAM::Policy');
  const all = policies.flatMap(([id, { Properties }]) => Properties.PolicyDocument.Statement.flatMap(({ Action, Resource, ...rest }: Json) =>
    [Action].flat().flatMap((action) => [Resource].flat().map((resource) => JSON.stringify([id, action, resource, rest])))));
  return [...new Set<string>(all)].sort();
}

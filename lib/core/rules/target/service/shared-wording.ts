import { Resource, SharedRoom } from '../../../settings/instances/shared-room';
import { EnvironmentSettings } from '../../../settings/settings';
import { counted } from '../counts';

const NAMES: Readonly<Record<Resource, (amount: number) => string>> = {
  memoryMiB: (amount) => `${amount} MiB of memory`,
  cpuUnits: (amount) => counted(amount, 'CPU unit'),
  networkInterfaces: (amount) => counted(amount, 'network interface'),
  gpus: (amount) => counted(amount, 'GPU'),
};

/** Such as `2048 MiB of memory`. */
export function amountOf(resource: Resource, amount: number): string {
  return NAMES[resource](amount);
}

/** Such as `"api", "users"`: the services beside it. */
export function theOthers({ neighbors = [] }: EnvironmentSettings): string {
  return neighbors.filter(({ demand }) => demand).map(({ name }) => `"${name}"`).join(', ');
}

export function moreInstances({ enough }: SharedRoom): string {
  return enough === undefined
    ? 'Take a larger instanceType, or run fewer tasks.'
    : `Set maxCapacity to ${enough} or more, or run fewer tasks.`;
}

import { table } from '../../finding/table';
import { Answer, below } from './answer';
import { NESTED_KEYS, TOP_KEYS } from './nested';
import { SERVICE_KEYS } from './service';

/** Every key of the Compose specification with what becomes of it, by its path in a file. */
export const COMPOSE_KEYS = table<Answer>({
  ...TOP_KEYS,
  'services.*': { kind: 'becomes', field: 'containerDefinitions[]' },
  ...below('services.*.', SERVICE_KEYS),
  ...below('services.*.', NESTED_KEYS),
});

/** The keys that an object may have; none where it may have any. */
export function keysIn(path: string): string[] {
  const prefix = `${path}.`;
  return Object.keys(COMPOSE_KEYS)
    .filter((key) => (path === '' || key.startsWith(prefix)))
    .map((key) => (path === '' ? key : key.slice(prefix.length)))
    .filter((key) => !key.includes('.') && !key.includes('['));
}

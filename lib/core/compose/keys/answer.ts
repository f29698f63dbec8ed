import { JsonNode } from '../../syntax/json-tree';
import { textIn, truthOf } from '../nodes';

/** What becomes of a key of a compose file on Amazon ECS. */
export type Answer =
  /** It is said by a field of a task definition, or by something else of the deployment. */
  | { readonly kind: 'becomes'; readonly field: string }
  /** Nobody misses it. */
  | { readonly kind: 'unneeded'; readonly because: string }
  /** It is left out; the containers run without it. */
  | { readonly kind: 'lost' | 'refused'; readonly because: string; readonly edit: string; readonly fine?: Fine };

/** The values of which nothing is said, since they ask for what there is anyway. */
type Fine = (node: JsonNode) => boolean;

/** The answers by path: `*` stands for any key, `[]` for the items of a list. */
export type Answers = Readonly<Record<string, Answer>>;

/** The edit where nothing takes the place of a key. */
export const REMOVE = 'Remove it.';

export const becomes = (field: string): Answer => ({ kind: 'becomes', field });
export const unneeded = (because: string): Answer => ({ kind: 'unneeded', because });
export const lost = (because: string, edit: string, fine?: Fine): Answer => ({ kind: 'lost', because, edit, fine });
export const refused = (because: string, edit: string, fine?: Fine): Answer => ({
  kind: 'refused', because, edit, fine,
});

export const isFalse: Fine = (node) => truthOf(node) === false;
export const isTrue: Fine = (node) => truthOf(node) === true;
export const is = (...values: readonly string[]): Fine => (node) => values.includes(textIn(node) ?? '');

/** Several containers of one service. */
export const ONE_OF_EACH = lost(
  'the task has one container of each',
  'Run more tasks with scheduling: DockerrunScheduling.replicas(…), or move the service to a file of its own and give '
    + 'that to addService.',
  is('0', '1'),
);

/** The same answers below another path. */
export function below(path: string, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => [key === '' ? path : `${path}${key}`, answer]),
  );
}

/** One answer for each of several keys. */
export function all(keys: readonly string[], answer: Answer): Answers {
  return Object.fromEntries(keys.map((key) => [key, answer]));
}

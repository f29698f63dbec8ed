/** Part of a pattern: a character, or any number of characters that may be in it. */
type Part = string | { readonly not: string };

/** Names in the formats of ARNs that hold paths. All others end at the next colon or slash. */
const PATHS = /Path|ObjectName|RepositoryName|LogGroupName|LogStreamName|ParameterName|SecretId/;

/** What stands in the `Resource` of a statement; `*` is anything. */
export function patternOf(resource: string): Part[] {
  return [...resource].map((character) => (character === '*' ? { not: '' } : character));
}

/** The format of the ARNs of a type, such as `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`. */
export function formatOf(arn: string): Part[] {
  return arn.split(/(\$\{\w+\})/).flatMap((piece) => {
    if (!piece.startsWith('${')) return patternOf(piece);
    return [{ not: PATHS.test(piece) ? '' : ':/' }];
  });
}

/** Whether there is a text that both describe. */
export function overlap(a: readonly Part[], b: readonly Part[]): boolean {
  const seen = new Set<string>();
  const from = (i: number, j: number): boolean => {
    if (i === a.length && j === b.length) return true;
    const key = `${i} ${j}`;
    if (seen.has(key)) return false;
    seen.add(key);
    const [left, right] = [a[i], b[j]];
    if (typeof left === 'string' && typeof right === 'string') return left === right && from(i + 1, j + 1);
    return (isAny(left) && (from(i + 1, j) || (takes(left, right) && from(i, j + 1))))
      || (isAny(right) && (from(i, j + 1) || (takes(right, left) && from(i + 1, j))));
  };
  return from(0, 0);
}

function isAny(part: Part | undefined): part is Exclude<Part, string> {
  return typeof part === 'object';
}

function takes({ not }: Exclude<Part, string>, part: Part | undefined): boolean {
  return typeof part === 'string' && !not.includes(part);
}

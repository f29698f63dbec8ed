import { table } from '../finding/table';
import { JsonNode, JsonObject, member, memberPath } from '../syntax/json-tree';

/** Keys that CloudFormation does not spell like Amazon ECS with a capital. */
const SPELLING = table<string>({
  efsVolumeConfiguration: 'EFSVolumeConfiguration',
  fileSystemId: 'FilesystemId',
  iam: 'IAM',
});

/** Objects whose keys are the author's own. */
const FREE_KEYS = new Set(['options', 'dockerLabels', 'driverOpts', 'labels']);

/** Where the value at `steps` of a version 2 tree stands in the template; nothing for what is not rendered. */
export function templatePath(steps: readonly (string | number)[], tree: JsonObject): string | undefined {
  const [first, ...rest] = steps;
  switch (first) {
    case 'executionRoleArn': return 'TaskDefinition.ExecutionRoleArn';
    case 'volumes': return `TaskDefinition.Volumes${render(rest)}`;
    case 'containerDefinitions': return `TaskDefinition.ContainerDefinitions${renderContainer(rest, tree)}`;
    default: return undefined;
  }
}

/** Variables are merged by name, so their name and not their index leads to them. */
function renderContainer(steps: readonly (string | number)[], tree: JsonObject): string {
  const [container, key, index, leaf] = steps;
  if (key !== 'environment' || typeof index !== 'number') return render(steps);
  const variable = at(tree, ['containerDefinitions', container, key, index]);
  const name = variable?.kind === 'object' ? member(variable, 'name')?.value : undefined;
  return `[${container}].Environment[Name=${name?.kind === 'string' ? name.value : ''}].${capital(String(leaf))}`;
}

function render(steps: readonly (string | number)[]): string {
  return steps.reduce<string>((path, step, index) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    return FREE_KEYS.has(String(steps[index - 1]))
      ? memberPath(path, step)
      : `${path}.${SPELLING[step] ?? capital(step)}`;
  }, '');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function at(node: JsonNode, steps: readonly (string | number)[]): JsonNode | undefined {
  let current: JsonNode | undefined = node;
  for (const step of steps) {
    if (current?.kind === 'array' && typeof step === 'number') {
      current = current.items.filter((item) => item.kind !== 'null')[step];
    } else if (current?.kind === 'object' && typeof step === 'string') {
      current = member(current, step)?.value;
    } else {
      return undefined;
    }
  }
  return current;
}

import { Report } from '../finding/rule';
import { table } from '../finding/table';
import { JsonObject } from '../syntax/json-tree';
import { ignoredKey } from './rules';

const TASK_KEY = 'Remove it: it is an ECS task setting that Elastic Beanstalk skips.';

/** Top-level keys that people write and Beanstalk skips, with what to do instead. */
const IGNORED = table<string>({
  family: 'Remove it: the task definition gets its family from the stack.',
  networkMode: 'Remove it, and choose the mode with the networkMode prop; Beanstalk always uses bridge.',
  taskRoleArn: 'Remove it, and grant permissions to the taskRole of the environment.',
  localContainerDefinitions: 'Remove it: only `eb local run` read it.',
  $schema: 'Remove it, or keep it for your editor.',
  cpu: TASK_KEY,
  memory: TASK_KEY,
  pidMode: TASK_KEY,
  ipcMode: TASK_KEY,
  placementConstraints: TASK_KEY,
  requiresCompatibilities: TASK_KEY,
  runtimePlatform: TASK_KEY,
  proxyConfiguration: TASK_KEY,
  inferenceAccelerators: TASK_KEY,
  ephemeralStorage: TASK_KEY,
  tags: TASK_KEY,
  status: TASK_KEY,
  revision: TASK_KEY,
  taskDefinitionArn: TASK_KEY,
  requiresAttributes: TASK_KEY,
  compatibilities: TASK_KEY,
});

/** Reports the keys that Beanstalk skips and returns the object without them. */
export function dropIgnored(root: JsonObject, report: Report): JsonObject {
  const isIgnored = (key: string) => Object.hasOwn(IGNORED, key) || key.startsWith('_');
  for (const found of root.members) {
    if (!isIgnored(found.key) || found.value.kind === 'null') continue;
    const hint = IGNORED[found.key] ?? 'Remove it, if it was not meant as a comment.';
    report(ignoredKey, found.place, 'is not read by Elastic Beanstalk; it was ignored.', hint);
  }
  return { ...root, members: root.members.filter((found) => !isIgnored(found.key)) };
}

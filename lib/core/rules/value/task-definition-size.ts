import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

const MAX_BYTES = 64 * 1024;

export const taskDefinitionSize: SpecRule = {
  code: 'DR2110',
  name: 'task-definition-size',
  severity: Severity.ERROR,
  summary: 'The containers and volumes are at most 64 KiB as JSON.',
  reason: 'The size of a task definition is a quota of Amazon ECS that cannot be raised.',
  link: 'https://docs.aws.amazon.com/general/latest/gr/ecs-service.html',
  fields: ['containerDefinitions', 'volumes'],
  check(spec, { at, report }) {
    const bytes = Buffer.byteLength(JSON.stringify({ containerDefinitions: spec.containers, volumes: spec.volumes }));
    if (bytes <= MAX_BYTES) return;
    const { path, offset } = at(spec.containers);
    report({ path, offset, length: 1 }, `must be at most ${MAX_BYTES} bytes with the volumes, got ${bytes}.`,
      'Move long environment values to "environmentFiles" in S3 or to "secrets", and long commands into the image.');
  },
};

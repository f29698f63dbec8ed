import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

const MAX_CONTAINERS = 10;

export const tooManyContainers: SpecRule = {
  code: 'DR2109',
  name: 'too-many-containers',
  severity: Severity.ERROR,
  summary: 'The file has at most 10 containers.',
  reason: 'Ten containers to a task definition is a quota of Amazon ECS that cannot be raised.',
  link: 'https://docs.aws.amazon.com/general/latest/gr/ecs-service.html',
  fields: ['containerDefinitions'],
  check(spec, { at, report }) {
    const excess = spec.containers.length - MAX_CONTAINERS;
    if (excess <= 0) return;
    const { offset, length } = at(spec.containers[MAX_CONTAINERS], 'name');
    report(
      { path: at(spec.containers).path, offset, length },
      `must hold at most ${MAX_CONTAINERS} containers, got ${spec.containers.length}.`,
      `Move ${excess === 1 ? 'one container' : `${excess} containers`} to a second Dockerrun file, and deploy it as `
        + 'a service next to this one.',
    );
  },
};

import { Severity } from '../../finding/finding';
import { DockerrunSpec } from '../../spec/model';
import { At, SpecRule } from '../spec-rule';
import { cyclesOf, Waits } from '../start-cycles';
import { containersByName, Wait, waitsOf } from '../start-order';

/** As many containers of a circle as a message shows. */
const SHOWN = 10;

export const startCycle: SpecRule = {
  code: 'DR3024',
  name: 'start-cycle',
  severity: Severity.ERROR,
  summary: 'No containers wait for each other in a circle, by links, dependsOn or volumesFrom.',
  reason:
    'A link and a volume source count as a dependency with condition START, so none of the containers could be the '
    + 'first to start.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_dependson_ec2',
  fields: [
    'containerDefinitions[].links[]', 'containerDefinitions[].dependsOn[].containerName',
    'containerDefinitions[].volumesFrom[].sourceContainer',
  ],
  check(spec, { at, report }) {
    const waits = waitsByName(spec, at);
    for (const cycle of cyclesOf(waits)) {
      const steps = cycle.slice(0, SHOWN).map(({ target, by }) => `${target} (${by})`);
      const more = cycle.length > SHOWN ? ` → … ${cycle.length - SHOWN} more` : '';
      const start = cycle[cycle.length - 1].target;
      report(
        cycle[0].place,
        `must not lead back to its own container, got ${start} → ${steps.join(' → ')}${more}.`,
        'Remove one of these references; containers on the same instance also reach each other through a host port.',
      );
    }
  },
};

function waitsByName(spec: DockerrunSpec, at: At): Waits {
  const containers = containersByName(spec);
  return new Map([...spec.containers].flatMap((container): [string, Wait[]][] => {
    const { name } = container;
    if (name === undefined || containers.get(name) !== container) return [];
    return [[name, waitsOf(container, at).filter(({ target }) => target !== name && containers.has(target))]];
  }));
}

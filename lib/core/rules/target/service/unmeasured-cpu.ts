import { Severity } from '../../../finding/finding';
import { scalesByDefault } from '../../../settings/service/replica-counts';
import { ReplicaSettings } from '../../../settings/service/scheduling';
import { TargetRule } from '../target-rule';

export const unmeasuredCpu: TargetRule = {
  code: 'DR4171',
  name: 'unmeasured-cpu',
  severity: Severity.WARNING,
  summary: 'Containers reserve CPU when CPU utilization scales the tasks.',
  reason:
    'Amazon ECS measures the CPU of a service as a share of what its task definition reserves; of nothing there is '
    + 'no share, so that the number of tasks means nothing.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_utilization.html',
  fields: ['containerDefinitions[].cpu'],
  concerns: 'service',
  target: 'ecs',
  check(spec, { scheduling, worker }, { at, report }) {
    if (scheduling?.kind !== 'replicas' || spec.containers.some(({ cpu = 0 }) => cpu > 0)) return;
    for (const [prop, why] of propsOf(scheduling, worker?.backlogPerTask !== undefined)) {
      report(
        at(spec),
        `${prop}${why} should come with containers that reserve cpu, got none.`,
        'Add "cpu" to the container that works most, such as 256 for a quarter of a processor, or scale on '
          + 'requestsPerTarget.',
        [prop],
      );
    }
  },
};

/** What scales on the CPU, unless something else is asked for. */
function propsOf(scheduling: ReplicaSettings, hasBacklog: boolean): [prop: string, why: string][] {
  const { targetCpuPercent, steps = [] } = scheduling;
  const named = [
    ...targetCpuPercent === undefined ? [] : ['scheduling.targetCpuPercent'],
    ...steps.flatMap(({ metric }, index) => (metric === 'cpu' ? [`scheduling.steps[${index}]`] : [])),
  ];
  const byDefault: [string, string] = ['scheduling.max', ', which the CPU decides on,'];
  return [
    ...named.map((prop): [string, string] => [prop, '']),
    ...scalesByDefault(scheduling, hasBacklog) ? [byDefault] : [],
  ];
}

import { entryOf } from '../../../finding/table';
import { ContainersSettings } from '../../../settings/containers/containers';
import { capacityFields, launchFields } from '../../../settings/instances/instances';
import { architectureOf } from '../../../settings/instances/types/instance-type';
import { NetworkModeName } from '../../../settings/network/network';
import { EnvironmentSettings, known } from '../../../settings/settings';
import { grantsOf, pullsOf } from '../../../spec/grants';
import { ContainerSpec, DockerrunSpec } from '../../../spec/model';
import { Decisions, DecisionSource } from '../../decision';
import { listed } from '../../provenance';
import { ContainerPlan, TaskPlan } from '../plan';
import { planLogs, planShell } from '../service/observability';
import { planContainer } from './containers';
import { explainGiven, planExecutionRole, planTaskRole } from './task-roles';
import { planVolumes } from './volumes';

export type TaskSettings = ContainersSettings & Pick<
  EnvironmentSettings,
  'networkMode' | 'environmentProperties' | 'imdsHopLimit' | 'volumes' | 'sourceBundle' | 'worker' | 'instanceType'
>;

export function planTask(spec: DockerrunSpec, settings: TaskSettings, decisions: Decisions): TaskPlan {
  const networkMode = planNetworkMode(spec, settings, decisions);
  const containers = spec.containers.map((container) => ({
    ...planContainer(container, networkMode, settings), ...buildOf(container, spec, settings),
  }));
  explainContainers(spec, settings, decisions);
  explainGiven(spec, settings, decisions);
  const executionRoleArn = planExecutionRole(spec, settings, decisions);
  const taskRoleArn = planTaskRole(spec, settings, reachesMetadata(settings), decisions);
  const logRetention = planLogs(containers.some(({ logsToEnvironment }) => logsToEnvironment), settings, decisions);
  return {
    networkMode, containers, volumes: planVolumes(spec, settings.volumes, decisions), executionRoleArn, taskRoleArn,
    pulls: pullsOf(spec, settings.images), grants: grantsOf(spec), logRetention,
    executeCommand: planShell(settings, decisions),
  };
}

/** An image that is built is one for the instances. */
function buildOf(
  { name = '' }: ContainerSpec, { builds }: DockerrunSpec, { instanceType }: TaskSettings,
): Pick<ContainerPlan, 'build'> {
  const build = entryOf(builds, name);
  const architecture = architectureOf(known(instanceType) ?? capacityFields.instanceType.fallback);
  return build ? { build: { ...build, platform: architecture === 'arm64' ? 'linux/arm64' : 'linux/amd64' } } : {};
}

function planNetworkMode({ task }: DockerrunSpec, settings: TaskSettings, decisions: Decisions): NetworkModeName {
  if (task?.networkMode !== undefined && task.networkMode === settings.networkMode) {
    return decisions
      .about('networkMode')
      .choose('network mode', task.networkMode, DecisionSource.FILE, 'The file says so.');
  }
  return decisions.about('networkMode').given(
    'network mode', settings.networkMode, 'bridge',
    'Beanstalk always runs Dockerrun tasks in bridge mode; links work in no other.', DecisionSource.BEANSTALK,
  ) as NetworkModeName;
}

function explainContainers(spec: DockerrunSpec, settings: TaskSettings, decisions: Decisions): void {
  const names = spec.containers.flatMap((container) => (container.logConfiguration ? [] : container.name ?? []));
  if (names.length > 0) {
    decisions.about('logGroup').choose(
      'container logs',
      'awslogs',
      DecisionSource.DEFAULT,
      `The file configures no logging for ${names.join(', ')}; a stream for each goes to the log group of the `
        + 'environment without ever blocking it.',
    );
  }
  const metadata = reachesMetadata(settings)
    ? 'need not ask the instance metadata service, which is within their reach,'
    : 'cannot ask the instance metadata service';
  decisions.choose(
    'AWS_REGION', `set in every container${settings.worker?.consumer.kind === 'dispatcher' ? ' of the file' : ''}`,
    DecisionSource.DERIVED,
    `Containers ${metadata} for the region; a value of your own wins.`,
  );
  const properties = Object.keys(settings.environmentProperties ?? {});
  if (properties.length > 0) {
    decisions.about(...properties.map((name) => `environmentProperties.${name}`)).chosen(
      'environment properties', properties.join(', '),
      listed('They reach every container, as on Beanstalk; what a container sets itself wins.', properties.length),
    );
  }
}

/** Whether containers may get answers from the metadata service of their instance. */
function reachesMetadata({
  networkMode = 'bridge', imdsHopLimit = launchFields.imdsHopLimit.fallback,
}: TaskSettings): boolean {
  return networkMode === 'host' || (networkMode === 'bridge' && (known(imdsHopLimit) ?? Infinity) > 1);
}

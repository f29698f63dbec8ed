import { IConstruct } from 'constructs';
import { Problem } from '../../../core/finding/rule';
import { deploymentOf } from '../../../core/plan/ecs/deployment';
import { planServiceAlone } from '../../../core/plan/ecs/ecs';
import { FrontPlan, Plan, RoutePlan, ServiceDeployment, TaskPlan } from '../../../core/plan/ecs/plan';
import { balancerKey } from '../../../core/plan/traffic/group-key';
import { LISTENER_PORT } from '../../../core/settings/constants';
import { demandOf } from '../../../core/settings/instances/types/fit';
import { Neighbor, NeighborRule } from '../../../core/settings/service/neighbor';
import { neededPlaces } from '../../../core/settings/service/replica-counts';
import { EnvironmentSettings, RouteSettings } from '../../../core/settings/settings';
import { nameFacts } from '../../../shared/settings/facts';
import { serviceSettings } from '../../../shared/settings/settings';
import { routeSettings } from '../../../shared/settings/traffic-settings';
import { workerSettings } from '../../../shared/settings/worker-settings';
import { AddedServiceProps } from '../../added-service-props';
import { ScheduledProps } from '../../scheduling';
import { DockerrunService } from '../../service';
import { DockerrunTaskDefinitionProps } from '../../task-definition';
import { WorkingProps } from '../../worker';

/** What an added service finds in its environment. */
export interface Shared {
  readonly front: FrontPlan | null;
  /** The settings of the environment. */
  readonly environment: EnvironmentSettings;
  readonly neighbors: readonly Neighbor[];
  /** Whether there is a topic for alarms already. */
  readonly hasTopic: boolean;
}

/** The plan of one more service, and what there is to say about it. Throws when it does not fit in. */
export function planAddedService(
  scope: IConstruct, props: AddedServiceProps, shared: Shared,
): { plan: ServiceDeployment; problems: readonly Problem[] } {
  const { front, environment, neighbors, hasTopic } = shared;
  const { dockerrun } = props;
  const { scheduling: group } = environment;
  const listeners = front?.listeners ?? [];
  const rules = (props.rules ?? []).map(
    ({ listenerPort = front?.mainListener ?? LISTENER_PORT, ...route }, index): RouteSettings => ({
      ...routeSettings(`rules[${index}]`, route),
      listener: String(listenerPort),
      balancer: balancerKey(front),
      mayBeDefault: false,
      guarded: isGuarded(front, listenerPort),
    }),
  );
  const given = serviceSettings(props);
  const { problems, plan } = planServiceAlone(dockerrun._document, {
    ...given,
    ...instancesOf(environment),
    alarms: given.alarms && { ...given.alarms, topic: given.alarms.topic ?? hasTopic },
    managedScaling: group?.kind === 'replicas',
    groupSchedules: group?.kind === 'one-per-instance' ? group.schedules : undefined,
    neighbors, rules, facts: nameFacts(scope, { rules }),
    sharedListeners: listeners.map(({ port }) => String(port)),
  });
  dockerrun._refuse(dockerrun._locate(problems));
  return { plan: plan!, problems };
}

/** What the environment says of the instances that all services share. */
function instancesOf(environment: EnvironmentSettings): Pick<EnvironmentSettings, typeof SHARED[number]> {
  return Object.fromEntries(SHARED.map((name) => [name, environment[name]])) as Pick<EnvironmentSettings, typeof SHARED[number]>;
}

const SHARED = [
  'sourceBundle', 'vpc', 'nat', 'instanceType', 'alternativeInstanceTypes', 'machineImage', 'minCapacity',
  'maxCapacity', 'containerInsights',
] as const;

/** Whether only requests that come through CloudFront reach a listener. */
function isGuarded(front: FrontPlan | null, port: number): boolean {
  return front?.door.kind === 'cloudfront' && front.door.listener === port;
}

type Started = DockerrunTaskDefinitionProps & ScheduledProps & WorkingProps;

/** What a service takes of what it shares. */
export function neighborOf(
  name: string,
  { dockerrun, scheduling, worker }: Started,
  { containers, networkMode }: TaskPlan,
  way: Pick<Neighbor, 'rules' | 'targetGroups'>,
): Neighbor {
  const mappings =
    networkMode === 'bridge' || networkMode === 'host' ? containers.flatMap(({ portMappings }) => portMappings) : [];
  const hostPorts = mappings
    .filter(({ hostPort }) => hostPort > 0)
    .map(({ hostPort, protocol }) => `${hostPort}/${protocol}`);
  const demand = demandOf(dockerrun._document.spec, { networkMode, worker: workerSettings(worker) });
  const tasks = neededPlaces({ scheduling: scheduling?._settings });
  return { name, ...way, hostPorts, demand, tasks };
}

/** The rules of the environment itself, those with an answer of their own among them. */
export function frontRules(plan: Plan): NeighborRule[] {
  const { listeners = [] } = plan.front ?? {};
  const own = listeners.flatMap(({ port, rules }) =>
    rules.map(({ key, priority }) => ({ listener: String(port), key, priority })),
  );
  return [...own, ...routeRules(deploymentOf(plan).routes.filter(({ rule }) => rule === null))];
}

/** The rules of an added service. */
export function routeRules(routes: readonly RoutePlan[]): NeighborRule[] {
  return routes.flatMap(({ listener, rule, shiftRule }) => {
    const own = rule ?? shiftRule;
    return own ? [{ listener, key: own.key, priority: own.priority }] : [];
  });
}

/** How many target groups lead to a service from the listeners that are shared. */
export function countGroups({
  targetGroups, secondTargetGroups,
}: Pick<DockerrunService, 'targetGroups' | 'secondTargetGroups'>): number {
  return new Set([...targetGroups, ...secondTargetGroups]).size;
}

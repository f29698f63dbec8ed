import { Severity } from '../../finding/finding';
import { Problem } from '../../finding/rule';
import { CheckedDocument } from '../../rules/context';
import { checkTarget } from '../../rules/target/check';
import { TargetRule } from '../../rules/target/target-rule';
import { NamedRepository, RepositoriesSettings, repositoriesOf } from '../../settings/containers/repositories';
import { withFile } from '../../settings/file-settings';
import { EnvironmentSettings } from '../../settings/settings';
import { TrafficSettings, withTraffic } from '../../settings/traffic/traffic';
import { SourceMap } from '../../spec/decoder';
import { Document, DockerrunSpec } from '../../spec/model';
import { Origins } from '../../translation/origins';
import { Decision, Decisions, DecisionSource } from '../decision';
import { problemOf } from '../provenance';
import { planRoutes, withShiftRules } from '../traffic/route';
import { planTraffic } from '../traffic/traffic';
import { withDynamicPorts } from './containers/dynamic-ports';
import { planTask, TaskSettings } from './containers/task';
import { planCapacity } from './instances/capacity';
import { planFit } from './instances/instance-fit';
import { planAddedEndpoints } from './network/endpoints';
import { planNetwork } from './network/network';
import { Plan, ServiceDeployment, TaskPlan } from './plan';
import { planAlarms, rollbackAlarms } from './service/alarms';
import { planDashboard } from './service/observability';
import { planService } from './service/rollout';
import { planWorker } from './service/worker';

export type ServiceSettings = TaskSettings
  & Pick<
    EnvironmentSettings,
    | 'instanceType'
    | 'alternativeInstanceTypes'
    | 'machineImage'
    | 'minCapacity'
    | 'maxCapacity'
    | 'scheduling'
    | 'groupSchedules'
    | 'managedScaling'
    | 'worker'
    | 'neighbors'
    | 'sharedListeners'
    | 'networkRoutes'
    | 'containerInsights'
    | 'nat'
    | 'facts'
    | 'alarms'
    | 'dashboard'
  >
  & Partial<Pick<EnvironmentSettings, 'vpc'>>
  & Required<Pick<EnvironmentSettings, 'rules'>>;

/** A plan, unless a problem stands in its way. */
export interface Planning<P> {
  readonly problems: readonly Problem[];
  readonly plan?: P;
}

/** No file, for what stands around services. */
const NO_FILE: DockerrunSpec = { version: 2, volumes: [], containers: [] };

/** Spec and settings → the whole plan. The spec has to be free of errors. Never throws. */
export function planEcs(document: Document, given: EnvironmentSettings, origins = Origins.NONE): Planning<Plan> {
  const settings = withTraffic(document.spec, withFile(document.spec, given));
  const problems = problemsOf(document, ['task', 'service', 'environment'], settings, origins);
  if (stops(problems)) return { problems };
  const decisions = new Decisions(origins);
  const network = planNetwork(document.spec, settings, decisions);
  const capacity = planCapacity(document.spec, settings, decisions);
  planFit(document.spec, settings, decisions);
  const task = planTask(document.spec, settings, decisions);
  const { front, networkFront, ...routes } = planTraffic(document.spec, settings, task.networkMode, decisions);
  const worker = planWorker(document.spec, settings.worker, decisions);
  const alarms = planAlarms(document.spec, settings, { ...routes, ownsLoadBalancer: true }, decisions);
  const dashboard = planDashboard(settings, decisions);
  const hasTargets = routes.routes.length + routes.networkRoutes.length > 0;
  const service = planService(document.spec, { ...settings, rollbackAlarms: rollbackAlarms(alarms) }, hasTargets, decisions);
  const plan: Plan = {
    target: 'ecs',
    network,
    capacity,
    task,
    front,
    networkFront,
    worker,
    service,
    alarms,
    dashboard,
    decisions: decisions.made,
  };
  return { problems, plan: withDynamicPorts(plan, document.spec, settings, decisions) };
}

/** Spec and settings → the plan of a service on instances and behind listeners that are there already. */
export function planServiceAlone(document: Document, given: ServiceSettings): Planning<ServiceDeployment> {
  const settings = withTraffic(document.spec, withFile(document.spec, { vpc: true, ...given }));
  const problems = problemsOf(document, ['task', 'service'], settings);
  if (stops(problems)) return { problems };
  const decisions = new Decisions();
  planFit(document.spec, settings, decisions);
  const task = planTask(document.spec, settings, decisions);
  const { routes, networkRoutes } = planRoutes(
    settings, { spec: document.spec, networkMode: task.networkMode, scheduling: settings.scheduling }, decisions,
  );
  const hasTargets = routes.length + networkRoutes.length > 0;
  if (!hasTargets) {
    decisions.choose(
      'listeners', 'none', DecisionSource.DERIVED, 'No rule leads to the service, so nobody connects to it.',
    );
  }
  const worker = planWorker(document.spec, settings.worker, decisions);
  const endpoints = planAddedEndpoints(document.spec, settings, decisions);
  const alarms = planAlarms(document.spec, settings, { routes, networkRoutes, ownsLoadBalancer: false }, decisions);
  const dashboard = planDashboard(settings, decisions);
  const service = planService(document.spec, { ...settings, rollbackAlarms: rollbackAlarms(alarms) }, hasTargets, decisions);
  const plan: ServiceDeployment = {
    target: 'ecs',
    task,
    routes: withShiftRules(routes, service),
    networkRoutes,
    worker,
    service,
    endpoints,
    alarms,
    dashboard,
    decisions: decisions.made,
  };
  return { problems, plan: withDynamicPorts(plan, document.spec, settings, decisions) };
}

/** A part of an environment that is made by itself, and why it is as it is. */
export interface Part<P> {
  readonly part: P;
  readonly decisions: readonly Decision[];
}

/** Settings → something that stands around services, for those who bring these later. */
export function planSurroundings<P>(
  given: EnvironmentSettings,
  plan: (spec: DockerrunSpec, settings: TrafficSettings, decisions: Decisions) => P,
): Planning<Part<P>> {
  const settings = withTraffic(NO_FILE, given);
  const problems = problemsOf({ spec: NO_FILE, sources: new SourceMap() }, ['environment'], settings);
  return planned(problems, (decisions) => plan(NO_FILE, settings, decisions));
}

/** Settings → the load balancers, which lead to nothing yet. */
export function planFronts(
  spec: DockerrunSpec, settings: TrafficSettings, decisions: Decisions,
): Pick<Plan, 'front' | 'networkFront'> {
  return planTraffic(spec, settings, 'bridge', decisions);
}

/** Spec and settings → the plan of the task alone, for a service that somebody else makes. */
export function planTaskDefinition(document: Document, given: TaskSettings): Planning<Part<TaskPlan>> {
  const settings = withFile(document.spec, given);
  return planned(problemsOfTask(document, settings), (decisions) => planTask(document.spec, settings, decisions));
}

/** What is wrong with a task by itself. */
export function problemsOfTask({ spec, sources }: Document, settings: TaskSettings): Problem[] {
  return problemsOf({ spec, sources }, ['task'], withTraffic(spec, { vpc: true, ...withFile(spec, settings) }));
}

function planned<P>(problems: readonly Problem[], plan: (decisions: Decisions) => P): Planning<Part<P>> {
  if (stops(problems)) return { problems };
  const decisions = new Decisions();
  return { problems, plan: { part: plan(decisions), decisions: decisions.made } };
}

/** The repositories of a file. */
export function planRepositories(document: Document, repositories: RepositoriesSettings): Planning<NamedRepository[]> {
  const settings = withTraffic(document.spec, { vpc: true, repositories });
  const problems = problemsOf(document, [], settings);
  return stops(problems) ? { problems } : { problems, plan: repositoriesOf(document.spec, settings.repositories) };
}

/** What is wrong with props whatever the file says, where there is none. */
export function problemsWithoutFile(settings: EnvironmentSettings): readonly Problem[] {
  return problemsOf({ spec: NO_FILE, sources: new SourceMap() }, [], withTraffic(NO_FILE, settings));
}

function problemsOf(
  document: CheckedDocument,
  concerns: readonly TargetRule['concerns'][],
  settings: TrafficSettings,
  origins = Origins.NONE,
): Problem[] {
  const problems: Problem[] = [];
  checkTarget(document, concerns, settings, (...problem) => { problems.push(problemOf(origins, ...problem)); });
  return problems;
}

function stops(problems: readonly Problem[]): boolean {
  return problems.some(({ rule }) => rule.severity === Severity.ERROR);
}

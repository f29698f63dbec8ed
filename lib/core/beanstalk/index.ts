import { Severity } from '../finding/finding';
import { Problem } from '../finding/rule';
import { planCapacity } from '../plan/capacity';
import { Decisions, DecisionSource } from '../plan/decision';
import { Planning } from '../plan/ecs';
import { planFit } from '../plan/instance-fit';
import { planNetwork } from '../plan/network';
import { CapacityPlan, NetworkPlan, TaskPlan } from '../plan/plan';
import { planTask } from '../plan/task';
import { checkBeanstalk } from '../rules/target/check';
import { BeanstalkShape, settingsFor, shapeOf } from '../settings/beanstalk-shape';
import { EnvironmentSettings } from '../settings/settings';
import { TrafficSettings, withTraffic } from '../settings/traffic';
import { Document, DockerrunSpec } from '../spec/model';
import { environmentOptions } from './environment';
import { explainEnvironment } from './explain';
import { instanceOptions, networkOptions } from './instances';
import { retiredListenerOptions } from './listeners';
import { withNative } from './native';
import { operationOptions } from './operations';
import { OptionPlan } from './option';
import { BeanstalkPlan, QueuePlan } from './plan';
import { cronFile, planQueue, queueOptions } from './queue';
import { redirectExtension } from './redirect';
import { scalingOptions } from './scaling';
import { planTraffic, Traffic } from './traffic';
import { variableOptions } from './variables';

export * from './option';
export * from './plan';

/**
 * Spec and settings → the plan of an environment of Elastic Beanstalk, from the choices that native ECS gets too. The spec
 * has to be free of errors. Never throws.
 */
export function planBeanstalk(document: Document, given: EnvironmentSettings): Planning<BeanstalkPlan> {
  const settings = withTraffic(document.spec, given);
  const problems: Problem[] = [];
  checkBeanstalk(document, settings, (rule, place, message, hint) => { problems.push({ rule, place, message, hint }); });
  if (problems.some(({ rule }) => rule.severity === Severity.ERROR)) return { problems };
  const shape = shapeOf(settings);
  return { problems, plan: planShape(document.spec, withTraffic(document.spec, settingsFor(shape, settings)), shape) };
}

function planShape(spec: DockerrunSpec, settings: TrafficSettings, shape: BeanstalkShape): BeanstalkPlan {
  const decisions = new Decisions();
  const network = shape === 'single' ? planPublicNetwork(spec, settings, decisions) : planNetwork(spec, settings, decisions);
  // What these two decide about the image and the agent is the platform's affair here.
  const capacity = planCapacity(spec, settings, new Decisions());
  const task = planTask(spec, settings, new Decisions());
  explainEnvironment(settings, capacity, decisions);
  planFit(spec, settings, decisions);
  const traffic = planTraffic(spec, settings, shape, decisions);
  const queue = planQueue(settings.worker, decisions);
  const { options, ...plan } = assemble({ shape, traffic, queue, capacity, task, settings });
  const all = withNative(options, settings.beanstalk?.options ?? [], decisions);
  return { target: 'beanstalk', tier: queue ? 'Worker' : 'WebServer', shape, network, queue, ...plan, options: all, decisions: decisions.made };
}

/** A single instance has a public address, so that it needs no other way out. */
function planPublicNetwork(spec: DockerrunSpec, settings: EnvironmentSettings, decisions: Decisions): NetworkPlan {
  const network = planNetwork(spec, settings, new Decisions());
  decisions.choose('vpc', network.vpc, network.vpc === 'given' ? DecisionSource.PROP : DecisionSource.DEFAULT,
    'The single instance stands in a public subnet, with an address of its own and no NAT gateway.');
  return network.vpc === 'given' ? network : { ...network, nat: 'none', natGateways: 0, natInstanceType: '', endpoints: [] };
}

interface Parts {
  readonly shape: BeanstalkShape;
  readonly traffic: Traffic;
  readonly queue: QueuePlan | null;
  readonly capacity: CapacityPlan;
  readonly task: TaskPlan;
  readonly settings: EnvironmentSettings;
}

function assemble({ shape, traffic, queue, capacity, task, settings }: Parts): Omit<BeanstalkPlan, 'target' | 'tier' | 'shape' | 'network' | 'queue' | 'decisions'> {
  const { instanceType, architecture, minCapacity, maxCapacity, scaling } = capacity;
  const { beanstalk = {} } = settings;
  const { front, networkFront, processes } = traffic;
  const options: OptionPlan[] = [
    ...environmentOptions(shape, settings),
    ...traffic.options,
    ...retiredListenerOptions(beanstalk.retiredListeners ?? []),
    ...queue ? queueOptions(queue) : [],
    ...networkOptions(shape, front ?? networkFront, settings),
    ...instanceOptions(capacity, settings),
    ...scalingOptions(capacity, settings),
    ...operationOptions(shape, settings),
    ...variableOptions(settings),
  ];
  const redirects = Object.assign({}, ...(front?.redirects ?? []).map(redirectExtension)) as Record<string, string>;
  const { executionRoleArn, pulls } = task;
  return {
    front, networkFront, processes, options, executionRoleArn, pulls,
    capacity: { instanceType, architecture, minCapacity, maxCapacity, scaling },
    registryAuth: capacity.boot.registryAuth,
    accessLogs: shape === 'application' ? front!.accessLogs : null,
    extensions: { ...redirects, ...queue ? cronFile(settings.worker!, queue.periodicTasks) : {} },
  };
}

import { Severity } from '../finding/finding';
import { Problem } from '../finding/rule';
import { planCapacity } from '../plan/capacity';
import { Decisions, DecisionSource } from '../plan/decision';
import { Planning } from '../plan/ecs';
import { planFront } from '../plan/front';
import { planFit } from '../plan/instance-fit';
import { planNetwork } from '../plan/network';
import { CapacityPlan, FrontPlan, TaskPlan } from '../plan/plan';
import { routesOf } from '../plan/routes';
import { planTask } from '../plan/task';
import { checkBeanstalk } from '../rules/target/check';
import { EcsSettings } from '../settings/settings';
import { Document } from '../spec/model';
import { explainEnvironment } from './explain';
import { instanceOptions, networkOptions } from './instances';
import { listenerOptions } from './listeners';
import { withNative } from './native';
import { operationOptions } from './operations';
import { OptionPlan, optionsIn, refer } from './option';
import { BeanstalkPlan, ProcessPlan } from './plan';
import { planProcesses, processOptions } from './processes';
import { redirectExtension } from './redirect';
import { scalingOptions } from './scaling';

export * from './option';
export * from './plan';

/**
 * Spec and settings → the plan of an environment of Elastic Beanstalk, from the choices that native ECS gets too. The spec
 * has to be free of errors. Never throws.
 */
export function planBeanstalk(document: Document, settings: EcsSettings): Planning<BeanstalkPlan> {
  const problems: Problem[] = [];
  checkBeanstalk(document, settings, (rule, place, message, hint) => { problems.push({ rule, place, message, hint }); });
  if (problems.some(({ rule }) => rule.severity === Severity.ERROR)) return { problems };
  const { spec } = document;
  const decisions = new Decisions();
  const network = planNetwork(spec, settings, decisions);
  // What these two decide about the image and the agent is the platform's affair here.
  const capacity = planCapacity(spec, settings, new Decisions());
  const task = planTask(spec, settings, new Decisions());
  explainEnvironment(settings, capacity, decisions);
  planFit(spec, settings, decisions);
  const front = planFront(spec, settings, 'bridge', decisions)!;
  if (front.redirects.length > 0) {
    decisions.choose('redirect', 'a file in .ebextensions', DecisionSource.DERIVED, 'No option of Beanstalk redirects, so the version changes the listener that Beanstalk makes.');
  }
  const { options, ...plan } = assemble({ front, capacity, task, settings });
  return { problems, plan: { target: 'beanstalk', tier: 'WebServer', network, ...plan, options: withNative(options, settings.beanstalk?.options ?? [], decisions), decisions: decisions.made } };
}

interface Parts {
  readonly front: FrontPlan;
  readonly capacity: CapacityPlan;
  readonly task: TaskPlan;
  readonly settings: EcsSettings;
}

function assemble({ front, capacity, task, settings }: Parts): Omit<BeanstalkPlan, 'target' | 'tier' | 'network' | 'decisions'> {
  const { instanceType, architecture, minCapacity, maxCapacity, scaling } = capacity;
  const routes = routesOf(front);
  const processes: ProcessPlan[] = planProcesses(routes);
  const options: OptionPlan[] = [
    ...environmentOptions(front),
    ...listenerOptions(front, { routes, processes }),
    ...processOptions(routes, processes),
    ...networkOptions(front.scheme === 'internal', settings),
    ...instanceOptions(capacity, settings),
    ...scalingOptions(capacity, settings),
    ...operationOptions(settings.beanstalk ?? {}),
    ...optionsIn('aws:elasticbeanstalk:application:environment', settings.environmentProperties ?? {}),
  ];
  const extensions = Object.assign({}, ...front.redirects.map(redirectExtension)) as Record<string, string>;
  const { executionRoleArn, pulls } = task;
  const size = { instanceType, architecture, minCapacity, maxCapacity, scaling };
  return { front, capacity: size, registryAuth: capacity.boot.registryAuth, processes, options, extensions, executionRoleArn, pulls };
}

/** What kind of environment it is, and its load balancer. */
function environmentOptions({ idleTimeoutSeconds, ipAddressType }: FrontPlan): OptionPlan[] {
  return [
    ...optionsIn('aws:elasticbeanstalk:environment', {
      EnvironmentType: 'LoadBalanced', LoadBalancerType: 'application', LoadBalancerIsShared: false, ServiceRole: refer('service-role'),
    }),
    ...optionsIn('aws:elbv2:loadbalancer', {
      IdleTimeout: idleTimeoutSeconds,
      IpAddressType: ipAddressType,
      AccessLogsS3Enabled: false,
      ManagedSecurityGroup: refer('load-balancer-security-group'),
      SecurityGroups: refer('load-balancer-security-group'),
    }),
  ];
}

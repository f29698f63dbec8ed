import { planBeanstalkEnvironment } from '../plan/beanstalk/environment';
import { BeanstalkPlan } from '../plan/beanstalk/plan';
import { Planning } from '../plan/ecs/ecs';
import { EnvironmentSettings } from '../settings/settings';
import { Document } from '../spec/model';
import { Origins } from '../translation/origins';
import { withoutRules } from './bundle-rules';
import { environmentOptions, networkOptions, variableOptions } from './environment';
import { instanceOptions, scalingOptions } from './instances';
import { retiredListenerOptions } from './listeners';
import { withNative } from './native';
import { operationOptions } from './operations';
import { OptionPlan } from './option';
import { cronFile, queueOptions } from './queue';
import { redirectExtension } from './redirect';
import { trafficOptions } from './traffic';

export * from './option';

/** The plan of an environment, with all that Elastic Beanstalk is told. */
export interface WrittenPlan extends BeanstalkPlan {
  readonly options: readonly OptionPlan[];
  /** The files that the version needs beside those of the user, by their paths in the bundle. */
  readonly extensions: Readonly<Record<string, string>>;
}

/**
 * Spec and settings → the plan of an environment of Elastic Beanstalk, from the choices that native ECS gets too. The
 * spec has to be free of errors. Never throws.
 */
export function planBeanstalk(
  document: Document, settings: EnvironmentSettings, origins = Origins.NONE,
): Planning<WrittenPlan> {
  const { problems, plan } = planBeanstalkEnvironment(document, settings, origins);
  return plan
    ? { problems, plan: { ...plan, options: optionsOf(plan), extensions: extensionsOf(plan) } }
    : { problems };
}

/** Every option is written always: Beanstalk keeps what a template names no more. */
function optionsOf(plan: BeanstalkPlan): OptionPlan[] {
  const options = [
    ...environmentOptions(plan),
    ...trafficOptions(plan),
    ...retiredListenerOptions(plan.retiredListeners),
    ...plan.queue ? queueOptions(plan.queue) : [],
    ...networkOptions(plan),
    ...instanceOptions(plan),
    ...scalingOptions(plan),
    ...operationOptions(plan),
    ...variableOptions(plan),
  ];
  return withNative(options, plan.native);
}

function extensionsOf({ front, queue, bundleRules, processes }: BeanstalkPlan): Record<string, string> {
  const redirects = front ? front.redirects.map(redirectExtension) : [];
  const ports = processes.map(({ hostPort }) => hostPort);
  const rewritten = bundleRules.map((rules) => withoutRules(rules, ports));
  return Object.assign({}, ...rewritten, ...redirects, queue ? cronFile(queue) : {}) as Record<string, string>;
}

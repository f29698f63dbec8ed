import { ProcessPlan } from '../plan/beanstalk/plan';
import { NlbRoutePlan, RoutePlan } from '../plan/ecs/plan';
import { allTargetFields } from '../settings/traffic/target';
import { optionsOf } from './fields';
import { OptionPlan, optionsIn } from './option';

/** A Network Load Balancer finds out by a connection whether a process is well. */
export function processOptions(
  routes: readonly (RoutePlan | NlbRoutePlan)[], processes: readonly ProcessPlan[],
): OptionPlan[] {
  const named = new Map(routes.map(({ target }, index) => [processes[index].name, target]));
  return [...named].flatMap(([name, target]) =>
    optionsIn(`aws:elasticbeanstalk:environment:process:${name}`, {
      Port: target.hostPort,
      Protocol: target.kind === 'application' ? target.protocol : 'TCP',
      ...optionsOf(allTargetFields, target, target.kind),
    }),
  );
}

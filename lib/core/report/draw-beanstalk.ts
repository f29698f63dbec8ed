import { WrittenPlan, isReference, OptionPlan } from '../beanstalk';
import { isUnresolved } from '../settings/settings';
import { drawDecisions, drawFront, drawNetworkFront } from './draw';
import { Palette, PLAIN } from './palette';

/** The plan of an environment of Elastic Beanstalk as a person reads it. Ends with a newline. */
export function drawBeanstalk(plan: WrittenPlan, palette: Palette = PLAIN): string {
  return [
    palette.bold('Traffic'), ...drawTraffic(plan), '',
    palette.bold('Options'), ...plan.options.map(drawOption), '',
    palette.bold('Decisions'), ...drawDecisions(plan, palette), '',
  ].join('\n');
}

/** A worker has a daemon instead of listeners, and a single instance no load balancer with target groups. */
function drawTraffic(plan: WrittenPlan): string[] {
  if (plan.queue) return [`  queue → daemon → host port 80${plan.queue.path}`];
  const drawn = [...drawFront(plan), ...drawNetworkFront(plan)];
  return plan.shape === 'single' ? drawn.map((line) => line.replace('target group (instance) → ', '')) : drawn;
}

function drawOption({ namespace, name, resource, value }: OptionPlan): string {
  const parts = value.map((part) =>
    typeof part !== 'object'
      ? String(part)
      : isReference(part)
        ? `(${part.reference})`
        : isUnresolved(part)
          ? `\${${part.unresolved}}`
          : '',
  );
  return `  ${namespace} ${name}${resource === '' ? '' : ` of ${resource}`} = ${parts.join(',')}`;
}

import { BeanstalkPlan, isReference, OptionPlan } from '../beanstalk';
import { isUnresolved } from '../settings/settings';
import { drawDecisions, drawFront } from './draw';
import { Palette, PLAIN } from './palette';

/** The plan of an environment of Elastic Beanstalk as a person reads it. Ends with a newline. */
export function drawBeanstalk(plan: BeanstalkPlan, palette: Palette = PLAIN): string {
  return [
    palette.bold('Traffic'), ...drawFront(plan), '',
    palette.bold('Options'), ...plan.options.map(drawOption), '',
    palette.bold('Decisions'), ...drawDecisions(plan, palette), '',
  ].join('\n');
}

function drawOption({ namespace, name, resource, value }: OptionPlan): string {
  const parts = value.map((part) => (typeof part !== 'object' ? String(part) : isReference(part) ? `(${part.reference})` : isUnresolved(part) ? `\${${part.unresolved}}` : ''));
  return `  ${namespace} ${name}${resource === '' ? '' : ` of ${resource}`} = ${parts.join(',')}`;
}

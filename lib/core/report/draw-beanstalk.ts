import { BeanstalkPlan, isReference, OptionPlan } from '../beanstalk';
import { secretIn } from '../rules/secret-signs';
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

/** The option without a value that looks like a secret. */
export function hideOption(option: OptionPlan): OptionPlan {
  const hide = (part: OptionPlan['value'][number]) => (typeof part === 'string' && secretIn(option.name, part) !== undefined ? '*'.repeat(part.length) : part);
  return { ...option, value: option.value.map(hide) };
}

function drawOption(option: OptionPlan): string {
  const { namespace, name, resource, value } = hideOption(option);
  const parts = value.map((part) => (typeof part !== 'object' ? String(part) : isReference(part) ? `(${part.reference})` : isUnresolved(part) ? `\${${part.unresolved}}` : ''));
  return `  ${namespace} ${name}${resource === '' ? '' : ` of ${resource}`} = ${parts.join(',')}`;
}

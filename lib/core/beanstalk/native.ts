import { Decisions, DecisionSource } from '../plan/decision';
import { secretIn } from '../rules/secret-signs';
import { NativeOption } from '../settings/beanstalk';
import { OptionPlan, optionsIn } from './option';

/** The options with those that have no prop: each in the place of the usual value, or behind all others. */
export function withNative(options: readonly OptionPlan[], native: readonly NativeOption[], decisions: Decisions): OptionPlan[] {
  for (const option of native) {
    const { namespace, name, resource, value, place } = option;
    const topic = `${name} of ${namespace}${resource === '' ? '' : ` for ${resource}`}`;
    decisions.choose(topic, secretIn(name, value) === undefined ? value : '***', DecisionSource.OPTION_SETTING, `It comes from ${place}; Elastic Beanstalk gets it as it is.`);
  }
  const isSame = (one: OptionPlan | NativeOption) => (other: OptionPlan | NativeOption) =>
    one.namespace === other.namespace && one.name === other.name && one.resource === other.resource;
  const toPlan = ({ namespace, name, resource, value }: NativeOption) => optionsIn(namespace, { [name]: value }, resource);
  const replaced = options.flatMap((option) => {
    const own = native.find(isSame(option));
    return own ? toPlan(own) : [option];
  });
  return [...replaced, ...native.filter((own) => !options.some(isSame(own))).flatMap(toPlan)];
}

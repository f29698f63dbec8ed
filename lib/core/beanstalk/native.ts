import { BeanstalkPlan } from '../plan/beanstalk/plan';
import { OptionPlan, optionsIn } from './option';

/** The options with those that have no prop: each in the place of the usual value, or behind all others. */
export function withNative(options: readonly OptionPlan[], native: BeanstalkPlan['native']): OptionPlan[] {
  const own = native.flatMap(({ namespace, name, resource, value }) =>
    optionsIn(namespace, { [name]: value }, resource),
  );
  const isSame = (one: OptionPlan) => (other: OptionPlan) =>
    one.namespace === other.namespace && one.name === other.name && one.resource === other.resource;
  const replaced = options.map((option) => own.find(isSame(option)) || option);
  return [...replaced, ...own.filter((option) => !options.some(isSame(option)))];
}

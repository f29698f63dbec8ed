import { findOption } from './catalogue';
import { keyOf, OptionKey, OptionSetting } from './setting';

/** The value of an option: what is set, else the default of Beanstalk where it has one that depends on nothing. */
export function effectiveValue(settings: readonly OptionSetting[], key: OptionKey): string | undefined {
  const set = settings.find((setting) => keyOf(setting) === keyOf(key));
  return set ? set.value : findOption(key.namespace, key.optionName)?.default;
}

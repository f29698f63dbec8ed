import { placeholdersIn } from '../syntax/placeholders';
import { findNamespace } from './catalogue';
import { OptionSetting } from './setting';

/** Whether the value is what it will be: no function of CloudFormation, and no placeholder of a template engine. */
export function isKnowable({ computed, value, namespace }: OptionSetting): boolean {
  return !computed && (findNamespace(namespace)?.open !== undefined || placeholdersIn(value).length === 0);
}

import { Rule } from '../finding/rule';
import { findNamespace } from '../options/catalogue';
import { computedOption } from '../options/rules/computed-option';
import { unknownNamespace } from '../options/rules/unknown-namespace';
import { unknownOption } from '../options/rules/unknown-option';
import { isKnowable, OptionSetting } from '../options/setting';
import { SettingProblem } from './account';
import { answerTo } from './answers';
import { TranslationTarget } from './target';

/** What became of a setting: a prop, the same option on Elastic Beanstalk, or what a rule says. */
export interface Outcome {
  readonly setting: OptionSetting;
  readonly becomes: { readonly prop: string } | { readonly rule: Rule } | 'option';
}

/** What became of each setting, in their order. `problems` are those of the translation. */
export function outcomesOf(
  settings: readonly OptionSetting[], problems: readonly SettingProblem[], target: TranslationTarget,
): Outcome[] {
  const told = new Map(problems.map(({ setting, problem }) => [setting, problem.rule]));
  return settings.map((setting): Outcome => {
    const rule = told.get(setting);
    if (rule) return { setting, becomes: { rule } };
    return { setting, becomes: isKnowable(setting) ? meaning(setting, target) : { rule: computedOption } };
  });
}

function meaning({ namespace, optionName, value }: OptionSetting, target: TranslationTarget): Outcome['becomes'] {
  const answer = answerTo(namespace, optionName, value.trim(), target);
  if (answer?.kind === 'native') return 'option';
  if (answer?.kind === 'becomes') return { prop: answer.prop };
  return { rule: findNamespace(namespace) ? unknownOption : unknownNamespace };
}

import { Problem } from '../finding/rule';
import { isKnowable } from '../options/knowable';
import { OptionSetting, withOption } from '../options/setting';
import { answerTo } from './answers';
import { OptionValues } from './option-values';
import { idleOption } from './rules/idle-option';
import { otherWay } from './rules/other-way';
import { unneededOption } from './rules/unneeded-option';

/** A problem, and the setting that has it. */
export interface SettingProblem {
  readonly setting: OptionSetting;
  readonly problem: Problem;
}

/** What there is to say of settings that became nothing. Those that reading told of already are left out. */
export function accountFor(settings: readonly OptionSetting[], values: OptionValues): SettingProblem[] {
  return settings.filter((setting) => isKnowable(setting) && !values.isUsed(setting)).flatMap((setting) => {
    const problem = problemOf(setting);
    return problem ? [{ setting, problem }] : [];
  });
}

function problemOf(setting: OptionSetting): Problem | undefined {
  const answer = answerTo(setting.namespace, setting.optionName, setting.value.trim());
  const about = (rule: Problem['rule'], message: string, hint: string): Problem =>
    ({ rule, place: setting.namePlace, message: withOption(message, setting.namePlace, setting), hint });
  switch (answer?.kind) {
    case 'instead': return about(otherWay, 'becomes no prop of EcsEnvironment.', answer.edit);
    case 'unneeded': return about(unneededOption, `is not needed: ${answer.because}`, 'Remove it once the environment no longer runs on Beanstalk.');
    case 'becomes': return about(idleOption, 'has no effect beside the other settings.', `Remove it, or set what it depends on; it becomes ${answer.prop}.`);
    default: return undefined;
  }
}

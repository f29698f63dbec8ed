import { Problem } from '../finding/rule';
import { isKnowable, OptionSetting, withOption } from '../options/setting';
import { Answer } from './answer';
import { answerTo } from './answers';
import { GivenProps, propInsteadOf } from './given';
import { OptionValues } from './option-values';
import { formOf } from './reference-forms';
import {
  decidedOption, idleOption, optionBehindProp, otherCheck, otherWay, referenceForm, refusedValue, unneededOption,
} from './rules';
import { TranslationTarget } from './target';

const HEALTH_URL = 'Application Healthcheck URL';
const CONSUMER = 'Remove it, or say with the prop worker who takes messages from the queue; no daemon does so here.';

/** A problem, and the setting that has it. */
export interface SettingProblem {
  readonly setting: OptionSetting;
  readonly problem: Problem;
}

/** What settings are accounted for with. */
interface Translated {
  readonly values: OptionValues;
  readonly given: GivenProps;
  readonly target: TranslationTarget;
}

/** What became of settings that became no prop. */
export interface Account {
  readonly problems: readonly SettingProblem[];
  /** What Elastic Beanstalk gets as it is. */
  readonly native: readonly OptionSetting[];
}

/** What there is to say of settings that became nothing. Those that reading told of already are left out. */
export function accountFor(settings: readonly OptionSetting[], { values, given, target }: Translated): Account {
  const [problems, native]: [SettingProblem[], OptionSetting[]] = [[], []];
  for (const setting of settings.filter(isKnowable)) {
    const answer = answerTo(setting.namespace, setting.optionName, setting.value.trim(), target);
    const behind = behindProp(setting, answer, given);
    if (!behind && answer?.kind !== 'refused' && values.isUsed(setting)) continue;
    const isNative = !behind && answer?.kind === 'native';
    const problem = behind ?? (isNative ? undefined : problemOf(setting, answer, target));
    if (isNative) native.push(setting);
    if (problem) problems.push({ setting, problem });
  }
  return { problems, native };
}

function behindProp(setting: OptionSetting, answer: Answer | undefined, given: GivenProps): Problem | undefined {
  const prop = propInsteadOf(setting, answer, given);
  if (prop === undefined) return undefined;
  return about(
    setting, optionBehindProp, `has no effect beside the prop \`${prop}\`, which wins.`, 'Remove one of them.',
  );
}

function problemOf(
  setting: OptionSetting, answer: Answer | undefined, target: TranslationTarget,
): Problem | undefined {
  const form = formOf(setting);
  if (form && !form.holds(setting.value)) {
    return about(
      setting, referenceForm, `must be ${form.shown}, got ${JSON.stringify(setting.value.trim())}.`, form.edit,
    );
  }
  switch (answer?.kind) {
    case 'instead':
      return target === 'ecs'
        ? about(setting, otherWay, 'becomes no prop of EcsEnvironment.', answer.edit)
        : about(setting, decidedOption, 'has no effect: the environment has no Classic Load Balancer.', answer.edit);
    case 'refused':
      return about(setting, refusedValue, `${answer.must}, got ${JSON.stringify(setting.value.trim())}.`, answer.edit);
    case 'unneeded':
      return about(
        setting, unneededOption, `is not needed: ${answer.because}`,
        target === 'ecs' ? 'Remove it once the environment no longer runs on Beanstalk.' : 'Remove it.',
      );
    case 'decided':
      return about(setting, decidedOption, `has no effect: ${answer.because}`, answer.edit);
    case 'becomes':
      return idle(setting, answer.prop);
    default:
      return undefined;
  }
}

/** What became of nothing, though it may become a prop. */
function idle(setting: OptionSetting, prop: string): Problem {
  const { namespace, optionName, value } = setting;
  if (optionName === HEALTH_URL && /^\w+:/.test(value.trim())) return aboutCheck(setting);
  if (prop.startsWith('worker')) return about(setting, idleOption, 'has no effect without a worker.', CONSUMER);
  if (namespace.startsWith('aws:elb:')) {
    return about(
      setting, idleOption, 'has no effect beside the other settings, as there is no Classic Load Balancer.',
      `Remove it, or say with options of aws:elbv2 and of processes what it asks for; it becomes ${prop}.`,
    );
  }
  return about(
    setting, idleOption, 'has no effect beside the other settings.',
    `Remove it, or set what it depends on; it becomes ${prop}.`,
  );
}

/** A check by another protocol than that of requests is taken as far as there is one like it. */
function aboutCheck(setting: OptionSetting): Problem {
  const url = setting.value.trim();
  return /^(TCP|SSL):/.test(url)
    ? about(
      setting,
      otherCheck,
      `asks for a connection, and becomes GET / with any answer from 200 to 499, got ${url}.`,
      'Write a path that answers when the application is well, such as "/health".',
    )
    : about(
      setting,
      otherCheck,
      `asks by another protocol than the container takes requests in, so it is left out, got ${url}.`,
      'Write the path alone, or let InstanceProtocol be the protocol of the check.',
    );
}

function about(setting: OptionSetting, rule: Problem['rule'], message: string, hint: string): Problem {
  return { rule, place: setting.namePlace, message: withOption(message, setting.namePlace, setting), hint };
}

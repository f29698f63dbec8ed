import { isKnowable, keyOf, OptionSetting, withOption } from '../options/setting';
import { BeanstalkChoices } from '../settings/beanstalk/beanstalk';
import { SettingProblem } from '../translation/account';
import { optionBehindProp, stayingOption } from '../translation/rules';
import { FileProblem, MadeEnvironment } from './bundle-resources';

const SCHEDULED = 'aws:autoscaling:scheduledaction';
const LISTENER = /^aws:elbv2:listener:(\d+)$/;

/** What has no effect unless something leads there that the template sets, or is told by another option as well. */
const HARMLESS = /^aws:elb:|^aws:elbv2:listenerrule:|^aws:elasticbeanstalk:(environment:process:|application$)/;

/** Elastic Beanstalk applies the options of these files itself. */
function isShipped({ source }: OptionSetting): boolean {
  return source.inBundle === true && source.kind === 'extension';
}

/** The schedules and listeners that the bundle makes. */
export function shippedBy(settings: readonly OptionSetting[]): BeanstalkChoices['shipped'] {
  const own = settings.filter(isShipped);
  const schedules = own.flatMap(({ namespace, resourceName }) =>
    namespace === SCHEDULED && resourceName ? [resourceName] : [],
  );
  const listeners = own.flatMap(({ namespace }) => LISTENER.exec(namespace)?.[1] ?? []).map(Number);
  return { schedules: [...new Set(schedules)], listeners: [...new Set(listeners)].filter((port) => port !== 80) };
}

/** The options behind props that the template does not set, so that those of the bundle would stay. */
export function stayingProblems(problems: readonly SettingProblem[], { options }: MadeEnvironment): FileProblem[] {
  const rendered = new Set(options.map(keyOf));
  const isOff = ({ namespace, resourceName }: OptionSetting) =>
    options.some(
      (option) =>
        option.namespace === namespace
        && (option.resourceName || undefined) === (namespace === SCHEDULED ? resourceName : undefined)
        && ((option.optionName === 'Suspend' && option.value === 'true')
          || (option.optionName === 'ListenerEnabled' && option.value === 'false')),
    );
  return problems
    .filter(({ setting, problem }) => problem.rule === optionBehindProp && isShipped(setting) && isKnowable(setting))
    .filter(({ setting }) => !rendered.has(keyOf(setting)) && !isOff(setting))
    .filter(({ setting: { namespace, optionName } }) => !HARMLESS.test(namespace) && optionName !== 'InstanceType')
    .map(({ setting }) => ({
      source: setting.source,
      problem: {
        rule: stayingOption, place: setting.namePlace,
        message: withOption('stays in effect beside the prop, which does not say it.', setting.namePlace, setting),
        hint: 'Remove it here, or give what the prop makes another name.',
      },
    }));
}

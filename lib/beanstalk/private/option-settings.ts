import { Construct } from 'constructs';
import { BeanstalkPlan, OptionPlan } from '../../core/beanstalk';
import { OptionKey } from '../../core/options/setting';
import { NativeOption } from '../../core/settings/beanstalk';
import { TranslatedForBeanstalk } from '../../core/translate-options';
import { Origins } from '../../core/translation/origins';
import { annotateFiles, givenProps, Used, withTranslated } from '../../ecs/private/options';
import { OptionSettings } from '../../option-settings';
import { BeanstalkDeployment } from '../deployment';
import { BeanstalkEnvironmentProps } from '../environment-props';

/** What option settings say beside props. */
export interface BeanstalkOptions {
  readonly native: readonly NativeOption[];
  readonly origins: Origins;
}

/** Passes on the props with what option settings say beside them, those of the bundle among them. */
export function withBeanstalkOptions<P extends BeanstalkEnvironmentProps>(
  scope: Construct, given: P, use: (props: P, options: BeanstalkOptions) => BeanstalkPlan,
): Used<P, BeanstalkPlan> {
  const translated = OptionSettings._with(given.optionSettings, given.sourceBundle)?._translateForBeanstalk(givenProps(given));
  if (!translated) return { props: given, made: use(given, { native: [], origins: Origins.NONE }) };
  const { origins, native, besideTemplate } = translated;
  return withTranslated(scope, given, translated, (props) => {
    const plan = use(props, { native, origins });
    annotateFiles(scope, besideTemplate(plan.options.map(toKey)));
    return plan;
  }, furtherProps(translated) as Partial<P>);
}

/** The props that only Elastic Beanstalk has. */
function furtherProps({ settings: { beanstalk } }: TranslatedForBeanstalk): Partial<BeanstalkEnvironmentProps> {
  const { deployment, updateTime } = beanstalk ?? {};
  return { deployment: deployment && BeanstalkDeployment._of(deployment), updateTime };
}

function toKey({ namespace, name: optionName, resource: resourceName }: OptionPlan): OptionKey {
  return { namespace, optionName, resourceName };
}

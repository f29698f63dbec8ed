import { EnvironmentSettings } from '../settings/settings';
import { OptionPlan, optionsIn, refer } from './option';

const VARIABLES = 'aws:elasticbeanstalk:application:environment';

/** The variables of every container. What is missing keeps the value that it had, so what is retired gets an empty one. */
export function variableOptions({ environmentProperties = {}, beanstalk = {} }: EnvironmentSettings): OptionPlan[] {
  const { environmentSecrets = [], retiredEnvironmentProperties = [] } = beanstalk;
  return [
    ...optionsIn(VARIABLES, environmentProperties),
    ...retiredEnvironmentProperties.flatMap((name) => optionsIn(VARIABLES, { [name]: '' })),
    ...environmentSecrets.flatMap((name) => optionsIn(`${VARIABLES}secrets`, { [name]: refer('secret', name) })),
  ];
}

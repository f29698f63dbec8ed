import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { BeanstalkEnvironment } from '../../lib/beanstalk/beanstalk-environment';
import { BeanstalkEnvironmentProps } from '../../lib/beanstalk/environment-props';
import { file, Json, only, WEB } from '../ecs/helpers';

export type Props = Partial<BeanstalkEnvironmentProps>;

/** An environment in a stack of its own. */
export function environment(props: Props = {}): BeanstalkEnvironment {
  const stack = new Stack(new App(), 'Test');
  return new BeanstalkEnvironment(stack, 'Environment', { dockerrun: file([WEB]), ...props });
}

export function templateOf(props: Props = {}): Template {
  return Template.fromStack(Stack.of(environment(props)));
}

/** The value of an option in a template. */
export function optionOf(template: Template, namespace: string, name: string): Json {
  const { OptionSettings: options } = only(template, 'AWS::ElasticBeanstalk::Environment').Properties;
  return options.find((option: Json) => option.Namespace === namespace && option.OptionName === name)?.Value;
}

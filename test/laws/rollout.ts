import { Resource } from '../walker/template';
import { all, BEANSTALK, each, optionOf } from './law';

/** How many tasks and instances serve during a change is written down, and not what a service takes when nothing is. */
export const statesRollouts = all(
  each('AWS::ECS::Service', ({ DeploymentConfiguration: deployment = {} }) => [
    ...missing(deployment, 'MinimumHealthyPercent'), ...missing(deployment, 'MaximumPercent'),
  ]),
  (template) =>
    Object.entries(template.Resources)
      .filter(([, { Type }]) => Type === 'AWS::AutoScaling::AutoScalingGroup')
      .flatMap(([id, group]) => {
        const { AutoScalingRollingUpdate: update = {} } =
          (group as { UpdatePolicy?: Resource['properties'] }).UpdatePolicy ?? {};
        return [...missing(update, 'MinInstancesInService'), ...missing(update, 'MaxBatchSize')].map(
          (fault) => `${id} ${fault}`,
        );
      }),
  each(BEANSTALK, (environment) => [
    ...unset(environment, 'aws:elasticbeanstalk:command', 'DeploymentPolicy'),
    ...unset(environment, 'aws:autoscaling:updatepolicy:rollingupdate', 'RollingUpdateEnabled'),
  ]),
);

function missing(settings: Resource['properties'], key: string): string[] {
  return typeof settings[key] === 'number' ? [] : [`says no ${key}`];
}

function unset(environment: Resource['properties'], namespace: string, name: string): string[] {
  return optionOf(environment, namespace, name) === undefined ? [`says no ${name}`] : [];
}

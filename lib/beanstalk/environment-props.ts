import { EcsEnvironmentProps } from '../ecs/environment-props';
import { BeanstalkDeployment } from './deployment';
import { BeanstalkPlatform } from './platform';

/**
 * Properties of `BeanstalkEnvironment`: those of `EcsEnvironment`, and a few that only Elastic Beanstalk has. What
 * Beanstalk has no option for is refused with the reason.
 */
export interface BeanstalkEnvironmentProps extends EcsEnvironmentProps {
  /**
   * What the instances run.
   *
   * @default BeanstalkPlatform.ecsAl2023()
   */
  readonly platform?: BeanstalkPlatform;

  /**
   * How a new version replaces the old one.
   *
   * @default BeanstalkDeployment.rolling()
   */
  readonly deployment?: BeanstalkDeployment;

  /**
   * When Beanstalk updates the platform each week: a day and a time in UTC.
   *
   * @default "Tue:05:00"
   */
  readonly updateTime?: string;
}

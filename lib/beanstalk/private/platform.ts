import { Stack } from 'aws-cdk-lib/core';
import { IConstruct } from 'constructs';
import { BeanstalkPlan } from '../../core/plan/beanstalk/plan';
import { PLATFORM_MAKERS } from '../../core/settings/beanstalk/platform';
import { isUnresolved } from '../../core/settings/settings';
import { BeanstalkEnvironmentProps } from '../environment-props';
import { BeanstalkPlatform } from '../platform';

/** The ARN of the platform, which the environment can change without being replaced. */
export function platformArnOf(
  scope: IConstruct, { platform }: BeanstalkPlan, { platform: given }: BeanstalkEnvironmentProps,
): string {
  if (given) return given._arn(Stack.of(scope));
  if (!('version' in platform) || isUnresolved(platform.version)) throw new Error('no prop names the platform');
  const { version, branch } = platform;
  return BeanstalkPlatform[PLATFORM_MAKERS[branch]](version)._arn(Stack.of(scope));
}

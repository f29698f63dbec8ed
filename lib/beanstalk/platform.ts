import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import { BRANCHES, platformIn } from '../core/options/platform';
import { PlatformSettings } from '../core/settings/beanstalk/platform';
import { settingOf } from '../shared/settings/tokens';

/**
 * Platform version of an environment.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/platforms/platforms-supported.html
 */
export class BeanstalkPlatform {
  /**
   * Amazon ECS on Amazon Linux 2023. Managed updates move an environment to newer versions, and another version here
   * updates it in place.
   *
   * AWS offers an account the newest version and those that its environments had when they were superseded. `aws
   * elasticbeanstalk list-platform-versions` lists them.
   *
   * @param version such as `4.5.0`
   * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/platforms/platform-history-docker.html
   */
  public static ecsAl2023(version: string): BeanstalkPlatform {
    return new BeanstalkPlatform({ version: settingOf('platform.version', version), branch: 'ecs' }, version);
  }

  /**
   * Docker on Amazon Linux 2023, which runs the `docker-compose.yml` of a source bundle as it is, without a proxy
   * before it: a service publishes the port that requests go to. Its versions are not those of the ECS platform.
   *
   * @param version such as `4.11.0`
   * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/single-container-docker-configuration.html
   */
  public static dockerAl2023(version: string): BeanstalkPlatform {
    return new BeanstalkPlatform({ version: settingOf('platform.version', version), branch: 'docker' }, version);
  }

  /**
   * A platform by its ARN.
   *
   * @param platformArn such as
   * `arn:aws:elasticbeanstalk:eu-west-1::platform/ECS running on 64bit Amazon Linux 2023/4.5.0`
   */
  public static arn(platformArn: string): BeanstalkPlatform {
    const branch = platformIn(platformArn)?.branch;
    return new BeanstalkPlatform({ arn: settingOf('platform.arn', platformArn), branch }, platformArn);
  }

  private constructor(
    /** @internal */ public readonly _settings: PlatformSettings,
    private readonly text: string,
  ) {}

  /** @internal */
  public _arn(stack: Stack): string {
    if (this._settings.arn !== undefined) return this.text;
    return stack.formatArn({
      service: 'elasticbeanstalk', account: '', resource: 'platform',
      resourceName: `${BRANCHES[this._settings.branch ?? 'ecs']}/${this.text}`,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
  }
}

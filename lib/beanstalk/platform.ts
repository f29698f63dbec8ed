/** The newest version that was known when this library was released. */
const VERSION = '4.5.0';

/** What the CDK calls the two ways to name a platform. */
type PlatformName = { readonly solutionStackName: string } | { readonly platformArn: string };

/**
 * What the instances of an environment run.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/platforms/platforms-supported.html
 */
export class BeanstalkPlatform {
  /**
   * Amazon ECS on Amazon Linux 2023. Managed updates move an environment to newer versions by themselves.
   *
   * @param version the version that it starts with, such as `4.5.0`
   */
  public static ecsAl2023(version: string = VERSION): BeanstalkPlatform {
    return BeanstalkPlatform.of(`64bit Amazon Linux 2023 v${version} running ECS`);
  }

  /**
   * A platform by the name of its solution stack.
   *
   * @param solutionStackName such as `64bit Amazon Linux 2023 v4.5.0 running ECS`
   */
  public static of(solutionStackName: string): BeanstalkPlatform {
    return new BeanstalkPlatform({ solutionStackName });
  }

  /**
   * A platform by its ARN.
   *
   * @param platformArn such as
   * `arn:aws:elasticbeanstalk:eu-west-1::platform/ECS running on 64bit Amazon Linux 2023/4.5.0`
   */
  public static arn(platformArn: string): BeanstalkPlatform {
    return new BeanstalkPlatform({ platformArn });
  }

  /** @internal */
  public readonly _name: PlatformName;

  private constructor(name: PlatformName) {
    this._name = name;
  }
}

import { InstancePolicyName } from '../core/settings/instances/instances';

/** Permissions of the instance role. Containers have a role of their own. */
export class InstancePolicy {
  /**
   * Permissions as on Elastic Beanstalk, by the managed policy AWSElasticBeanstalkMulticontainerDocker, and Session
   * Manager by AmazonSSMManagedInstanceCore. AWS keeps both up to date.
   */
  public static beanstalk(): InstancePolicy {
    return new InstancePolicy('beanstalk');
  }

  /**
   * No managed policy: what the agent asks for on this cluster, Session Manager, and pulling the images of the file.
   * The agent writes logs as the execution role.
   */
  public static scoped(): InstancePolicy {
    return new InstancePolicy('scoped');
  }

  /** @internal */
  public readonly _settings: InstancePolicyName;

  private constructor(name: InstancePolicyName) {
    this._settings = name;
  }
}

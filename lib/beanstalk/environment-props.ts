import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { aws_elasticbeanstalk as beanstalk } from 'aws-cdk-lib/interfaces';
import { EcsEnvironmentProps } from '../ecs/environment-props';
import { BeanstalkDeployment } from './deployment';
import { BeanstalkPlatform } from './platform';

/**
 * Properties of `BeanstalkEnvironment`: those of `EcsEnvironment`, and a few that only Elastic Beanstalk has. What
 * Beanstalk has no option for is refused with the reason.
 */
export interface BeanstalkEnvironmentProps extends EcsEnvironmentProps {
  /**
   * The platform of the instances. A change updates the environment in place.
   *
   * @default - the version that option settings name, else one of March 2026, with a warning, as AWS offers it to few
   * accounts
   */
  readonly platform?: BeanstalkPlatform;

  /**
   * Name of the environment, from 4 to 40 letters, digits and hyphens. Another one replaces the environment.
   *
   * @default - CloudFormation makes one
   */
  readonly environmentName?: string;

  /**
   * First part of the address of the environment, as in `<prefix>.<region>.elasticbeanstalk.com`, from 4 to 63 letters,
   * digits and hyphens. It has to be free, and another one replaces the environment. `aws elasticbeanstalk
   * swap-environment-cnames` exchanges the addresses of two environments.
   *
   * @default - CloudFormation makes one
   * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.CNAMESwap.html
   */
  readonly cnamePrefix?: string;

  /**
   * Deployment policy of an environment.
   *
   * @default BeanstalkDeployment.rolling()
   */
  readonly deployment?: BeanstalkDeployment;

  /**
   * Weekly time of managed platform updates: a day and a time in UTC.
   *
   * @default "Tue:05:00"
   */
  readonly updateTime?: string;

  /**
   * The application that the environment and its versions belong to, such as `application` of the web environment that
   * a worker works for.
   *
   * @default - a new one, which keeps the last 100 versions
   */
  readonly application?: beanstalk.IApplicationRef;

  /**
   * Run a single instance, with an address of its own and no load balancer. It is in a public subnet and open on the
   * ports of `listeners`, which are its host ports. Each deployment is an outage.
   *
   * @default false
   */
  readonly singleInstance?: boolean;

  /**
   * A load balancer of yours that other environments use too. Its listeners are named by `listeners`; the environment
   * gets the requests for its own name and those of its rules, which cannot be changed once they are made.
   *
   * @default - Beanstalk makes one for the environment alone
   * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-cfg-alb-shared.html
   */
  readonly sharedLoadBalancer?: elbv2.IApplicationLoadBalancer;

  /**
   * The role of the instances. What the file, the queue and the secrets take is added to it; the policies of Beanstalk,
   * such as `AWSElasticBeanstalkWebTier` and, on the ECS platform, `AWSElasticBeanstalkMulticontainerDocker`, are yours
   * to attach.
   *
   * @default - a new one with the policies of Beanstalk
   */
  readonly instanceRole?: iam.IRole;

  /**
   * The role with which Beanstalk watches and updates the environment. Its policies are yours to attach.
   *
   * @default - a new one with `AWSElasticBeanstalkEnhancedHealth` and
   * `AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy`
   */
  readonly serviceRole?: iam.IRole;

  /**
   * Environment variables of every container that hold secrets, such as
   * `{ DB_PASSWORD: ecs.Secret.fromSecretsManager(secret) }`. The instances may read them; the `executionRoleArn` of
   * the file, which has to be there, must be able to as well. A field of a secret belongs into `secrets` of the file.
   *
   * @default - only the secrets of the file
   */
  readonly environmentSecrets?: { readonly [variable: string]: ecs.Secret };

  /**
   * The topic that gets the events of the environment.
   *
   * @default - Beanstalk makes one for `notificationsEmail`
   */
  readonly notificationsTopic?: sns.ITopic;

  /**
   * The address that gets the events of the environment by mail, once somebody there has agreed.
   *
   * @default - nobody gets mail
   */
  readonly notificationsEmail?: string;

  /**
   * Environment properties that there are no more. Beanstalk keeps what is merely left out, so that those named here
   * are set to an empty text.
   *
   * @default - every variable is still used
   */
  readonly retiredEnvironmentProperties?: string[];

  /**
   * The names of schedules that there are no more. Beanstalk keeps what is merely left out, so that those named here
   * are suspended. It keeps a figure that a schedule no longer says, too: give that schedule another name, and this one
   * here.
   *
   * @default - every schedule is still used
   */
  readonly retiredSchedules?: string[];

  /**
   * The ports of listeners that there are no more, other than 80. Beanstalk keeps what is merely left out, so that
   * those named here are switched off. Rules need no such list.
   *
   * @default - every listener is still used
   */
  readonly retiredListeners?: number[];
}

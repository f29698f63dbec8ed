import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sm from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { defined } from '../../core/translation/defined';
import { GivenProps } from '../../core/translation/given';
import { OptionReferences } from '../../core/translation/references';
import { givenProps, TargetProps } from '../../shared/options';
import { BeanstalkEnvironmentProps } from '../environment-props';
import { beanstalkSettings } from './settings';

/** How this target reads props. */
export const BEANSTALK: TargetProps<BeanstalkEnvironmentProps> = {
  target: 'beanstalk', given: beanstalkGiven, settingsOf: beanstalkSettings, imports: importBeanstalk,
};

/** What the consumer of a worker is told, the daemon of Beanstalk is told by options. */
function beanstalkGiven(given: BeanstalkEnvironmentProps): GivenProps {
  const { worker, ...props } = givenProps(given);
  const consumer = Object.keys(defined(given.worker?.consumer._settings ?? {}) ?? {});
  return { ...props, secrets: Object.keys(given.environmentSecrets ?? {}), worker: worker && [...worker, ...consumer] };
}

/** What only Elastic Beanstalk has. Secrets go together with those that are given, name by name. */
function importBeanstalk(
  scope: Construct,
  { notificationsTopicArn: topic, serviceRole: role, environmentSecretArns: secrets = {} }: OptionReferences,
  given: BeanstalkEnvironmentProps,
): Partial<BeanstalkEnvironmentProps> {
  const open = Object.entries(secrets).filter(([name]) => given.environmentSecrets?.[name] === undefined);
  const imported = Object.fromEntries(open.map(([name, arn]) => [name, importSecret(scope, name, arn)]));
  return {
    notificationsTopic:
      topic === undefined || given.notificationsTopic
        ? undefined
        : sns.Topic.fromTopicArn(scope, 'Notifications', topic),
    serviceRole: role === undefined || given.serviceRole ? undefined : importRole(scope, role),
    environmentSecrets: defined({ ...imported, ...given.environmentSecrets }),
  };
}

function importRole(scope: Construct, role: string): iam.IRole {
  return role.startsWith('arn:')
    ? iam.Role.fromRoleArn(scope, 'ServiceRole', role)
    : iam.Role.fromRoleName(scope, 'ServiceRole', role);
}

function importSecret(scope: Construct, name: string, arn: string): ecs.Secret {
  const id = `Secret${name}`;
  if (/^arn:[\w-]+:ssm:/.test(arn)) {
    return ecs.Secret.fromSsmParameter(ssm.StringParameter.fromStringParameterArn(scope, id, arn));
  }
  const isComplete = /-\w{6}$/.test(arn);
  return ecs.Secret.fromSecretsManager(
    isComplete ? sm.Secret.fromSecretCompleteArn(scope, id, arn) : sm.Secret.fromSecretPartialArn(scope, id, arn),
  );
}

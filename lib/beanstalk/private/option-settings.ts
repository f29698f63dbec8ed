import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sm from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { WrittenPlan, OptionPlan } from '../../core/beanstalk';
import { OptionKey } from '../../core/options/setting';
import { NativeOption } from '../../core/settings/beanstalk';
import { known } from '../../core/settings/settings';
import { TranslatedForBeanstalk } from '../../core/translate-options';
import { defined } from '../../core/translation/defined';
import { GivenProps } from '../../core/translation/given';
import { Origins } from '../../core/translation/origins';
import { annotateFiles, givenProps, Used, withTranslated } from '../../ecs/private/options';
import { OptionSettings } from '../../option-settings';
import { BeanstalkDeployment } from '../deployment';
import { BeanstalkEnvironmentProps } from '../environment-props';

/** What option settings say beside props. */
export interface BeanstalkOptions {
  readonly native: readonly NativeOption[];
  readonly origins: Origins;
}

/** Passes on the props with what option settings say beside them, those of the bundle among them. */
export function withBeanstalkOptions<P extends BeanstalkEnvironmentProps>(
  scope: Construct, given: P, use: (props: P, options: BeanstalkOptions) => WrittenPlan,
): Used<P, WrittenPlan> {
  const translated = OptionSettings._with(given.optionSettings, given.sourceBundle)?._translateForBeanstalk(beanstalkGiven(given));
  if (!translated) return { props: given, made: use(given, { native: [], origins: Origins.NONE }) };
  const { origins, native, besideTemplate } = translated;
  const further = (imports: Construct) => furtherProps(imports, translated, given) as Partial<P>;
  return withTranslated(scope, given, translated, (props) => {
    const plan = use(props, { native, origins });
    annotateFiles(scope, besideTemplate(plan.options.map(toKey)));
    return plan;
  }, further);
}

/** What the consumer of a worker is told, the daemon of Beanstalk is told by options. */
function beanstalkGiven(given: BeanstalkEnvironmentProps): GivenProps {
  const { worker, ...props } = givenProps(given);
  const consumer = Object.keys(defined(given.worker?.consumer._settings ?? {}) ?? {});
  const daemon = consumer.map((name) => name.replace(/Seconds$/, ''));
  return { ...props, secrets: Object.keys(given.environmentSecrets ?? {}), worker: worker && [...worker, ...daemon] };
}

/** The props that only Elastic Beanstalk has. Secrets go together with those that are given, name by name. */
function furtherProps(
  scope: Construct, { settings, references }: TranslatedForBeanstalk, given: BeanstalkEnvironmentProps,
): Partial<BeanstalkEnvironmentProps> {
  const { deployment, updateTime, singleInstance, notificationsEmail } = settings.beanstalk ?? {};
  const { notificationsTopicArn: topic, serviceRole: role, environmentSecretArns: secrets = {} } = references;
  const open = Object.entries(secrets).filter(([name]) => given.environmentSecrets?.[name] === undefined);
  const imported = Object.fromEntries(open.map(([name, arn]) => [name, importSecret(scope, name, arn)]));
  return {
    deployment: given.deployment ?? (deployment && BeanstalkDeployment._of(deployment)),
    updateTime: given.updateTime ?? updateTime,
    singleInstance: given.singleInstance ?? singleInstance,
    notificationsEmail: given.notificationsEmail ?? known(notificationsEmail),
    logRetention: given.logRetention ?? settings.logRetentionDays,
    notificationsTopic: topic === undefined || given.notificationsTopic ? undefined : sns.Topic.fromTopicArn(scope, 'Notifications', topic),
    serviceRole: given.serviceRole ?? (role === undefined ? undefined : importRole(scope, role)),
    environmentSecrets: defined({ ...imported, ...given.environmentSecrets }),
  };
}

function importRole(scope: Construct, role: string): iam.IRole {
  return role.startsWith('arn:') ? iam.Role.fromRoleArn(scope, 'ServiceRole', role) : iam.Role.fromRoleName(scope, 'ServiceRole', role);
}

function importSecret(scope: Construct, name: string, arn: string): ecs.Secret {
  const id = `Secret${name}`;
  if (/^arn:[\w-]+:ssm:/.test(arn)) return ecs.Secret.fromSsmParameter(ssm.StringParameter.fromStringParameterArn(scope, id, arn));
  const isComplete = /-\w{6}$/.test(arn);
  return ecs.Secret.fromSecretsManager(isComplete ? sm.Secret.fromSecretCompleteArn(scope, id, arn) : sm.Secret.fromSecretPartialArn(scope, id, arn));
}

function toKey({ namespace, name: optionName, resource: resourceName }: OptionPlan): OptionKey {
  return { namespace, optionName, resourceName };
}

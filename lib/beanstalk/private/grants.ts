import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct, IDependable } from 'constructs';
import { BeanstalkPlan } from '../../core/plan/beanstalk/plan';
import { resolveSetting } from '../../shared/settings/tokens';
import { letRequestLogsIn } from '../../shared/traffic/request-logs';
import { BeanstalkEnvironmentProps } from '../environment-props';

interface Grantees {
  readonly instanceRole: iam.IRole;
  readonly serviceRole: iam.IRole;
  readonly queue?: sqs.IQueue;
}

/**
 * What the roles need beyond their policies, and the load balancer of its bucket; tells what has to be there before the
 * environment.
 */
export function grantAll(
  scope: Construct, plan: BeanstalkPlan, props: BeanstalkEnvironmentProps, grantees: Grantees,
): IDependable[] {
  const { instanceRole, serviceRole, queue } = grantees;
  queue?.grantConsumeMessages(instanceRole);
  queue?.grantSendMessages(instanceRole);
  for (const secret of Object.values(props.environmentSecrets ?? {})) secret.grantRead(instanceRole);
  props.notificationsTopic?.grantPublish(serviceRole);
  const { accessLogs } = plan;
  if (!accessLogs?.grants) return [];
  const prefix = resolveSetting(accessLogs.prefix, { accessLogsPrefix: props.accessLogsPrefix });
  const policy = letRequestLogsIn(scope, props.accessLogsBucket!, prefix);
  return policy ? [policy] : [];
}

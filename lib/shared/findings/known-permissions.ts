import * as iam from 'aws-cdk-lib/aws-iam';
import { table } from '../../core/finding/table';
import { acknowledge, Intrinsic } from './acknowledge';

/** Why roles have policies of AWS, by their names. */
const MANAGED_POLICIES = table<string | undefined>({
  'AWSElasticBeanstalkMulticontainerDocker':
    'The policy that Elastic Beanstalk gives to the instances of this platform.',
  'AWSElasticBeanstalkWebTier':
    'The policy that Elastic Beanstalk gives to the instances of web environments: logs, health and the bundle.',
  'AWSElasticBeanstalkWorkerTier':
    'The policy that Elastic Beanstalk gives to the instances of worker environments, which it asks for on this '
    + 'platform.',
  'service-role/AWSElasticBeanstalkEnhancedHealth':
    'The policy with which Elastic Beanstalk reads the health of the instances.',
  'AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy':
    'The policy with which Elastic Beanstalk updates the platform. AWS extends it, so that a copy would break updates.',
  'AmazonECSInfrastructureRolePolicyForLoadBalancers':
    'The policy with which Amazon ECS moves requests between target groups. AWS extends it, so that a copy would '
    + 'break deployments.',
  'AmazonSSMManagedInstanceCore': 'Session Manager, so that no instance needs a key pair or an open port for SSH.',
});

const SUBMIT = 'Three actions by which the agent reports what it did, on this cluster alone. The CDK grants them.';
const STREAMS = 'The streams of one log group, which the file names.';

/** What may be allowed on every resource, and why. */
export interface Allowance {
  readonly actions: readonly string[];
  readonly reason: string;
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: string | Intrinsic | (string | Intrinsic)[];
  readonly Condition?: { readonly ArnEquals?: Readonly<Record<string, unknown>> };
}

export function acknowledgeManagedPolicies(role: iam.IRole): void {
  const resource = role.node.defaultChild;
  if (!(resource instanceof iam.CfnRole)) return;
  const arns: (string | Intrinsic)[] = resource.stack.resolve(resource.managedPolicyArns) ?? [];
  for (const arn of arns.map(show)) {
    const reason = MANAGED_POLICIES[arn.slice(arn.indexOf('/') + 1)];
    if (reason) acknowledge(resource, `IAM4[Policy::${arn}]`, reason);
  }
}

/** A policy with more on every resource than it needs is left to be found. */
export function acknowledgeWildcards(role: iam.IRole, allowance: Allowance): void {
  for (const policy of role.node.findAll().filter((child) => child instanceof iam.CfnPolicy)) {
    const statements: Statement[] = policy.stack.resolve(policy.policyDocument).Statement;
    const open = statements.filter((statement) => statement.Effect === 'Allow' && resourcesOf(statement).includes('*'));
    if (open.length > 0 && open.every((statement) => isBound(statement, allowance))) {
      acknowledge(policy, 'IAM5[Resource::*]', allowance.reason);
    }
    for (const group of statements.flatMap(resourcesOf).filter(isLogGroup)) {
      acknowledge(policy, `IAM5[Resource::${group}]`, STREAMS);
    }
    if (statements.some((statement) => actionsOf(statement).includes('ecs:Submit*'))) {
      acknowledge(policy, 'IAM5[Action::ecs:Submit*]', SUBMIT);
    }
  }
}

function isBound(statement: Statement, { actions }: Allowance): boolean {
  return (
    statement.Condition?.ArnEquals?.['ecs:cluster'] !== undefined
    || actionsOf(statement).every((action) => actions.includes(action))
  );
}

function isLogGroup(resource: string): boolean {
  return /:log-group:[^*]+:\*$/.test(resource);
}

function actionsOf({ Action }: Statement): string[] {
  return [Action].flat();
}

function resourcesOf({ Resource }: Statement): string[] {
  return [Resource].flat().map(show);
}

/** An ARN as cdk-nag shows it: references in angle brackets. */
function show(arn: string | Intrinsic): string {
  if (typeof arn === 'string') return arn;
  const { 'Ref': reference, 'Fn::Join': join } = arn;
  return join ? join[1].map(show).join(join[0]) : `<${reference}>`;
}

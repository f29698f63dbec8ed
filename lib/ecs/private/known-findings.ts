import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IAspect, Validations } from 'aws-cdk-lib/core';
import { IConstruct } from 'constructs';
import { DockerrunCluster } from '../cluster';
import { DockerrunTaskDefinition } from '../task-definition';

/** Why the instances have policies of AWS, by their names. */
const MANAGED_POLICIES: Readonly<Record<string, string | undefined>> = {
  AWSElasticBeanstalkMulticontainerDocker: 'The policy that Elastic Beanstalk gives to the instances of this platform.',
  AmazonSSMManagedInstanceCore: 'Session Manager, so that no instance needs a key pair or an open port for SSH.',
};

const SUBMIT = 'Three actions by which the agent reports what it did, on this cluster alone. The CDK grants them.';
const REGION = 'The only variable is AWS_REGION, which is no secret: containers cannot ask the metadata service for it.';

/** What may be allowed on every resource, and why. */
interface Allowance {
  readonly actions: readonly string[];
  readonly reason: string;
}

const TASK_STARTER: Allowance = {
  actions: ['ecr:GetAuthorizationToken'],
  reason: 'The token with which private images are pulled knows no resources. The images themselves are named one by one.',
};

const INSTANCE: Allowance = {
  actions: ['ecr:GetAuthorizationToken', 'ecs:DiscoverPollEndpoint', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  reason: 'Actions that know no resources or that a condition keeps to this cluster, and log events, for which the CDK names no group.',
};

const STREAMS = 'The streams of one log group, which the file names.';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: string | object | readonly object[];
  readonly Condition?: { readonly ArnEquals?: Readonly<Record<string, unknown>> };
}

interface Intrinsic {
  readonly 'Ref'?: string;
  readonly 'Fn::Join'?: readonly [string, readonly unknown[]];
}

interface Container {
  readonly environment?: readonly { readonly name: string }[];
}

/** Acknowledges at the end of the synthesis, when everything is known that was granted. */
export class KnownFindingsAspect implements IAspect {
  public visit(node: IConstruct): void {
    if (node instanceof DockerrunCluster) {
      acknowledgeManagedPolicies(node.instanceRole);
      acknowledgeWildcards(node.instanceRole, INSTANCE);
    } else if (node instanceof DockerrunTaskDefinition) {
      if (node.executionRole) acknowledgeWildcards(node.executionRole, TASK_STARTER);
      const resource = node.node.defaultChild as ecs.CfnTaskDefinition;
      if (hasNoVariableButRegion(resource)) acknowledge(resource, 'ECS2', REGION);
    }
  }
}

function acknowledgeManagedPolicies(role: iam.IRole): void {
  const resource = role.node.defaultChild;
  if (!(resource instanceof iam.CfnRole)) return;
  const arns: unknown[] = resource.stack.resolve(resource.managedPolicyArns) ?? [];
  for (const arn of arns.map(show)) {
    const reason = MANAGED_POLICIES[arn.slice(arn.indexOf('/') + 1)];
    if (reason) acknowledge(resource, `IAM4[Policy::${arn}]`, reason);
  }
}

/** A resource as cdk-nag shows it, as far as it concerns an ARN: a reference in angle brackets. */
function show(arn: unknown): string {
  if (typeof arn === 'string') return arn;
  const { 'Ref': reference, 'Fn::Join': join } = arn as Intrinsic;
  return join ? join[1].map(show).join(join[0]) : `<${reference}>`;
}

/** A policy with more on every resource than it needs is left to be found. */
function acknowledgeWildcards(role: iam.IRole, allowance: Allowance): void {
  for (const policy of role.node.findAll().filter((child) => child instanceof iam.CfnPolicy)) {
    const statements: Statement[] = policy.stack.resolve(policy.policyDocument).Statement;
    const open = statements.filter(({ Effect, Resource }) => Effect === 'Allow' && resourcesOf({ Resource }).includes('*'));
    if (open.length > 0 && open.every((statement) => isBound(statement, allowance))) acknowledge(policy, 'IAM5[Resource::*]', allowance.reason);
    for (const group of statements.flatMap(resourcesOf).filter(isLogGroup)) acknowledge(policy, `IAM5[Resource::${group}]`, STREAMS);
    if (statements.some((statement) => actionsOf(statement).includes('ecs:Submit*'))) acknowledge(policy, 'IAM5[Action::ecs:Submit*]', SUBMIT);
  }
}

function isBound(statement: Statement, { actions }: Allowance): boolean {
  return statement.Condition?.ArnEquals?.['ecs:cluster'] !== undefined || actionsOf(statement).every((action) => actions.includes(action));
}

function actionsOf({ Action }: Statement): string[] {
  return [Action].flat();
}

function resourcesOf({ Resource }: Pick<Statement, 'Resource'>): string[] {
  return [Resource].flat().map(show);
}

function isLogGroup(resource: string): boolean {
  return /:log-group:[^*]+:\*$/.test(resource);
}

function hasNoVariableButRegion({ containerDefinitions, stack }: ecs.CfnTaskDefinition): boolean {
  const containers: Container[] = stack.resolve(containerDefinitions);
  const names = containers.flatMap(({ environment = [] }) => environment.map(({ name }) => name));
  return names.length > 0 && names.every((name) => name === 'AWS_REGION');
}

function acknowledge(node: IConstruct, finding: string, reason: string): void {
  Validations.of(node).acknowledge({ id: `AwsSolutions::AwsSolutions-${finding}`, reason });
}

import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { IAspect, Stack, Token, Validations } from 'aws-cdk-lib/core';
import { IConstruct } from 'constructs';
import { DockerrunCluster } from '../cluster';
import { DockerrunTaskDefinition } from '../task-definition';

/** Why the instances have policies of AWS, by their names. */
const MANAGED_POLICIES = {
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

interface Statement {
  readonly Action: string | string[];
  readonly Resource: string | object;
  readonly Condition?: { readonly ArnEquals?: Readonly<Record<string, unknown>> };
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
  const { partition } = Stack.of(role);
  const shown = Token.isUnresolved(partition) ? '<AWS::Partition>' : partition;
  for (const [name, reason] of Object.entries(MANAGED_POLICIES)) {
    acknowledge(role.node.defaultChild!, `IAM4[Policy::arn:${shown}:iam::aws:policy/${name}]`, reason);
  }
}

/** A policy with more on every resource than it needs is left to be found. */
function acknowledgeWildcards(role: iam.IRole, allowance: Allowance): void {
  for (const policy of role.node.findAll().filter((child) => child instanceof iam.CfnPolicy)) {
    const statements: Statement[] = Stack.of(policy).resolve(policy.policyDocument).Statement;
    const open = statements.filter(({ Resource }) => Resource === '*');
    if (open.length > 0 && open.every((statement) => isBound(statement, allowance))) acknowledge(policy, 'IAM5[Resource::*]', allowance.reason);
    if (statements.some((statement) => actionsOf(statement).includes('ecs:Submit*'))) acknowledge(policy, 'IAM5[Action::ecs:Submit*]', SUBMIT);
  }
}

function isBound(statement: Statement, { actions }: Allowance): boolean {
  return statement.Condition?.ArnEquals?.['ecs:cluster'] !== undefined || actionsOf(statement).every((action) => actions.includes(action));
}

function actionsOf({ Action }: Statement): string[] {
  return [Action].flat();
}

function hasNoVariableButRegion({ containerDefinitions, stack }: ecs.CfnTaskDefinition): boolean {
  const containers: Container[] = stack.resolve(containerDefinitions);
  const names = containers.flatMap(({ environment = [] }) => environment.map(({ name }) => name));
  return names.length > 0 && names.every((name) => name === 'AWS_REGION');
}

function acknowledge(node: IConstruct, finding: string, reason: string): void {
  Validations.of(node).acknowledge({ id: `AwsSolutions::AwsSolutions-${finding}`, reason });
}

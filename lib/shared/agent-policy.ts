import * as iam from 'aws-cdk-lib/aws-iam';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import { TaskPlan } from '../core/plan/ecs/plan';
import { AgentGrant, EcrRepository } from '../core/spec/grants';
import { literalObjectArn } from './policy-text';

/**
 * What the agent may do on behalf of a task, and nothing else: pull its images, read its secrets and files, write its
 * logs.
 */
export function agentStatements(
  stack: Stack, { pulls, grants }: Pick<TaskPlan, 'pulls' | 'grants'>,
): iam.PolicyStatement[] {
  return [...pullStatements(stack, pulls), ...grants.flatMap((grant) => grantStatements(stack, grant))];
}

/** Pulling from exactly these repositories; the token for it knows no resources. */
export function pullStatements(stack: Stack, repositories: readonly EcrRepository[]): iam.PolicyStatement[] {
  if (repositories.length === 0) return [];
  const arns = repositories.map(({ account, region, repository }) =>
    stack.formatArn({ service: 'ecr', account, region, resource: 'repository', resourceName: repository }));
  return [
    new iam.PolicyStatement({ actions: ['ecr:GetAuthorizationToken'], resources: ['*'] }),
    new iam.PolicyStatement({
      actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], resources: arns,
    }),
  ];
}

function grantStatements(stack: Stack, { kind, id, region }: AgentGrant): iam.PolicyStatement[] {
  switch (kind) {
    case 'secret':
      return [
        new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secretArn(stack, id)] }),
      ];
    case 'parameter':
      return [new iam.PolicyStatement({ actions: ['ssm:GetParameters'], resources: [parameterArn(stack, id)] })];
    case 'log-group':
      return [
        new iam.PolicyStatement({
          actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [
            stack.formatArn({
              service: 'logs',
              region: region || stack.region,
              resource: 'log-group',
              resourceName: `${id}:*`,
              arnFormat: ArnFormat.COLON_RESOURCE_NAME,
            }),
          ],
        }),
      ];
    case 'object':
      return [
        new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [literalObjectArn(id)] }),
        new iam.PolicyStatement({ actions: ['s3:GetBucketLocation'], resources: [id.split('/')[0]] }),
      ];
  }
}

/** A secret that is named without its ARN gets six characters behind its name from Secrets Manager. */
function secretArn(stack: Stack, id: string): string {
  return isArn(id)
    ? id
    : stack.formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      resourceName: `${id}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
}

function parameterArn(stack: Stack, id: string): string {
  return isArn(id)
    ? id
    : stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: id.replace(/^\//, '') });
}

function isArn(id: string): boolean {
  return id.startsWith('arn:');
}

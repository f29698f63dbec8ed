import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { CfnElement, Stack, Token } from 'aws-cdk-lib/core';
import { IConstruct } from 'constructs';

/** The physical names that an account has once in a region. */
interface Names {
  readonly loadBalancer?: string;
  readonly targetGroups: readonly (string | undefined)[];
}

/** Refuses a name that another resource of the app has in the same account and region; CloudFormation would notice only at deployment. */
export function checkNames(scope: IConstruct, { loadBalancer, targetGroups }: Names): void {
  const wanted = [loadBalancer, ...targetGroups].filter((name) => name !== undefined && name !== '' && !Token.isUnresolved(name));
  if (wanted.length === 0) return;
  const { environment } = Stack.of(scope);
  for (const other of scope.node.root.node.findAll()) {
    if (!CfnElement.isCfnElement(other) || other.stack.environment !== environment) continue;
    if (other instanceof elbv2.CfnLoadBalancer && other.name === loadBalancer) refuse('loadBalancerName', loadBalancer, other);
    if (other instanceof elbv2.CfnTargetGroup && targetGroups.includes(other.name)) refuse('targetGroupName', other.name, other);
  }
}

function refuse(prop: string, name: string | undefined, other: IConstruct): void {
  if (name === undefined) return;
  throw new Error(`\`${prop}\` must be used once in an account and region, got "${name}", which ${other.node.path} has already; give another name, or none`);
}

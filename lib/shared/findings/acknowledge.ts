import * as core from 'aws-cdk-lib/core';
import { IConstruct } from 'constructs';

/** A value that CloudFormation puts in, as it stands in a template. */
export interface Intrinsic {
  readonly 'Ref'?: string;
  readonly 'Fn::Join'?: readonly [string, readonly (string | Intrinsic)[]];
  readonly 'Fn::GetAtt'?: readonly [string, string];
}

/** The part of the CDK that its oldest supported version lacks. */
interface Reports {
  readonly Validations?: {
    of(resource: IConstruct): { acknowledge(finding: { readonly id: string; readonly reason: string }): void };
  };
}

/** Where cdk-nag looks for what is acknowledged in versions of the CDK that have no place for it. */
const METADATA = 'cdk_nag';

/**
 * Acknowledges one finding of AwsSolutions. With the name of the pack before it, it stays in the report as suppressed.
 */
export function acknowledge(resource: IConstruct, finding: string, reason: string): void {
  const { Validations } = core as unknown as Reports;
  if (Validations) Validations.of(resource).acknowledge({ id: `AwsSolutions::AwsSolutions-${finding}`, reason });
  else suppress(resource, finding, reason);
}

/** The same for cdk-nag 2, whose rules have details apart from their name. */
function suppress(resource: IConstruct, finding: string, reason: string): void {
  const [, rule, detail] = /^(\w+)(?:\[(.*)\])?$/.exec(finding)!;
  const suppression = { id: `AwsSolutions-${rule}`, reason, ...detail !== undefined && { applies_to: [detail] } };
  for (const made of cfnResourcesOf(resource)) {
    const { rules_to_suppress: others = [] } = (made.getMetadata(METADATA) ?? {}) as { rules_to_suppress?: object[] };
    made.addMetadata(METADATA, { rules_to_suppress: [...others, suppression] });
  }
}

function cfnResourcesOf(resource: IConstruct): core.CfnResource[] {
  const { defaultChild = resource } = resource.node;
  return [...new Set([resource, defaultChild])].filter((made) => core.CfnResource.isCfnResource(made));
}

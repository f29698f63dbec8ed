import { Validations } from 'aws-cdk-lib/core';
import { IConstruct } from 'constructs';

/** A value that CloudFormation puts in, as it stands in a template. */
export interface Intrinsic {
  readonly 'Ref'?: string;
  readonly 'Fn::Join'?: readonly [string, readonly (string | Intrinsic)[]];
  readonly 'Fn::GetAtt'?: readonly [string, string];
}

/**
 * Acknowledges one finding of AwsSolutions. With the name of the pack before it, it stays in the report as suppressed.
 */
export function acknowledge(resource: IConstruct, finding: string, reason: string): void {
  Validations.of(resource).acknowledge({ id: `AwsSolutions::AwsSolutions-${finding}`, reason });
}

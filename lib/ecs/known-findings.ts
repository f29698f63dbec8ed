import { AspectPriority, Aspects } from 'aws-cdk-lib/core';
import { IConstruct } from 'constructs';
import { KnownFindingsAspect } from '../shared/findings/known-findings';

/**
 * cdk-nag findings that cannot be fixed through props.
 *
 * @see https://github.com/cdklabs/cdk-nag
 */
export class KnownFindings {
  /**
   * Acknowledges these findings of the rule pack AwsSolutions below a scope: one by one, at their resources, each with
   * its reason, by which they stay in the validation report as suppressed. What you grant yourself is still found, and
   * so is everything that a prop decides.
   *
   * @param scope an app, a stack, or a construct of this library
   */
  public static acknowledge(scope: IConstruct): void {
    Aspects.of(scope).add(new KnownFindingsAspect(), { priority: AspectPriority.READONLY });
  }

  private constructor() {}
}

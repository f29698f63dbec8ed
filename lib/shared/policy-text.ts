import { Token } from 'aws-cdk-lib/core';

/**
 * Text that stands for itself in the resource of a policy. A key of Amazon S3 may hold what a policy takes for a
 * wildcard or for a variable.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars
 */
export function literalInPolicy(text: string): string {
  return Token.isUnresolved(text) ? text : text.replace(/[*?$]/g, (character) => `\${${character}}`);
}

/** The ARN of an object whose key stands for itself. */
export function literalObjectArn(arn: string): string {
  const slash = arn.indexOf('/');
  return arn.slice(0, slash + 1) + literalInPolicy(arn.slice(slash + 1));
}

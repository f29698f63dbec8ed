import { CfnEnvironment } from 'aws-cdk-lib/aws-elasticbeanstalk';
import { Token } from 'aws-cdk-lib/core';
import { isReference, OptionPlan, Reference } from '../../core/beanstalk';
import { isUnresolved } from '../../core/settings/settings';

/**
 * What the plan refers to: by the names of references, with the port of the listener behind `certificate` and the
 * variable behind `secret`, and by the names of props.
 */
export interface OptionBindings {
  readonly references: Readonly<Record<string, string | undefined>>;
  readonly tokens: Readonly<Record<string, string | number | undefined>>;
}

/** The option settings as CloudFormation takes them. */
export function toOptionSettings(
  options: readonly OptionPlan[], bindings: OptionBindings,
): CfnEnvironment.OptionSettingProperty[] {
  return options.map(({ namespace, name, resource, value }) => ({
    namespace,
    optionName: name,
    resourceName: resource === '' ? undefined : resource,
    value: value.map((part) => Token.asString(valueOf(part, bindings))).join(','),
  }));
}

function valueOf(part: OptionPlan['value'][number], { references, tokens }: OptionBindings): string | number {
  if (typeof part !== 'object') return String(part);
  const found = isReference(part) ? references[keyOf(part)] : isUnresolved(part) ? tokens[part.unresolved] : undefined;
  if (found === undefined) throw new Error(`the plan refers to ${JSON.stringify(part)}, which nobody knows`);
  return found;
}

function keyOf({ reference, of }: Reference): string {
  return `${reference}${of}`;
}

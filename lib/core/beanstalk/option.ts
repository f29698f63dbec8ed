import { Setting } from '../settings/setting';

/** Something of the stack that only the construct knows the name of. */
export interface Reference {
  readonly reference: ReferenceName;
  /**
   * What tells it from others of its kind: the port of the listener that a certificate is for, or the variable that
   * holds a secret.
   */
  readonly of: string;
}

export type ReferenceName =
  | 'vpc'
  | 'instance-subnets'
  | 'load-balancer-subnets'
  | 'instance-security-groups'
  | 'load-balancer-security-group'
  | 'instance-profile'
  | 'service-role'
  | 'key-pair'
  | 'certificate'
  | 'secret'
  | 'queue'
  | 'access-logs-bucket'
  | 'notifications-topic'
  | 'shared-load-balancer'
  | 'shared-load-balancer-security-groups';

/** What a value consists of; several parts are joined by commas. */
export type OptionValue = readonly (Setting<string | number> | Reference)[];

/** One option setting of the environment. */
export interface OptionPlan {
  readonly namespace: string;
  readonly name: string;
  /** What it is about, such as a scheduled action; empty for the environment itself. */
  readonly resource: string;
  readonly value: OptionValue;
}

/** What may be written as the value of an option. */
export type Written = string | number | boolean | Setting<string | number> | Reference | OptionValue;

/** The options of one namespace, in the order in which they are written. */
export function optionsIn(namespace: string, values: Readonly<Record<string, Written>>, resource = ''): OptionPlan[] {
  return Object.entries(values).map(([name, value]) => ({ namespace, name, resource, value: valueOf(value) }));
}

export function refer(reference: ReferenceName, of: string | number = ''): Reference {
  return { reference, of: String(of) };
}

export function isReference(part: OptionValue[number]): part is Reference {
  return typeof part === 'object' && 'reference' in part;
}

function valueOf(value: Written): OptionValue {
  if (isList(value)) return value;
  return [typeof value === 'object' ? value : String(value)];
}

function isList(value: Written): value is OptionValue {
  return Array.isArray(value);
}

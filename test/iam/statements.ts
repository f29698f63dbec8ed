import { TemplateJson } from '../walker/template';
import { Resolver } from './resolve';

/** A statement of a policy, with everything in it as text. */
export interface Statement {
  /** The logical id of what it is part of, and its place there. */
  readonly place: string;
  readonly actions: readonly string[];
  /** None in a trust policy, which is about the role that it belongs to. */
  readonly resources: readonly string[];
  readonly conditionKeys: readonly string[];
  /** Whether it names what it is not about, which nobody needs here. */
  readonly isNegative: boolean;
}

/**
 * Every statement of a template beside the others of its app, wherever it stands: policies of roles, of resources, and
 * of who may assume a role.
 */
export function statementsIn(template: TemplateJson, all: readonly TemplateJson[] = [template]): Statement[] {
  const resolver = new Resolver(template, all);
  return Object.entries(template.Resources).flatMap(([id, { Properties }]) =>
    documentsIn(Properties, id).flatMap(([place, statements]) =>
      statements.map((statement, index) => toStatement(statement, `${place}[${index}]`, resolver)),
    ),
  );
}

/** The ARNs of the managed policies that roles have. */
export function managedPoliciesIn(template: TemplateJson): string[] {
  const resolver = new Resolver(template, [template]);
  const named = Object.values(template.Resources).flatMap(({ Properties = {} }) => Properties.ManagedPolicyArns ?? []);
  return named.map((arn) => resolver.text(arn));
}

function documentsIn(value: any, place: string): [string, any[]][] {
  if (typeof value !== 'object' || value === null) return [];
  if (value.Version && value.Statement) return [[place, [value.Statement].flat()]];
  return Object.entries(value).flatMap(([key, inner]) => documentsIn(inner, `${place}.${key}`));
}

function toStatement(json: any, place: string, resolver: Resolver): Statement {
  const texts = (value: any) => [value ?? []].flat().map((item: any) => resolver.text(item));
  return {
    place,
    actions: texts(json.Action),
    resources: texts(json.Resource),
    conditionKeys: Object.values<any>(json.Condition ?? {}).flatMap((keys) => Object.keys(keys)),
    isNegative: 'NotAction' in json || 'NotResource' in json,
  };
}

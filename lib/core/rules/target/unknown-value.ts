import { Severity } from '../../finding/finding';
import { TargetRule } from './target-rule';

export const unknownValue: TargetRule = {
  code: 'DR4190',
  name: 'unknown-value',
  severity: Severity.ERROR,
  summary: 'Values that decide on the resources of the stack are known when the app is synthesized.',
  reason: 'A token has no value before the deployment, and the template with its resources is written before.',
  link: 'https://docs.aws.amazon.com/cdk/v2/guide/tokens.html',
  fields: [],
  concerns: 'settings',
  check(spec, { facts: { unknown = [] } = {} }, { at, report }) {
    for (const { prop, isKey = false } of unknown) {
      const what = isKey ? `Each key of ${prop}` : prop;
      report(
        at(spec), `${what} must be known when the app is synthesized, got a token.`,
        isKey ? 'Write the key itself.' : 'Give the value itself.', [prop],
      );
    }
  },
};

/** Whether a finding may be due to the absence of such a value: it is about what the prop belongs to. */
export function mayBeDueTo(unknown: readonly { readonly prop: string }[], props: readonly string[]): boolean {
  return unknown.some(({ prop }) => {
    const outer = /^(.+)[.[]/.exec(prop)?.[1] ?? prop;
    return props.some((one) => isWithin(one, outer) || isWithin(outer, one));
  });
}

function isWithin(path: string, prop: string): boolean {
  return path === prop || path.startsWith(`${prop}.`) || path.startsWith(`${prop}[`);
}

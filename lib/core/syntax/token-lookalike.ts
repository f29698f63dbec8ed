import { Severity } from '../finding/finding';
import { Report, Rule } from '../finding/rule';
import { JsonNode, show } from './json-tree';

export const tokenLookalike: Rule = {
  code: 'DR0080',
  name: 'token-lookalike',
  severity: Severity.ERROR,
  summary: 'No text in a file looks like a token of the AWS CDK.',
  reason: 'The CDK puts the value of one of its own tokens in its place, or fails without saying where it stands.',
  link: 'https://docs.aws.amazon.com/cdk/v2/guide/tokens.html',
  fields: [],
};

/** How the CDK marks a text and a list. */
const MARK = /[$#]\{Token\[[^\]]*\]\}/;

/** Reports each text that the CDK would take for one of its own. A text that an app puts in may be one. */
export function reportLookalikes(node: JsonNode, report: Report): void {
  if (node.kind === 'string' && MARK.test(node.value)) {
    report(
      tokenLookalike, node, `must not look like a token of the CDK, got ${show(node)}.`,
      'Write it another way; a value that the app knows goes in as a substitution, as in ${NAME}.',
    );
  }
  if (node.kind === 'array') for (const item of node.items) reportLookalikes(item, report);
  if (node.kind !== 'object') return;
  for (const { key, place, value } of node.members) {
    if (MARK.test(key)) reportLookalikes({ ...place, kind: 'string', value: key }, report);
    reportLookalikes(value, report);
  }
}

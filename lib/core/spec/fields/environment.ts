import { JsonNode, member, show } from '../../syntax/json-tree';
import { choice, textOf } from '../constraints';
import { DecodeContext, Decoder, list, refuse, text } from '../decoder';
import { convertedText, environmentForm } from '../rules';
import { required, shape } from '../shape';

/** A string; a number or a boolean is taken as the text it spells, with a warning. */
export const spelled: Decoder<string> = {
  expects: 'a string',
  decode(node, context) {
    if (node.kind === 'number' || node.kind === 'boolean') {
      context.report(
        convertedText, node, `must be a string, got a ${node.kind}.`,
        'Put it in quotes; the text that it spells was used.',
      );
      return String(node.value);
    }
    return text.decode(node, context);
  },
};

const variable = shape('an object with name and value', { name: required(text), value: required(spelled) });

const variables = list(variable);

/** `environment`: a list of name and value. The two forms of docker-compose are refused with their translation. */
export const environment: typeof variables = {
  expects: variables.expects,
  decode(node, context) {
    if (node.kind === 'object') {
      return refuseForm(node, context, 'a list of { "name", "value" } objects', `[${translated(pairsOf(node))}]`);
    }
    if (node.kind !== 'array') {
      return refuse(node, context, variables.expects, 'Write [{ "name": "NAME", "value": "value" }].');
    }
    const wrong = node.items.filter(isForeign);
    if (wrong.length === 0) return variables.decode(node, context);
    for (const item of wrong) refuseForm(item, context, 'an object with name and value', translated(pairsOf(item)));
    return undefined;
  },
};

function isForeign(item: JsonNode): boolean {
  if (item.kind === 'string') return true;
  return item.kind === 'object' && item.members.length > 0 && !member(item, 'name') && !member(item, 'value');
}

function refuseForm(node: JsonNode, context: DecodeContext, expects: string, translation: string): undefined {
  const got = node.kind === 'object' ? 'a map of names to values' : show(node);
  context.report(environmentForm, node, `must be ${expects}, got ${got}.`, `Write ${translation}.`);
  return undefined;
}

/** What the pairs are in the form of Amazon ECS; more than a few would hide the form. */
function translated(pairs: readonly (readonly [string, string])[]): string {
  const shown = pairs.slice(0, 3).map(([key, value]) => `{ "name": ${quote(key)}, "value": ${quote(value)} }`);
  return [...shown, ...pairs.length > shown.length ? ['…'] : []].join(', ');
}

function quote(value: string): string {
  return show({ kind: 'string', value, path: '', offset: 0, length: 0 });
}

function pairsOf(item: JsonNode): [string, string][] {
  if (item.kind === 'object') return item.members.map((found) => [found.key, scalar(found.value)]);
  const [key, ...rest] = item.kind === 'string' ? item.value.split('=') : [''];
  return [[key, rest.join('=')]];
}

function scalar(node: JsonNode): string {
  return 'value' in node ? String(node.value) : '…';
}

/** A file in Amazon S3 with variables. */
export const environmentFile = shape('an object with value and type', {
  value: required(
    textOf(
      'the ARN of an S3 object ending in .env', /^arn:[\w-]+:s3:::[\w.-]{1,255}\/[^\0-\x1f\x7f]*\.env$/,
      'Write "arn:aws:s3:::bucket/path/name.env".',
    ),
  ),
  type: required(choice('s3')),
});

import { Report } from '../finding/rule';
import { object } from '../syntax/build-tree';
import { JsonNode, member } from '../syntax/json-tree';
import { parseJson } from '../syntax/parse';
import { textAt, valueAt } from './nodes';
import { NamedText, SourceFiles } from './sources';

/** Where the credentials of a registry are, as a Dockerrun file of version 3 says it beside a compose file. */
export function authenticationIn(file: NamedText, sources: SourceFiles, report: Report): JsonNode | undefined {
  const start = sources.add(file);
  const root = parseJson(file.text, (rule, place, message, hint) => {
    report(rule, { ...place, offset: place.offset + start }, message, hint);
  });
  sources.keepTree(file, root);
  if (root?.kind !== 'object' || !/^3/.test(textAt(root, 'AWSEBDockerrunVersion') ?? '')) return undefined;
  const found = member(root, 'Authentication')?.value;
  if (found?.kind !== 'object') return undefined;
  const moved = (node: JsonNode | undefined) => node && { ...node, offset: node.offset + start };
  const pick = (key: string) => moved(valueAt(found, key) ?? valueAt(found, `${key[0].toUpperCase()}${key.slice(1)}`));
  return object({ ...found, offset: found.offset + start }, [['bucket', pick('bucket')], ['key', pick('key')]]);
}

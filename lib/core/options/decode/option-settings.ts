import { didYouMean } from '../../finding/suggest';
import { JsonMember, JsonNode, JsonObject, member } from '../../syntax/json-tree';
import { settingsForm } from '../rules/read';
import { decodeValue, nameText, shownKind } from './decode-value';
import { reportRepeated } from './repeated';
import { SourceContext } from './source-context';

/** Where a setting without a namespace belongs. */
const USUAL_NAMESPACE = 'aws:elasticbeanstalk:application:environment';

/** How the keys of an entry are called. */
export interface EntryKeys {
  readonly namespace: string;
  readonly optionName: string;
  readonly value: string;
  readonly resourceName: string;
}

const FILE_KEYS: EntryKeys = {
  namespace: 'namespace', optionName: 'option_name', value: 'value', resourceName: 'resource_name',
};

/** `option_settings`: a list of entries, or a map from namespaces to their options. */
export function decodeOptionSettings(node: JsonNode, context: SourceContext): void {
  switch (node.kind) {
    case 'null':
      return;
    case 'array':
      return decodeEntries(node.items, FILE_KEYS, context);
    case 'object':
      return decodeNamespaces(node, context);
    default:
      context.report(
        settingsForm, node, `has to be a list or a map, got ${shownKind(node)}.`, 'Indent the settings below the key.',
      );
  }
}

/** The list form. */
export function decodeEntries(items: readonly JsonNode[], keys: EntryKeys, context: SourceContext): void {
  for (const item of items) {
    if (item.kind === 'object') {
      decodeEntry(item, keys, context);
    } else {
      context.report(
        settingsForm, item, `has to be a map with ${keys.optionName} and ${keys.value}, got ${shownKind(item)}.`,
        'Write it as one, or remove it.',
      );
    }
  }
}

function decodeEntry(entry: JsonObject, keys: EntryKeys, context: SourceContext): void {
  reportRepeated(entry, context.report);
  reportUnknownKeys(entry, keys, context);
  const [name, value] = [member(entry, keys.optionName), member(entry, keys.value)];
  const optionName = nameText(name?.value);
  if (!name || optionName === undefined) {
    context.report(
      settingsForm, entry, `has no ${keys.optionName}, so nothing is set.`,
      `Add ${keys.optionName}, or remove the entry.`,
    );
    return;
  }
  const [namespaceNode, resourceNode] = [member(entry, keys.namespace)?.value, member(entry, keys.resourceName)?.value];
  const names = {
    ...splitNamespace(nameText(namespaceNode) ?? USUAL_NAMESPACE),
    ...(resourceNode && { resourceName: nameText(resourceNode) }),
  };
  const noValue = { ...entry, kind: 'null' } as const;
  addSetting(
    { ...names, optionName, namePlace: name.value, namespacePlace: namespaceNode ?? name.value },
    value?.value ?? noValue, context,
  );
}

function reportUnknownKeys(entry: JsonObject, keys: EntryKeys, { report }: SourceContext): void {
  const known = Object.values(keys);
  for (const { key, place } of entry.members.filter((candidate) => !known.includes(candidate.key))) {
    report(settingsForm, place, `is no key of a setting.${didYouMean(key, known)}`, `Use ${known.join(', ')}.`);
  }
}

/** The map form. */
function decodeNamespaces(map: JsonObject, context: SourceContext): void {
  reportRepeated(map, context.report);
  for (const { key, place, value } of map.members) {
    if (value.kind === 'object') {
      decodeOptions({ ...splitNamespace(key), namespacePlace: place }, value, context);
    } else if (value.kind !== 'null') {
      context.report(
        settingsForm,
        place,
        `has to be a map of options, got ${shownKind(value)}.`,
        'Indent the options of the namespace below it.',
      );
    }
  }
}

function decodeOptions(
  names: Pick<SettingNames, 'namespace' | 'resourceName' | 'namespacePlace'>,
  options: JsonObject,
  context: SourceContext,
): void {
  reportRepeated(options, context.report);
  for (const { key, place, value } of options.members) {
    addSetting({ ...names, optionName: key, namePlace: place }, value, context);
  }
}

interface SettingNames {
  readonly namespace: string;
  readonly resourceName?: string;
  readonly optionName: string;
  readonly namePlace: JsonMember['place'];
  readonly namespacePlace: JsonMember['place'];
}

function addSetting(names: SettingNames, node: JsonNode, context: SourceContext): void {
  const decoded = decodeValue(node, names.namespace, names.optionName, context);
  if (!decoded) return;
  const { path, offset, length } = node;
  context.add({ ...names, ...decoded, place: { path, offset, length }, source: context.source });
}

/** `Resource.aws:namespace`, the way a saved configuration writes a setting of one resource. */
function splitNamespace(text: string): { namespace: string; resourceName?: string } {
  const match = /^([^:.]+)\.(aws:.+)$/.exec(text);
  return match ? { resourceName: match[1], namespace: match[2] } : { namespace: text };
}

import { Report } from '../../finding/rule';
import { JsonNode } from '../../syntax/json-tree';
import { reportLookalikes } from '../../syntax/token-lookalike';
import { EnvironmentFacts } from '../environment-facts';
import { FileResources, resourcesIn } from '../resources';
import { OptionSetting, OptionSource } from '../setting';
import { parseConfig } from '../syntax/parse-config';
import { decodeDescription } from './description';
import { decodeEnvironmentFile } from './environment-file';
import { decodeExtension, isSkipped } from './extension';
import { SourceContext } from './source-context';

const NO_RESOURCES: FileResources = { resources: [], mentions: [] };

/** What one source says. */
export interface DecodedSource {
  readonly settings: readonly OptionSetting[];
  readonly facts: EnvironmentFacts;
  readonly resources: FileResources;
  /** Absent when the text could not be read. */
  readonly root?: JsonNode;
}

/** text → settings, in the order in which they stand there. Never throws, whatever the text is. */
export function decodeSource(source: OptionSource, report: Report, onBeanstalk = false): DecodedSource {
  const settings: OptionSetting[] = [];
  const { root, converted } = parseConfig(source.text, report);
  if (root) reportLookalikes(root, report);
  const facts = root
    ? decodeRoot(source.kind)(root, {
      source, converted, report, onBeanstalk, add: (setting) => settings.push(setting),
    })
    : {};
  const isRead = root && source.kind === 'extension' && !isSkipped(root);
  const resources = isRead ? resourcesIn(root, source.text) : NO_RESOURCES;
  return { settings, facts: facts ?? {}, resources, root };
}

type Decoder = (
  root: NonNullable<ReturnType<typeof parseConfig>['root']>, context: SourceContext,
) => EnvironmentFacts | void;

function decodeRoot(kind: OptionSource['kind']): Decoder {
  switch (kind) {
    case 'extension': return decodeExtension;
    case 'environment': return decodeDescription;
    default: return decodeEnvironmentFile;
  }
}

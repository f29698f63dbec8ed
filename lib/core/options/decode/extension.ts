import { didYouMean } from '../../finding/suggest';
import { JsonMember, JsonNode } from '../../syntax/json-tree';
import { findNamespace } from '../catalogue';
import { settingsForm, unknownSection } from '../rules/read';
import { SECTION_RULES } from '../sections';
import { earlierLinux, reportEarlierLinux } from '../sections/earlier-linux';
import { shownKind } from './decode-value';
import { decodeOptionSettings } from './option-settings';
import { reportRepeated } from './repeated';
import { SourceContext } from './source-context';

const SETTINGS = 'option_settings';
const KNOWN = [SETTINGS, ...SECTION_RULES.flatMap(({ sections }) => sections)];

/** A file of `.ebextensions`. */
export function decodeExtension(root: JsonNode, context: SourceContext): void {
  if (root.kind === 'null') return;
  if (root.kind !== 'object') {
    context.report(
      settingsForm, root, `The file has to be a map of sections such as ${SETTINGS}, got ${shownKind(root)}.`,
      `Start it with "${SETTINGS}:".`,
    );
    return;
  }
  reportRepeated(root, context.report);
  for (const section of unknownIn(root)) reportUnknown(section, context);
  if (!isSkipped(root)) for (const section of root.members) decodeSection(section, context);
}

/** Whether Beanstalk leaves out the whole file. */
export function isSkipped(root: JsonNode): boolean {
  return unknownIn(root).length > 0;
}

function unknownIn(root: JsonNode): readonly JsonMember[] {
  return root.kind === 'object' ? root.members.filter(({ key }) => !KNOWN.includes(key)) : [];
}

function decodeSection(section: JsonMember, context: SourceContext): void {
  const { key, value } = section;
  if (key === SETTINGS) return decodeOptionSettings(value, context);
  const rule = SECTION_RULES.find(({ sections }) => sections.includes(key))!;
  rule.check(section, (where, message, hint) => context.report(rule, where, message, hint));
  if (context.onBeanstalk && context.source.inBundle) {
    reportEarlierLinux(section, (where, message, hint) => context.report(earlierLinux, where, message, hint));
  }
}

function reportUnknown({ key, place }: JsonMember, context: SourceContext): void {
  const isNamespace = findNamespace(key) !== undefined;
  const meant = isNamespace ? ` It is a namespace, which belongs below ${SETTINGS}.` : didYouMean(key, KNOWN);
  const hint = isNamespace
    ? `Indent it below "${SETTINGS}:".`
    : `Correct or remove it. The sections are ${KNOWN.join(', ')}.`;
  context.report(
    unknownSection, place, `is no section of a configuration file, so Beanstalk skips the whole file.${meant}`, hint,
  );
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OptionSetting, OptionSource } from '../../lib/core/options/setting';
import { parseConfig } from '../../lib/core/options/syntax/parse-config';
import { OptionReading, readOptions } from '../../lib/core/reading/read-options';
import { member, JsonNode, JsonObject } from '../../lib/core/syntax/json-tree';
import { translateOptions } from '../../lib/core/translation';
import { answerTo } from '../../lib/core/translation/answers';
import { mended, optionCases } from '../cases/stages';
import { bundleInput, inputOf, readBundle } from './bundle';

/*
 * Every value below the settings of every file either takes effect, or a finding stands at it, above it or below it.
 * The values are found without the decoders: by walking the tree of the file.
 */
const BUNDLES = join(__dirname, 'bundles');
const bundles = [
  ...readdirSync(BUNDLES).map((name) => [name, bundleInput(join(BUNDLES, name))] as const),
  ...optionCases().map(({ rule, name, given: { files, edit, props, environment } }) => {
    return [`${rule}: ${name}`, { ...inputOf(mended(files, edit)), props, environment }] as const;
  }),
];

/** Sections that are reported entry by entry, not value by value. */
const NO_SETTINGS = /^(Resources|Parameters|Outputs|Mappings|Conditions|files|commands|container_commands|packages|services|users|groups|sources)$/;

/** Keys that describe a file, a setting or an environment. */
const DESCRIPTIVE = /^(AWSConfigurationTemplateVersion|EnvironmentConfigurationMetadata|EnvironmentTier|Tier)$/;
const NAMES = /\.(namespace|option_name|resource_name|Namespace|OptionName|ResourceName)$/;

/** The paths of all values that may be settings. */
function valuePaths(node: JsonNode): string[] {
  if (node.kind === 'array') return node.items.flatMap(valuePaths);
  if (node.kind === 'object') return node.members.flatMap(({ key, value }) => (NO_SETTINGS.test(key) || DESCRIPTIVE.test(key) ? [] : valuePaths(value)));
  return NAMES.test(node.path) ? [] : [node.path];
}

/** The values of a file for which neither a setting nor a finding stands. */
function lost({ settings, files }: OptionReading, source: OptionSource): string[] {
  const { root } = parseConfig(source.text, () => undefined);
  if (!root) return [];
  const taken = settings.filter((setting) => setting.source.name === source.name).map(({ place }) => place.path);
  const told = files.find((file) => file.source.name === source.name)!.findings.map(({ path }) => path);
  const isWithin = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
  return valuePaths(root).filter((path) => ![...taken, ...told].some((known) => isWithin(path, known) || isWithin(known, path)));
}

test.each(bundles)('%s: nothing is dropped', (_name, input) => {
  const reading = readOptions(input);
  expect(reading.files.map(({ source }) => [source.name, lost(reading, source)])).toEqual(reading.files.map(({ source }) => [source.name, []]));
});

test.each(bundles)('%s: each setting becomes a prop, or a finding stands at it', (_name, input) => {
  const reading = readOptions(input);
  const { problems } = translateOptions(reading.settings);
  const told = new Set(reading.files.flatMap(({ source, findings }) => findings.map(({ path }) => `${source.name} ${path}`)));
  const isTold = ({ source, namePlace, namespacePlace, place }: OptionSetting) => [namePlace, namespacePlace, place].some(({ path }) => told.has(`${source.name} ${path}`));
  const becomesProp = ({ namespace, optionName }: OptionSetting) => answerTo(namespace, optionName)?.kind === 'becomes';
  const open = reading.settings.filter((setting) => !problems.some((problem) => problem.setting === setting));
  expect(open.filter((setting) => !becomesProp(setting) && !isTold(setting) && setting.optionName !== 'LoadBalancerType')).toEqual([]);
});

test.each([['shop', 26], ['jobs', 6], ['careless', 5]])('%s has %d settings that take effect', (name, count) => {
  expect(readBundle(join(BUNDLES, name)).settings.length).toBe(count);
});

test('the walk finds the values that the decoders find', () => {
  const { files, settings } = readBundle(join(BUNDLES, 'shop'));
  const { root } = parseConfig(files.find(({ source }) => source.name === '.ebextensions/02-traffic.config')!.source.text, () => undefined);
  expect(valuePaths(member(root as JsonObject, 'option_settings')!.value)).toHaveLength(9);
  const said = files.map((file) => ({ ...file, findings: [] }));
  const silent: OptionReading = { settings: [], files: said, environment: {}, resources: [], locate: () => [] };
  expect(lost(silent, files[1].source)).toHaveLength(9);
  expect(settings.length).toBeGreaterThan(9);
});

test('each finding has a place in its file, a hint and a path', () => {
  const all = bundles.flatMap(([, input]) => readOptions(input).files)
    .flatMap(({ source, findings }) => findings.map((finding) => ({ finding, lines: source.text.split('\n').length })));
  expect(all.length).toBeGreaterThan(80);
  expect(all.filter(({ finding, lines }) => finding.hint === '' || finding.line > lines || finding.column < 1 || finding.length < 1)).toEqual([]);
});

import { Finding } from '../finding/finding';
import { Place, Problem, Report, Rule } from '../finding/rule';
import { checkSettings, reportOverridden } from '../options/check';
import { decodeSource } from '../options/decode';
import { EnvironmentFacts, loadBalancerOf } from '../options/environment-facts';
import { byPrecedence, mergeSettings } from '../options/merge';
import { FileResources } from '../options/resources';
import { SECTION_RULES } from '../options/sections';
import { adviceAboutIgnored, ignoredFile } from '../options/sections/ignored-file';
import { hookAdvice, platformHook } from '../options/sections/platform-hook';
import { OptionKey, OptionSetting, OptionSource } from '../options/setting';
import { Secrets } from '../report/secrets';
import { EFFECTIVE_SETTING_RULES } from '../rules/registry';
import { reportEncoding } from '../syntax/encoding';
import { FoundTexts, sourceTextOf } from './found-texts';
import { findingsIn } from './read';

/** A setting that comes from code. */
export interface GivenSetting extends OptionKey {
  readonly value: string;
}

/** Everything that may hold option settings. */
export interface OptionInput {
  readonly sources: readonly OptionSource[];
  /** Settings from code, which win over all others. */
  readonly props?: readonly GivenSetting[];
  /** The paths of the files below `.platform` in the bundle. */
  readonly platformFiles?: readonly string[];
  /** Whether the bundle that is deployed is among the sources. */
  readonly hasBundle?: boolean;
  /** What is known of the environment before anything is read; wins over what the sources say. */
  readonly environment?: EnvironmentFacts;
  readonly strict?: boolean;
}

/** What there is to say about one file. */
export interface FileFindings {
  readonly source: OptionSource;
  readonly findings: readonly Finding[];
  /** What is left out of everything that is printed about it. */
  readonly secrets: Secrets;
}

/** The resources in a file. */
export interface ReadResources extends FileResources {
  readonly source: OptionSource;
}

/** The settings that take effect, and what there is to say about each source, the weakest first. */
export interface OptionReading {
  readonly settings: readonly OptionSetting[];
  readonly environment: EnvironmentFacts;
  readonly files: readonly FileFindings[];
  readonly resources: readonly ReadResources[];
  /** Turns a problem of a later stage into a finding about the source of a setting. */
  readonly locate: (source: OptionSource, problems: readonly Problem[]) => Finding[];
}

/** sources → settings and findings. Never throws, whatever the texts are. */
export function readOptions({
  sources, props = [], platformFiles = [], environment: given = {}, strict = false,
}: OptionInput): OptionReading {
  const fromCode: OptionSource = { kind: 'props', name: 'optionSettings', text: '' };
  const ordered = [...byPrecedence(sources), ...(props.length > 0 ? [fromCode] : [])];
  const ledger = new ProblemLedger(given.getsBundle ?? false);
  const decoded = byPrecedence(sources).map((source) =>
    decodeSource({ ...source, text: sourceTextOf(source).text }, ledger.reportTo(source), given.onBeanstalk),
  );
  const all = [
    ...decoded.flatMap(({ settings }) => settings),
    ...props.map((setting, index) => fromProps(setting, index, fromCode)),
  ];
  const { effective, overridden } = mergeSettings(all);
  const told = decoded.reduce((facts, source) => ({ ...facts, ...source.facts }), {});
  const environment: EnvironmentFacts = { ...told, ...loadBalancerOf(effective), ...given };
  const reportTo = (source: OptionSource) => ledger.reportTo(source);
  checkSettings(effective, { rules: EFFECTIVE_SETTING_RULES, environment, reportTo });
  reportOverridden(overridden, reportTo);
  const texts = new FoundTexts(byPrecedence(sources), decoded.map(({ root }) => root), props);
  const locate = (source: OptionSource, problems: readonly Problem[]) =>
    problems.length === 0 ? [] : findingsIn(texts.of(source), strict, problems);
  for (const source of sources) reportEncoding(source, ledger.reportTo(source));
  const files = [...ordered, ...hookFiles(platformFiles, ledger)].map((source) => ({
    source, findings: locate(source, ledger.problemsOf(source.name)), secrets: texts.secretsOf(source),
  }));
  const resources = byPrecedence(sources).map((source, index) => ({ source, ...decoded[index].resources }));
  return { settings: effective, environment, files, resources, locate };
}

/** The names of the substitutions that have a use in configuration files. */
export function usedIn(sources: readonly Pick<OptionSource, 'text' | 'substitutions'>[]): Set<string> {
  return new Set(sources.flatMap((source) => [...sourceTextOf(source).used]));
}

function fromProps(setting: GivenSetting, index: number, source: OptionSource): OptionSetting {
  const place: Place = { path: `optionSettings[${index}]`, offset: 0, length: 0 };
  return { ...setting, computed: false, place, namePlace: place, namespacePlace: place, source };
}

function hookFiles(paths: readonly string[], ledger: ProblemLedger): OptionSource[] {
  return [...paths].sort().map((name) => {
    const source: OptionSource = { kind: 'extension', name, text: '' };
    const place = { path: name, offset: 0, length: 0 };
    const advice = adviceAboutIgnored(name);
    if (advice !== undefined) {
      ledger.reportTo(source)(ignoredFile, place, 'is ignored by the ECS platform.', advice);
    } else {
      ledger.reportTo(source)(
        platformHook, place, 'is a file that Beanstalk reads or runs on each instance.', hookAdvice(name),
      );
    }
    return source;
  });
}

/** What Elastic Beanstalk does itself with the files that it gets. */
const DONE_BY_BEANSTALK: readonly Rule[] = SECTION_RULES;

/** The problems of each file. One that concerns many settings at one place is told once. */
class ProblemLedger {
  private readonly byFile = new Map<string, Map<string, Problem>>();

  constructor(private readonly getsBundle: boolean) {}

  reportTo({ name: file, inBundle }: OptionSource): Report {
    return (rule, place, message, hint) => {
      if (this.getsBundle && inBundle && DONE_BY_BEANSTALK.includes(rule)) return;
      const problems = this.byFile.get(file) ?? new Map<string, Problem>();
      problems.set(JSON.stringify([rule.code, place.path, place.offset, message]), { rule, place, message, hint });
      this.byFile.set(file, problems);
    };
  }

  problemsOf(file: string): Problem[] {
    return [...this.byFile.get(file)?.values() ?? []];
  }
}

import { sortFindings } from './read';
import { FileFindings, OptionReading } from './read-options';
import { EcsSettings } from './settings/settings';
import { translateOptions } from './translation';
import { GivenProps } from './translation/given';
import { Outcome } from './translation/outcome';
import { OptionReferences } from './translation/references';
import { QueueSettings } from './translation/worker';

/** Option settings as settings of `EcsEnvironment`, and all there is to say about them. */
export interface TranslatedOptions {
  readonly settings: Partial<EcsSettings>;
  readonly references: OptionReferences;
  /** What only counts beside a worker. */
  readonly queue?: QueueSettings;
  /** What became of each setting that takes effect. */
  readonly outcomes: readonly Outcome[];
  /** The findings of reading and of translating. */
  readonly files: readonly FileFindings[];
}

/** What was read → what `EcsEnvironment` is told. */
export function translateReading({ settings: read, files, locate }: OptionReading, given?: GivenProps): TranslatedOptions {
  const { problems, ...translated } = translateOptions(read, given);
  const withProblems = files.map(({ source, findings }): FileFindings => {
    const own = problems.filter(({ setting }) => setting.source.name === source.name).map(({ problem }) => problem);
    return { source, findings: sortFindings([...findings, ...locate(source, own)]) };
  });
  return { ...translated, files: withProblems };
}

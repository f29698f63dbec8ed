import { OptionSetting, OptionSource } from '../options/setting';
import { Secrets } from '../report/secrets';
import { JsonNode } from '../syntax/json-tree';
import { LineIndex } from '../syntax/line-index';
import { SourceText } from '../syntax/source-text';
import { FoundText } from './read';

/** The text as it is parsed. Places are about it, and findings lead back to what was written. */
export function sourceTextOf({ text, substitutions = {} }: Pick<OptionSource, 'text' | 'substitutions'>): SourceText {
  return SourceText.ofConfig(text, substitutions);
}

/** The files that findings about option settings are in, each read and looked through once. */
export class FoundTexts {
  private readonly bySource = new Map<string, { readonly source: SourceText; readonly secrets: Secrets }>();
  private readonly located = new Map<string, FoundText>();
  /** What the app itself gives, which has no text. */
  private readonly given: Secrets;

  constructor(
    sources: readonly OptionSource[], roots: readonly (JsonNode | undefined)[],
    props: readonly Pick<OptionSetting, 'optionName' | 'value'>[],
  ) {
    for (const [index, read] of sources.entries()) {
      const source = sourceTextOf(read);
      this.bySource.set(read.name, { source, secrets: Secrets.in(read.text, source, roots[index]) });
    }
    this.given = Secrets.ofValue(props.map(({ optionName, value }) => ({ optionName, value })));
  }

  secretsOf({ name, kind }: OptionSource): Secrets {
    return this.bySource.get(name)?.secrets ?? (kind === 'props' ? this.given : Secrets.NONE);
  }

  of(found: OptionSource): FoundText {
    const { name, text } = found;
    const known = this.located.get(name) ?? {
      lines: new LineIndex(text), source: this.bySource.get(name)?.source ?? sourceTextOf(found),
      secrets: this.secretsOf(found),
    };
    this.located.set(name, known);
    return known;
  }
}

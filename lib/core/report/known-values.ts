import { secretsWithin } from '../rules/secret-signs';
import { SecretSpan } from './secret-spans';

/** Shorter values stand in too many other words. */
const LEAST = 6;

/** Where messages cut long values. */
const CUTS = [56, 39, 38];

/** Values that are to be found in sentences, however many there are: by how they begin, then by their lengths. */
export class KnownValues {
  private readonly byStart = new Map<string, Map<number, Set<string>>>();

  constructor(spans: readonly SecretSpan[], private readonly text: string) {
    for (const form of spans.flatMap((span) => formsOf(span, text))) {
      if (form.length < LEAST) continue;
      const start = form.slice(0, LEAST);
      const byLength = this.byStart.get(start) ?? new Map<number, Set<string>>();
      this.byStart.set(start, byLength.set(form.length, (byLength.get(form.length) ?? new Set()).add(form)));
    }
  }

  /** The sentence without them, and without the shorter ones among those that are near to what it is about. */
  hide(sentence: string, near: readonly SecretSpan[]): string {
    const short = near.flatMap((span) => formsOf(span, this.text)).filter((form) => form.length < LEAST);
    return short.reduce((shown, form) => shown.replaceAll(form, stars(form)), this.hideLong(sentence));
  }

  private hideLong(sentence: string): string {
    if (this.byStart.size === 0) return sentence;
    const parts: string[] = [];
    let done = 0;
    for (let index = 0; index + LEAST <= sentence.length; index++) {
      const length = this.longestAt(sentence, index);
      if (length === 0) continue;
      parts.push(sentence.slice(done, index), stars(sentence.slice(index, index + length)));
      done = index + length;
      index = done - 1;
    }
    return parts.join('') + sentence.slice(done);
  }

  private longestAt(sentence: string, index: number): number {
    const byLength = this.byStart.get(sentence.slice(index, index + LEAST));
    if (!byLength) return 0;
    const lengths = [...byLength].filter(([length, forms]) => forms.has(sentence.slice(index, index + length)));
    return Math.max(0, ...lengths.map(([length]) => length));
  }
}

/** How a value may stand in a sentence: as it is, as it is written, line by line, and cut. */
function formsOf({ offset, length, value }: SecretSpan, text: string): string[] {
  const quoted = JSON.stringify(value).slice(1, -1);
  const lines = value.includes('\n') ? value.split(/\r?\n/).map((line) => line.trim()) : [];
  const cut = CUTS.flatMap((end) =>
    [quoted, value].filter((form) => form.length > end).map((form) => form.slice(0, end)),
  );
  const forms = [value, ...secretsWithin(value), text.slice(offset, offset + length), quoted, ...lines, ...cut];
  return [...new Set(forms)].filter((form) => form.trim() !== '');
}

function stars(text: string): string {
  return '*'.repeat(text.length);
}

/** What Compose makes of a command in one text. */
export interface Words {
  readonly words: readonly string[];
  /** What it leaves off, since no shell is there to read it. */
  readonly cut: string;
}

/** A command up to the operators of a shell that nobody reads. */
const OPERATORS = new Set([';', '&', '|', '<', '>']);

/** The words of a command as Compose splits them; nothing when a quote or a parenthesis is not closed. */
export function wordsOf(text: string): Words | undefined {
  return new Splitter(text).split();
}

class Splitter {
  private readonly words: string[] = [];
  private word: string | undefined;
  /** The quote, the backtick or the parenthesis of `$(` that is open. */
  private open = '';

  constructor(private readonly text: string) {}

  split(): Words | undefined {
    const { text } = this;
    for (let index = 0; index < text.length; index++) {
      const letter = text[index];
      if (letter === '\\' && this.open !== "'") {
        this.add(text[++index] ?? '');
      } else if (this.open === '' && OPERATORS.has(letter)) {
        const isNumbered = letter === '>' && /^\d/.test(this.word ?? '');
        if (isNumbered) this.word = undefined;
        return this.done(text.slice(index));
      } else if (letter === '(' && this.open === '' && !this.word?.endsWith('$')) {
        return undefined;
      } else {
        this.read(letter);
      }
    }
    return this.open === '' ? this.done('') : undefined;
  }

  private read(letter: string): void {
    if (letter === this.open) {
      if (letter === ')' || letter === '`') this.add(letter);
      this.open = '';
    } else if (this.open !== '') {
      this.add(letter);
    } else if (letter === '"' || letter === "'") {
      this.open = letter;
      this.add('');
    } else if (/\s/.test(letter)) {
      if (this.word !== undefined) this.words.push(this.word);
      this.word = undefined;
    } else {
      this.add(letter);
      if (letter === '`') this.open = '`';
      if (letter === '(') this.open = ')';
    }
  }

  private add(letter: string): void {
    this.word = (this.word ?? '') + letter;
  }

  private done(cut: string): Words {
    return { words: this.word === undefined ? this.words : [...this.words, this.word], cut };
  }
}

/** What becomes of an option. */
export type Answer =
  /** It becomes a prop. */
  | { readonly kind: 'becomes'; readonly prop: string }
  /** What it asks for is so anyway, or has no meaning there. */
  | { readonly kind: 'unneeded'; readonly because: string }
  /** Something else does its work. */
  | { readonly kind: 'instead'; readonly edit: string }
  /** Nothing does it, and without it the environment does not work. */
  | { readonly kind: 'refused'; readonly must: string; readonly edit: string }
  /** `BeanstalkEnvironment` decides it itself, and says with another prop what may be chosen. */
  | { readonly kind: 'decided'; readonly because: string; readonly edit: string }
  /** Elastic Beanstalk gets it as it is, unless the prop says it. */
  | { readonly kind: 'native'; readonly prop?: string };

/** The answers for one namespace: by value, else by option, else one for all. */
export interface NamespaceAnswers {
  readonly values?: Readonly<Record<string, Readonly<Record<string, Answer>>>>;
  readonly options?: Readonly<Record<string, Answer>>;
  readonly others?: Answer;
}

export type Answers = Readonly<Record<string, NamespaceAnswers>>;

export function becomes(prop: string): Answer {
  return { kind: 'becomes', prop };
}

/** `because` follows "is not needed: ". */
export function unneeded(because: string): Answer {
  return { kind: 'unneeded', because };
}

/** A sentence that tells the edit. */
export function instead(edit: string): Answer {
  return { kind: 'instead', edit };
}

/** `because` follows "has no effect: ". */
export function decided(because: string, edit: string): Answer {
  return { kind: 'decided', because, edit };
}

/** `must` goes on with what was got. */
export function refused(must: string, edit: string): Answer {
  return { kind: 'refused', must, edit };
}

export const NATIVE: Answer = { kind: 'native' };

export function nativeUnless(prop: string): Answer {
  return { kind: 'native', prop };
}

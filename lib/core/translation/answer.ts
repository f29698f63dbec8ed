/** What becomes of an option on native ECS. */
export type Answer =
  /** It becomes a prop of `EcsEnvironment`. */
  | { readonly kind: 'becomes'; readonly prop: string }
  /** What it asks for is so anyway, or has no meaning there. */
  | { readonly kind: 'unneeded'; readonly because: string }
  /** Something else does its work. */
  | { readonly kind: 'instead'; readonly edit: string };

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

import { Expression, Prop } from './expression';
import { Statement } from './references';

export const LANGUAGES = ['typescript', 'python'] as const;

export type Language = typeof LANGUAGES[number];

/** A small CDK app, whatever its language. */
export interface AppModel {
  /** The stack, as AWS has it: `Shop`. */
  readonly name: string;
  readonly target: 'ecs' | 'beanstalk';
  /** What stands on Amazon ECS or on Elastic Beanstalk, in a sentence. */
  readonly about: string;
  /** The folder or the file that the app reads, and what it is called. */
  readonly source: { readonly name: string; readonly about: string; readonly path: Expression };
  readonly statements: readonly Statement[];
  /** What is said above the environment. */
  readonly notes: readonly string[];
  readonly construct: string;
  readonly props: readonly Prop[];
  /** What is acknowledged about the environment, and why. */
  readonly acknowledged?: { readonly id: string; readonly comment: string };
}

/** A file of an app. */
export interface AppFile {
  /** From the folder of the app. */
  readonly path: string;
  readonly text: string;
}

/** The words of a name, in small letters. */
function wordsOf(name: string): string[] {
  return name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z\d]+/).filter(Boolean);
}

/** `my-shop` as a stack: `MyShop`. A name of CloudFormation begins with a letter. */
export function stackName(folder: string): string {
  const name = wordsOf(folder).map((word) => word[0].toUpperCase() + word.slice(1)).join('').slice(0, 100);
  return /^[A-Z]/.test(name) ? name : 'Dockerrun';
}

/** `MyShop` as a file: `my-shop`. */
export function kebab(name: string): string {
  return wordsOf(name).join('-');
}

/** A name of TypeScript as Python has it: `minCapacity` is `min_capacity`; paths keep their dots. */
export function snake(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1_$2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2').toLowerCase();
}

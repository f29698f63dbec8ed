import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

const FOLDER = 'lib/core/beanstalk';

/**
 * The door takes a spec and settings and hands them to the plan; a setting may be a value that is known later, and the
 * row of a prop tells its option.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'index.ts': ['../settings/settings', '../spec/model', '../translation/origins'],
  'option.ts': ['../settings/setting'],
  'fields.ts': ['../options/catalogue', '../options/catalogue/option', '../settings/fields/field'],
  'instances.ts': ['../settings/service/scheduling'],
  'bundle-rules.ts': ['../settings/beanstalk/beanstalk'],
  'operations.ts': ['../settings/beanstalk/beanstalk'],
  'environment.ts': ['../settings/traffic/load-balancer'],
  'listeners.ts': ['../settings/traffic/listener'],
  'processes.ts': ['../settings/traffic/target'],
  'queue.ts': ['../settings/worker/worker'],
};

/** What decides in the text of a writer: a default, a decision, or an import of what stands before the plan. */
function choicesOf(text: string, allowed: readonly string[] = []): string[] {
  const file = ts.createSourceFile('writer.ts', text, ts.ScriptTarget.Latest, true);
  const choices: string[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.QuestionQuestionToken || (ts.isBindingElement(node) && node.initializer)) choices.push('a default');
    if (ts.isIdentifier(node) && node.text.startsWith('Decision')) choices.push('a decision');
    if (ts.isImportDeclaration(node)) choices.push(...importsOf(node, allowed));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return choices;
}

function importsOf({ moduleSpecifier }: ts.ImportDeclaration, allowed: readonly string[]): string[] {
  const path = (moduleSpecifier as ts.StringLiteral).text;
  return path.startsWith('./') || path.startsWith('../plan/') || allowed.includes(path) ? [] : [`an import of ${path}`];
}

describe('writers of option settings', () => {
  const files = readdirSync(FOLDER);

  test('are found', () => {
    expect(files).toEqual(expect.arrayContaining(['index.ts', 'operations.ts', 'processes.ts']));
  });

  test.each(files)('%s decides nothing', (file) => {
    expect(choicesOf(readFileSync(join(FOLDER, file), 'utf8'), ALLOWED[file])).toEqual([]);
  });

  test.each([
    ['const time = plan.updateTime ?? UPDATE_TIME;', 'a default'],
    ['  const { batchSize = 50 } = deployment;', 'a default'],
    ['export function write({ batchSize = 50 }: Plan) {', 'a default'],
    ["import { UPDATE_TIME } from '../settings/beanstalk';", 'an import of ../settings/beanstalk'],
    ["import { Decisions } from '../plan/decision';", 'a decision'],
  ])('%s is found', (text, what) => {
    expect(choicesOf(text)).toEqual([what]);
  });
});

test('the plan of an environment has one list of decisions', () => {
  const folder = 'lib/core/plan/beanstalk';
  const made = readdirSync(folder).filter((file) => readFileSync(join(folder, file), 'utf8').includes('new Decisions('));
  expect(made).toEqual(['environment.ts']);
});

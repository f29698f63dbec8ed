import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App, DefaultStackSynthesizer, Stack, StackProps } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import * as ts from 'typescript';
import * as library from '../../lib';
import { run } from '../cli/helpers';

/** A written app in TypeScript. */
export interface Written {
  readonly folder: string;
  readonly files: readonly string[];
  readonly name: string;
}

/** Writes the app of a bundle or a file; what was printed when it is refused. */
export function write(path: string, folder: string, args: readonly string[] = []): Written | string {
  const { code, out, err } = run(['init', path, '--output', folder, ...args]);
  if (code !== 0) return err;
  const files = out.trim().split('\n');
  const stack = files.find((file) => /[-_]stack\.(ts|py)$/.test(file))!;
  const [, name] = /class (\w+)Stack\b/.exec(readFileSync(stack, 'utf8'))!;
  return { folder, files, name };
}

type StackClass = new (scope: Construct, id: string, props: StackProps) => Stack;

/** The template of the stack that a written app makes. */
export function templateOf({ files, name }: Written): object {
  const stackFile = files.find((file) => file.endsWith('-stack.ts'))!;
  const made = evaluate(stackFile)[`${name}Stack`] as StackClass;
  const outdir = mkdtempSync(join(tmpdir(), 'app-out-'));
  try {
    const app = new App({ outdir, analyticsReporting: false });
    const synthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
    new made(app, name, { synthesizer });
    return app.synth().getStackByName(name).template as object;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** What a module exports that stands in no project. */
export function evaluate(file: string, own: object = library): Readonly<Record<string, unknown>> {
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: false },
  });
  const made = { exports: {} };
  const find = (name: string): unknown => (name === 'cdk-dockerrun' ? own : module.require(name));
  new Function('module', 'exports', 'require', '__dirname', outputText)(made, made.exports, find, dirname(file));
  return made.exports;
}

/** What `synth` prints for the same. */
export function synthesized(path: string, { name }: Pick<Written, 'name'>, args: readonly string[] = []): object {
  const { code, out, err } = run(['synth', path, '--stack', name, ...args]);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out) as object;
}

/** What the compiler says about written apps, all of them in one program. */
export function typeErrors(files: readonly string[]): string[] {
  const root = join(__dirname, '..', '..');
  const program = ts.createProgram(files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')), {
    target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16,
    strict: true, noEmit: true, noUnusedLocals: true, noUnusedParameters: true, skipLibCheck: true,
    types: ['node'], typeRoots: [join(root, 'node_modules', '@types')],
    paths: {
      'cdk-dockerrun': [join(root, 'lib', 'index.ts')],
      'constructs': [join(root, 'node_modules', 'constructs')],
      'aws-cdk-lib': [join(root, 'node_modules', 'aws-cdk-lib')],
      'aws-cdk-lib/*': [join(root, 'node_modules', 'aws-cdk-lib', '*')],
    },
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? ts.getLineAndCharacterOfPosition(file, start).line + 1 : 0;
    return `${file?.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

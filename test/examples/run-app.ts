import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';

/**
 * The app that a program makes, as it is when the program synthesizes it. `require` would run the program once only;
 * this runs it for each context anew, on modules that are loaded already.
 */
export function appOf(file: string, context: object): App {
  const { CDK_CONTEXT_JSON } = process.env;
  process.env.CDK_CONTEXT_JSON = JSON.stringify(context);
  const apps: App[] = [];
  const synth = jest.spyOn(App.prototype, 'synth').mockImplementation(function (this: App) {
    apps.push(this);
    return {} as ReturnType<App['synth']>;
  });
  try {
    run(file);
  } finally {
    synth.mockRestore();
    if (CDK_CONTEXT_JSON === undefined) delete process.env.CDK_CONTEXT_JSON;
    else process.env.CDK_CONTEXT_JSON = CDK_CONTEXT_JSON;
  }
  if (apps.length !== 1) throw new Error(`${file} must synthesize one app, got ${apps.length}`);
  return apps[0];
}

function run(file: string): void {
  const { outputText } = transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true },
  });
  const load = (name: string) => jest.requireActual(name.startsWith('.') ? resolve(dirname(file), name) : name);
  new Function('require', 'exports', '__dirname', outputText)(load, {}, dirname(file));
}

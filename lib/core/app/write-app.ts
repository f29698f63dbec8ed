import { AppInput, buildApp } from './build-app';
import { pythonProject } from './files/python';
import { readmeOf } from './files/readme';
import { typescriptProject } from './files/typescript';
import { AppFile, Language } from './model';
import { pythonFiles } from './printer/python';
import { typescriptFiles } from './printer/typescript';

const WRITERS = {
  typescript: { code: typescriptFiles, project: typescriptProject },
  python: { code: pythonFiles, project: pythonProject },
} as const;

/** The files of an app. `version` is that of this library. */
export function writeApp(input: AppInput, language: Language, version: string): AppFile[] {
  const app = buildApp(input);
  const { code, project } = WRITERS[language];
  return [...code(app), ...project(app, version), readmeOf(app, language)];
}

import { Component, JsonFile, Project } from 'projen';

/** Folders of programs that run from source: a tsconfig.json each, so that editors and ESLint know their types. */
export class ScriptFolders extends Component {
  constructor(project: Project, folders: readonly string[]) {
    super(project);
    for (const folder of folders) {
      new JsonFile(project, `${folder}/tsconfig.json`, {
        obj: { extends: '../test/tsconfig.json', include: ['**/*.ts'] },
      });
    }
  }
}

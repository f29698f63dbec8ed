import { Component, JsonFile } from 'projen';
import { NodeProject } from 'projen/lib/javascript';

const CONFIG = 'projenrc/cspell.json';

/** Typos in a public name are forever: a spelling check, part of `npm test`. */
export class Spelling extends Component {
  constructor(project: NodeProject) {
    super(project);
    project.addDevDeps('cspell@9.2.0');
    new JsonFile(project, CONFIG, {
      obj: {
        version: '0.2',
        language: 'en-US',
        globRoot: '..',
        files: ['lib/**', 'bin/**', 'examples/**/*.{ts,md}', 'bench/**', 'projenrc/**/*.ts', 'docs/**/*.md', '*.md'],
        ignorePaths: ['API.md'],
        dictionaryDefinitions: [{ name: 'project', path: './words.txt' }],
        dictionaries: ['project', 'aws', 'typescript', 'node', 'npm', 'docker', 'software-terms'],
      },
    });
    const task = project.addTask('spelling', {
      description: 'Check the spelling of code and prose; new words go into projenrc/words.txt',
      exec: `cspell --config ${CONFIG} --no-progress --no-summary`,
    });
    project.testTask.spawn(task);
  }
}

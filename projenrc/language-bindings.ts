import { awscdk, Component } from 'projen';

const TARGETS = ['python', 'java', 'dotnet', 'go'];

/** The package in other languages, as source: compiling it needs their toolchains. */
export class LanguageBindings extends Component {
  constructor(project: awscdk.AwsCdkConstructLibrary) {
    super(project);
    project.addTask('bindings', {
      description: 'Generate the source of every language binding into dist',
      // Told where to write, it does not add an .npmignore of its own.
      exec: `jsii-pacmak --code-only --outdir dist ${TARGETS.map((target) => `--target ${target}`).join(' ')}`,
    });
    // `projen build` would otherwise compile all of them outside CI.
    project.packageTask.reset();
    project.packageTask.spawn(project.tasks.tryFind('package:js')!);
  }
}

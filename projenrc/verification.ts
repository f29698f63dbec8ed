import { awscdk, Component } from 'projen';

/** The virtual environment of the rehearsal, apart from that of cfn-lint. */
const MOTO = '.venv/moto';

export interface VerificationOptions {
  /** The folder of compiled code. */
  readonly build: string;
}

/** The tasks that keep the repository true: generated files, snippets, templates and the package itself. */
export class Verification extends Component {
  constructor(project: awscdk.AwsCdkConstructLibrary, options: VerificationOptions) {
    super(project);
    // Node 20 is past the support of jsii; this silences the banner of each of its tools.
    project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');
    project.preCompileTask.exec(`rm -rf ${options.build}`);
    project.compileTask.exec('tsx projenrc/bundle/main.ts', { name: 'Bundle what is published' });

    // test/api.test.ts reads what jsii says of the API.
    project.testTask.prependSpawn(project.compileTask);

    const docs = project.addTask('docs', {
      description:
        'Write API.md, docs/RULES.md, docs/guide/changes.md, docs/guide/compose.md, docs/SECURITY.md and schemas',
    });
    docs.spawn(project.tasks.tryFind('docgen')!);
    docs.exec(
      'jest --ci test/repo/rules-page.test.ts test/repo/options-page.test.ts test/repo/compose-page.test.ts '
        + 'test/examples/every-example.test.ts test/diff/changes-page.test.ts test/diff/create-only.test.ts',
      { env: { UPDATE_CASES: '1' } },
    );

    docs.exec('tsx projenrc/schemas/main.ts');

    this.addRosetta(project);
    project.addTask('verify', {
      description: 'Prove what `npm test` does not: generated files, snippets, templates, bindings and the package',
      exec: 'tsx projenrc/verify/main.ts',
      receiveArgs: true,
    });
    this.addRehearsal(project);
    project.addTask('bench', {
      description: 'Measure starting, environments and growth; --quick for a trial',
      exec: 'tsx bench/main.ts',
      receiveArgs: true,
    });
  }

  /** The packages in other languages show the snippets in theirs: jsii-pacmak takes them from what this extracts. */
  private addRosetta(project: awscdk.AwsCdkConstructLibrary) {
    const rosetta = project.addTask('rosetta', {
      description: 'Compile the snippets of README.md and translate them',
      exec: 'jsii-rosetta extract --strict',
    });
    for (const { name } of project.tasks.all) {
      if (name.startsWith('package:') && name !== 'package:js') project.tasks.tryFind(name)!.prependSpawn(rosetta);
    }
  }

  private addRehearsal(project: awscdk.AwsCdkConstructLibrary) {
    const rehearse = project.addTask('rehearse', {
      description: 'Deploy the examples to moto, which plays AWS, and look at what came of it',
    });
    rehearse.exec(`python3 -m venv ${MOTO}`);
    rehearse.exec(
      `${MOTO}/bin/pip install --quiet --disable-pip-version-check --requirement projenrc/rehearse/requirements.txt`,
    );
    rehearse.exec(`${MOTO}/bin/python projenrc/rehearse/main.py`, { receiveArgs: true });
  }
}

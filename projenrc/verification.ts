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

    // test/api.test.ts reads what jsii says of the API.
    project.testTask.prependSpawn(project.compileTask);

    const docs = project.addTask('docs', { description: 'Write API.md, docs/RULES.md and docs/SECURITY.md' });
    docs.spawn(project.tasks.tryFind('docgen')!);
    docs.exec('jest --ci test/repo/rules-page.test.ts test/repo/options-page.test.ts test/examples/every-example.test.ts', { env: { UPDATE_CASES: '1' } });

    project.addTask('rosetta', {
      description: 'Compile the snippets of README.md',
      exec: 'jsii-rosetta extract --strict',
    });
    project.addTask('verify', {
      description: 'Prove what `npm test` does not: generated files, snippets, templates, bindings and the package',
      exec: 'tsx projenrc/verify/main.ts',
      receiveArgs: true,
    });
    this.addRehearsal(project);
  }

  private addRehearsal(project: awscdk.AwsCdkConstructLibrary) {
    const rehearse = project.addTask('rehearse', { description: 'Deploy the examples to moto, which plays AWS, and look at what came of it' });
    rehearse.exec(`python3 -m venv ${MOTO}`);
    rehearse.exec(`${MOTO}/bin/pip install --quiet --disable-pip-version-check --requirement projenrc/rehearse/requirements.txt`);
    rehearse.exec(`${MOTO}/bin/python projenrc/rehearse/main.py`, { receiveArgs: true });
  }
}

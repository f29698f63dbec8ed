import { AppFile, AppModel, Language } from '../model';

const CONSOLE = {
  typescript: ['npm install', 'npx cdk synth', 'npx cdk bootstrap && npx cdk deploy'],
  python: [
    'python3 -m venv .venv && .venv/bin/pip install -r requirements-dev.txt',
    'npx aws-cdk synth --app ".venv/bin/python app.py"',
    'npx aws-cdk bootstrap --app ".venv/bin/python app.py" && npx aws-cdk deploy --app ".venv/bin/python app.py"',
  ],
};
const TEST = { typescript: 'npm test', python: '.venv/bin/python -m pytest' };

/** What an app is, the next three commands, and what is left to do. */
export function readmeOf(app: AppModel, language: Language): AppFile {
  const [install, synth, deploy] = CONSOLE[language];
  const todos =
    app.notes.length > 0
      ? [
        '',
        'Look for `TODO` in the stack: '
            + `${app.notes.length === 1 ? 'one decision is' : `${app.notes.length} decisions are`} yours.`,
      ]
      : [];
  return {
    path: 'README.md',
    text: [
      `# ${app.name}`,
      '',
      app.about,
      '',
      '```sh',
      install,
      `${synth}   # prints the template; needs no AWS account`,
      `${deploy}   # with the credentials of your account`,
      '```',
      '',
      `\`${TEST[language]}\` compares the template with the one of before, and`,
      '`npx cdk-dockerrun diff cdk.out --from OLD` says what a change does to an environment that runs.',
      ...todos,
      '',
    ].join('\n'),
  };
}

/** The stages of lib/core in the order of the flow. A stage may import itself and what stands before it. */
const STAGES = [
  'finding', 'syntax', 'options', 'spec', 'compose', 'settings', 'translation', 'rules', 'plan', 'beanstalk', 'diff',
  'report', 'app', 'reading',
];

/** Modules that only lib/ecs and the facades beside it may load: reading and planning a file must not need the CDK. */
const CDK = ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs', 'cdk-nag'];

/** One import that the layers forbid, as `import/no-restricted-paths` wants it. */
interface Zone {
  readonly target: string | string[];
  readonly from: string;
  readonly except?: string[];
  readonly message: string;
}

/** The back edges of the flow. docs/ARCHITECTURE.md has the picture. */
export const ZONES: readonly Zone[] = [
  ...STAGES.flatMap((stage, position) =>
    STAGES.slice(position + 1).map((later) => ({
      target: `./lib/core/${stage}`,
      from: `./lib/core/${later}`,
      message: `The flow is ${STAGES.join(' → ')}: ${later} comes after ${stage}.`,
    })),
  ),
  { target: './lib/core', from: './lib', except: ['./core'], message: 'lib/core knows nothing outside itself.' },
  { target: './lib/bundle', from: './lib', except: ['./bundle'], message: 'lib/bundle knows files and nothing else.' },
  {
    target: ['./lib/shared', './lib/beanstalk'],
    from: './lib/ecs/private',
    message: 'What both targets need is in lib/shared.',
  },
  { target: ['./lib/*.ts', './lib/!(cli)/**'], from: './lib/cli/**', message: 'Only bin imports the command line.' },
  { target: './lib', from: './bin', message: 'bin imports lib, not the other way round.' },
];

/** What the files that run without the CDK may not import at the top. */
export const WITHOUT_CDK = [
  { group: CDK, message: 'Only constructs may load the CDK; `npx cdk-dockerrun check` runs without it.' },
];

/** The one file of the command line that needs constructs; commands load it when they run. */
export const LAZY_FILE = 'lib/cli/template.ts';

/** What the rest of the command line may not import at the top. */
export const LAZY_CONSTRUCTS = [
  ...WITHOUT_CDK,
  {
    regex: '^(?!.*/core/).*/((ecs|beanstalk|shared)/.*|template)$|^(\\.\\./)*\\.\\.(/index)?$',
    message: 'Load it when a command needs it, as lib/cli/load-template.ts does.',
  },
];

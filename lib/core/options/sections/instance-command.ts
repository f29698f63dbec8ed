import { Severity } from '../../finding/finding';
import { adviceFor, reportEntries, textsIn } from './entries';
import { SectionRule } from './section-rule';

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/ecr[\s-]+get-login/, 'Leave it out: the instances pull from ECR with their role.'],
  [
    /docker login/,
    'Leave it out: give the registry credentials as a secret, with repositoryCredentials of the container.',
  ],
  [
    /sysctl/,
    'Set it with systemControls of the container if it belongs to its network, else with userDataCommands.',
  ],
  [/ulimit/, 'Set it with ulimits of the container.'],
  [/\b(mount|efs|nfs)\b/, 'Give the volume a file system of EFS, with volumes and DockerrunVolume.efs.'],
  [/swap/, 'Set it with linuxParameters of the container, on instances with swap space.'],
  [/cron/, 'Run it as a scheduled ECS task, with EventBridge Scheduler.'],
  [
    /elasticbeanstalk\/hooks/,
    'Run it in the entry point of the container, or as a one-off ECS task before the deployment.',
  ],
];

const OTHERWISE =
  'Do it in the Dockerfile or the entry point of the container; what concerns the instance itself goes into '
  + 'userDataCommands.';

export const instanceCommand: SectionRule = {
  code: 'DR6033',
  name: 'instance-command',
  severity: Severity.WARNING,
  summary: 'Commands run in the container, or in the user data of the instances.',
  reason: 'Beanstalk runs them on each instance before the application is there.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/customize-containers-ec2.html',
  fields: [],
  drops: true,
  sections: ['commands'],
  check(section, report) {
    reportEntries(section, report, ({ value }) => [
      'is a command that Beanstalk runs on each instance.', adviceFor(textsIn(value), ADVICE, OTHERWISE),
    ]);
  },
};

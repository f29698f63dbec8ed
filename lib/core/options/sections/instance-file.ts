import { Severity } from '../../finding/finding';
import { adviceFor, reportEntries } from './entries';
import { SectionRule } from './section-rule';

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /elasticbeanstalk\/(hooks|support)/,
    'Run it in the entry point of the container, or as a one-off ECS task before the deployment.',
  ],
  [/cron/, 'Run it as a scheduled ECS task, with EventBridge Scheduler.'],
  [/\/(nginx|httpd|apache2?)\//, 'Copy it into the image of the proxy container, or mount it from the bundle.'],
  [/\.ssh\/|authorized_keys/, 'Leave it out: open a shell with Session Manager, or give the instances a keyPair.'],
  [
    /\.(pem|key|crt|p12|pfx|jks)$/,
    'Use certificates of a listener, so that the load balancer has it; else store it in Secrets Manager, and give '
      + 'it to '
      + 'the container with its secrets.',
  ],
  [
    /\/logrotate/,
    'Leave it out where the container logs to its standard output; for log files on the instances, write it with '
      + 'userDataCommands.',
  ],
  [
    /\/(awslogs|log_files|rsyslog)|awslogs\.|logtasks|taillogs/,
    'Leave it out: containers log through their log driver, to CloudWatch unless they say otherwise.',
  ],
  [/\/etc\/ecs\//, 'Set the option of the agent with userDataCommands: echo NAME=VALUE >> /etc/ecs/ecs.config.'],
];

const OTHERWISE =
  'Copy it into the image, or put it into the bundle and mount it from a volume below /var/app/current.';

export const instanceFile: SectionRule = {
  code: 'DR6032',
  name: 'instance-file',
  severity: Severity.WARNING,
  summary: 'Files come with the image, or with the source bundle.',
  reason: 'Beanstalk writes them on each instance when it boots; containers only see them where a volume leads there.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/customize-containers-ec2.html',
  fields: [],
  drops: true,
  sections: ['files'],
  check(section, report) {
    reportEntries(section, report, ({ key }) => [
      'is a file that Beanstalk writes on each instance.', adviceFor(key, ADVICE, OTHERWISE),
    ]);
  },
};

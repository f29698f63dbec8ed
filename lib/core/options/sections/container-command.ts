import { Severity } from '../../finding/finding';
import { JsonNode, member } from '../../syntax/json-tree';
import { adviceFor, reportEntries, textsIn } from './entries';
import { SectionRule } from './section-rule';

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/migrat|db:|syncdb/, 'Run it as a one-off ECS task before the deployment, with RunTask and the same image.'],
  [/docker (exec|run)/, 'Run it in the entry point of that container.'],
  [/chmod|chown|cp |mv |mkdir/, 'Do it in the Dockerfile, or in the bundle before it is packed.'],
];

const ONCE = 'Run it as a one-off ECS task before the deployment, with RunTask.';
const EVERYWHERE =
  'Do it in the entry point of the container, or in a container of its own that others wait for with dependsOn.';

function runsOnce(node: JsonNode): boolean {
  const leader = node.kind === 'object' ? member(node, 'leader_only')?.value : undefined;
  return leader?.kind === 'boolean' ? leader.value : leader?.kind === 'string' && leader.value.toLowerCase() === 'true';
}

export const containerCommand: SectionRule = {
  code: 'DR6034',
  name: 'container-command',
  severity: Severity.WARNING,
  summary: 'A command that runs once for each deployment is a task of its own.',
  reason: 'Beanstalk runs container commands on the instances, between unpacking a version and starting it.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/customize-containers-ec2.html',
  fields: [],
  drops: true,
  sections: ['container_commands'],
  check(section, report) {
    reportEntries(section, report, ({ value }) => {
      const where = runsOnce(value) ? 'on one instance' : 'on each instance';
      return [
        `is a command that Beanstalk runs ${where} with every deployment.`,
        adviceFor(textsIn(value), ADVICE, runsOnce(value) ? ONCE : EVERYWHERE),
      ];
    });
  },
};

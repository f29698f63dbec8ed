import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const ignoredFile: Rule = {
  code: 'DR6072',
  name: 'ignored-file',
  severity: Severity.WARNING,
  summary: 'Every file for the platform is one that the ECS platform reads.',
  reason: 'The ECS platform has no proxy on the instances, and no processes beside the containers.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/platforms-linux-extend.workflow.ecs-al2.html',
  fields: [],
};

/** What to do with a file that the ECS platform ignores; nothing for any other file. */
export function adviceAboutIgnored(path: string): string | undefined {
  if (/^\.platform\/(nginx|httpd)\//.test(path)) {
    return 'Copy it into the image of the proxy container, and remove it here.';
  }
  if (path === 'Procfile') return 'Write the command to the container that runs it, and remove the file.';
  return path === 'Buildfile' ? 'Run the command in the Dockerfile, and remove the file.' : undefined;
}

import { Severity } from '../../finding/finding';
import { Rule } from '../../finding/rule';

export const platformHook: Rule = {
  code: 'DR6039',
  name: 'platform-hook',
  severity: Severity.WARNING,
  summary: 'Scripts run in a container.',
  reason: 'Beanstalk runs the scripts of the folder .platform on each instance while it deploys; nothing does so here.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/platforms-linux-extend.html',
  fields: [],
  drops: true,
};

/** What to do with a file of `.platform`. */
export function hookAdvice(path: string): string {
  if (/\/(nginx|httpd)\//.test(path)) {
    return 'Copy it into the image of the proxy container; the instances have no proxy.';
  }
  if (/\/confighooks\//.test(path)) {
    return 'Remove it: a changed setting replaces the tasks, and the entry point of the container runs again.';
  }
  if (/login/.test(path)) {
    return (
      'Remove it: the instances pull from ECR with their role; for another registry, use repositoryCredentials '
      + 'of the container.'
    );
  }
  return 'Run it in the entry point of the container, or as a one-off ECS task before the deployment.';
}

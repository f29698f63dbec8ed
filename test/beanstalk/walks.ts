import { App, Stack } from 'aws-cdk-lib';
import { BeanstalkWalk, walkBeanstalk } from '../walker/beanstalk';
import { archivesOf } from '../walker/beanstalk-version';
import { Clients } from '../walker/front';
import { TemplateJson } from '../walker/template';

/** What the walker says of a stack, with the archives that the app uploads. */
export function walkStack(stack: Stack, clients: Clients = {}): BeanstalkWalk {
  const assembly = (stack.node.root as App).synth();
  const { template } = assembly.getStackArtifact(stack.artifactId);
  return walkBeanstalk(template as TemplateJson, archivesOf(assembly.directory), clients);
}

/** Everything that stands in the way, and every rule that lets too much through. */
export function faultsOf({ environments, listeners, doors, overBroad }: BeanstalkWalk): string[] {
  return [...[...environments, ...listeners, ...doors].flatMap(({ breaks }) => breaks), ...overBroad];
}

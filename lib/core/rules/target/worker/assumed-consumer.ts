import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const assumedConsumer: TargetRule = {
  code: 'DR4163',
  name: 'assumed-consumer',
  severity: Severity.WARNING,
  summary: 'A worker that files of Elastic Beanstalk make says on Amazon ECS who takes messages from the queue.',
  reason:
    'On Elastic Beanstalk a daemon takes them and posts them to a container. Amazon ECS has no such daemon, so the '
    + 'containers have to ask the queue themselves.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, { worker }, { at, report }) {
    if (!worker?.isAssumed) return;
    report(
      at(spec),
      'worker.consumer should say who takes messages from the queue, got none: nothing posts them to the containers.',
      'Set WorkerConsumer.polls() if the containers ask the queue themselves, else WorkerConsumer.dispatcher() with an '
        + 'image that posts as the daemon did.',
      ['worker.consumer'],
    );
  },
};

import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const beanstalkConsumer: TargetRule = {
  code: 'DR4214',
  name: 'beanstalk-consumer',
  severity: Severity.ERROR,
  summary: 'On Amazon ECS the messages of a queue are taken by a container.',
  reason: 'The daemon that posts them is part of Elastic Beanstalk; on instances of a cluster nobody would take them.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, { worker }, { at, report }) {
    if (worker?.consumer.kind !== 'daemon') return;
    report(
      at(spec), 'worker.consumer must not be WorkerConsumer.daemon() on Amazon ECS, which has no such daemon.',
      'Use WorkerConsumer.dispatcher() with an image that posts as the daemon did, or polls().', ['worker.consumer'],
    );
  },
};

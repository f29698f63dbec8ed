import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const workerListeners: TargetRule = {
  code: 'DR4140',
  name: 'worker-listeners',
  severity: Severity.ERROR,
  summary: 'An environment that takes its work from a queue has no listeners.',
  reason:
    'On Beanstalk an environment is a web server or a worker; both in one is a service that is added to the other.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html',
  fields: [],
  concerns: 'environment',
  check(spec, { worker, listeners = [], frontDoor }, { at, report }) {
    if (!worker) return;
    const given = [...(listeners.length > 0 ? ['listeners'] : []), ...(frontDoor ? ['frontDoor'] : [])];
    if (given.length > 0) {
      report(
        at(spec), `worker must stand without ${given.join(' and ')}, got both.`,
        'Remove them, or make the worker a service of its own with addService.', ['worker'],
      );
    }
  },
};

import { Severity } from '../../../finding/finding';
import { faultsIn } from '../../../settings/fields/faults';
import { EnvironmentSettings } from '../../../settings/settings';
import { tcpCandidates } from '../../../settings/traffic/listeners';
import { WorkerSettings, daemonFields } from '../../../settings/worker/worker';
import { DockerrunSpec } from '../../../spec/model';
import { TargetRule } from '../target-rule';

type Fault = readonly [prop: string, must: string, hint: string];

/** The daemon knows no other port. */
const PORT = 80;

export const beanstalkWorker: TargetRule = {
  code: 'DR4213',
  name: 'beanstalk-worker',
  severity: Severity.ERROR,
  summary: 'On Elastic Beanstalk the daemon of the worker tier posts the messages of the queue to host port 80.',
  reason:
    'It runs on every instance and takes the messages before a container could; its options say where on port 80 '
    + 'they go and how long it waits.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html',
  fields: ['containerDefinitions[].portMappings[].hostPort'],
  concerns: 'service',
  target: 'beanstalk',
  check(spec, { worker, beanstalk }, { at, report }) {
    if (!worker) return;
    const figures = worker.consumer.kind === 'daemon' ? faultsIn(daemonFields, worker.consumer, 'worker.consumer') : [];
    for (const fault of figures) {
      report(at(spec), fault.message, fault.hint, [fault.prop]);
    }
    for (const [prop, must, hint] of [...consumers(spec, worker), ...others(worker, beanstalk)]) {
      report(at(spec), `${prop} ${must}`, hint, [prop]);
    }
  },
};

function* consumers(spec: DockerrunSpec, { consumer }: WorkerSettings): Iterable<Fault> {
  if (consumer.kind === 'polls') {
    yield [
      'worker.consumer', 'must not be WorkerConsumer.polls() on Elastic Beanstalk, whose daemon takes the messages and '
        + 'posts them.',
      `Let a container answer on host port ${PORT} and use WorkerConsumer.daemon() or dispatcher(), or EcsEnvironment.`,
    ];
    return;
  }
  const [found] = tcpCandidates(spec).filter(({ hostPort }) => hostPort === PORT);
  if (!found) {
    yield [
      'worker.consumer', `must lead to host port ${PORT} on Elastic Beanstalk, which no container maps.`,
      `Write "hostPort": ${PORT} to the port that takes messages.`,
    ];
    return;
  }
  const { containerName = found.containerName, containerPort } = consumer.kind === 'dispatcher' ? consumer : found;
  if (containerName === found.containerName && (containerPort ?? found.containerPort) === found.containerPort) return;
  const got = containerPort === undefined ? containerName : `${containerName}:${containerPort}`;
  yield [
    'worker.consumer', `must lead to host port ${PORT} on Elastic Beanstalk, which is `
      + `${found.containerName}:${found.containerPort}, got ${got}.`,
    `Leave containerName and containerPort out, or map host port ${PORT} to that port.`,
  ];
}

function* others({ backlogPerTask }: WorkerSettings, beanstalk: EnvironmentSettings['beanstalk']): Iterable<Fault> {
  if (backlogPerTask !== undefined) {
    yield [
      'worker.backlogPerTask', 'must not be set on Elastic Beanstalk, whose triggers know no queue.',
      'Remove it, and scale on CPUUtilization with a trigger.',
    ];
  }
  if (beanstalk?.sharedLoadBalancer) {
    yield ['sharedLoadBalancer', 'must not be set beside worker, which has no load balancer.', 'Remove it.'];
  }
}

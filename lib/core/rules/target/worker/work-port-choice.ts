import { Severity } from '../../../finding/finding';
import { tcpCandidates } from '../../../settings/traffic/listeners';
import { chooseWorkPort } from '../../../settings/worker/work-port';
import { TargetRule } from '../target-rule';
import { describeCandidates } from '../traffic/listeners/describe-candidates';

export const workPortChoice: TargetRule = {
  code: 'DR4143',
  name: 'work-port-choice',
  severity: Severity.ERROR,
  summary: 'The dispatcher posts to exactly one TCP port of a container.',
  reason: 'Beanstalk posts to host port 80; without one, the choice is yours.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html',
  fields: ['containerDefinitions[].portMappings[]'],
  concerns: 'service',
  target: 'ecs',
  check(spec, { worker }, { at, report }) {
    if (worker?.consumer.kind !== 'dispatcher') return;
    const ports = chooseWorkPort(spec, worker.consumer);
    if (ports.length === 1) return;
    const candidates = tcpCandidates(spec);
    const known = candidates.length === 0 ? ', but the file maps none' : ` of ${describeCandidates(candidates)}`;
    report(
      at(spec),
      `worker.consumer must lead to one mapped TCP port, got ${ports.length === 0 ? 'none' : 'several'}${known}.`,
      candidates.length === 0
        ? 'Map a TCP port in the file, or use WorkerConsumer.polls().'
        : `Choose one, such as containerName: '${candidates[0].containerName}', containerPort: `
            + `${candidates[0].containerPort}.`, ['worker.consumer'],
    );
  },
};

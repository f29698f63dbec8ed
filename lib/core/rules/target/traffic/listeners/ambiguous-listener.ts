import { Severity } from '../../../../finding/finding';
import { tcpCandidates } from '../../../../settings/traffic/listeners';
import { TargetRule } from '../../target-rule';
import { describeCandidates } from './describe-candidates';

export const ambiguousListener: TargetRule = {
  code: 'DR4001',
  name: 'ambiguous-listener',
  severity: Severity.ERROR,
  summary: 'Without listeners, the file maps host port 80 or exactly one TCP port.',
  reason:
    'A mapped port is not a public one; which of several should be reached from the internet is not for a tool to '
    + 'guess.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_ecs_listeners.html',
  fields: ['containerDefinitions[].portMappings[].hostPort'],
  concerns: 'environment',
  check(spec, { traffic }, { at, report }) {
    if (traffic.kind !== 'ambiguous') return;
    const candidates = tcpCandidates(spec);
    const [first] = candidates;
    const target =
      first.hostPort === 0
        ? `containerName: '${first.containerName}', containerPort: ${first.containerPort}`
        : `instancePort: ${first.hostPort}`;
    report(
      at(first.mapping),
      `is one of several ports that listener 80 could lead to: ${describeCandidates(candidates)}.`,
      `Choose with the listeners prop, such as listeners: [{ port: 80, ${target} }].`, ['listeners'],
    );
  },
};

import { Severity } from '../../../finding/finding';
import { candidatesFor, tcpCandidates } from '../../../settings/traffic/listeners';
import { TargetRule } from '../target-rule';

export const beanstalkHostPort: TargetRule = {
  code: 'DR4201',
  name: 'beanstalk-host-port',
  severity: Severity.ERROR,
  summary: 'On Elastic Beanstalk a container behind a listener or a rule has a fixed host port.',
  reason:
    'A process of Beanstalk is a port of the instance; where the instance picks one, the load balancer never finds it.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_ecs_listeners.html',
  fields: ['containerDefinitions[].portMappings[].hostPort'],
  concerns: 'service',
  target: 'beanstalk',
  check(spec, { traffic }, { at, report }) {
    const candidates = tcpCandidates(spec);
    const reached = traffic.targets.flatMap(({ target }) => candidatesFor(target, candidates));
    for (const { mapping, containerPort, hostPort } of new Set(reached)) {
      if (hostPort !== 0) continue;
      const key = mapping.hostPort === undefined ? 'containerPort' : 'hostPort';
      report(
        at(mapping, key), `must come with a fixed host port on Elastic Beanstalk, got ${key} ${mapping[key]}.`,
        `Write "hostPort": ${containerPort}, or another free port of the instance.`, [],
      );
    }
  },
};

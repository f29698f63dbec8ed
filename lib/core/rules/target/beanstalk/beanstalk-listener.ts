import { Severity } from '../../../finding/finding';
import { isNetwork } from '../../../settings/traffic/protocols';
import { TargetRule } from '../target-rule';

export const beanstalkListener: TargetRule = {
  code: 'DR4204',
  name: 'beanstalk-listener',
  severity: Severity.ERROR,
  summary:
    'On Elastic Beanstalk there is a listener, all of them are of one load balancer, and each has at most one '
    + 'certificate.',
  reason:
    'The environment has one load balancer, for requests or for connections, and the option of a listener takes one '
    + 'certificate.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-cfg-alb.html',
  fields: [],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, { worker, traffic }, { at, report }) {
    const { kind, listeners, requests } = traffic;
    if (kind === 'no-port' && !worker) {
      report(
        at(spec), 'must map a TCP port that the load balancer leads to, got none.',
        'Add portMappings with a hostPort to the container that answers, or use EcsEnvironment.', [],
      );
    }
    listeners.forEach((listener, index) => {
      const { port, certificates = 0 } = listener;
      if (isNetwork(listener) && requests.length > 0) {
        report(
          at(spec),
          `listeners[${index}].protocol must be HTTP or HTTPS beside such listeners on Elastic Beanstalk, got `
            + `${listener.protocol}.`,
          'Use HTTP or HTTPS here, or TCP or TLS for all listeners; EcsEnvironment takes both.',
          [`listeners[${index}].protocol`],
        );
      }
      if (certificates > 1) {
        report(
          at(spec), `listener ${port} must have at most one certificate on Elastic Beanstalk, got ${certificates}.`,
          'Use one certificate that holds all names.', [`listeners[${index}].certificates`],
        );
      }
    });
  },
};

import { Severity } from '../../../finding/finding';
import { shapeOf } from '../../../settings/beanstalk/beanstalk-shape';
import { TargetRule } from '../target-rule';

export const beanstalkDeployment: TargetRule = {
  code: 'DR4217',
  name: 'beanstalk-deployment',
  severity: Severity.ERROR,
  summary:
    'On Elastic Beanstalk only an Application Load Balancer of its own splits traffic, and a single instance is not '
    + 'replaced in batches.',
  reason: 'Beanstalk refuses a policy that the environment cannot follow.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.rolling-version-deploy.html',
  fields: [],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, settings, { at, report }) {
    const { deployment: { policy } = { policy: undefined }, singleInstance = false } = settings.beanstalk ?? {};
    if (policy === 'TrafficSplitting' && shapeOf(settings) !== 'application') {
      report(
        at(spec),
        'deployment must not be trafficSplitting without an Application Load Balancer of the environment alone.',
        'Use BeanstalkDeployment.immutable().', ['deployment'],
      );
    } else if (singleInstance && policy?.startsWith('Rolling')) {
      report(
        at(spec), `deployment must be allAtOnce or immutable beside singleInstance, got ${policy}.`,
        'Use BeanstalkDeployment.immutable().', ['deployment', 'singleInstance'],
      );
    }
  },
};

import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const beanstalkNetworkMode: TargetRule = {
  code: 'DR4200',
  name: 'beanstalk-network-mode',
  severity: Severity.ERROR,
  summary: 'On Elastic Beanstalk the network mode is bridge.',
  reason: 'Beanstalk writes the task definition itself and knows no other mode.',
  link: 'https://github.com/aws/elastic-beanstalk-roadmap/issues/280',
  fields: [],
  concerns: 'task',
  target: 'beanstalk',
  check(spec, { networkMode = 'bridge' }, { at, report }) {
    if (networkMode === 'bridge') return;
    report(
      at(spec), `networkMode must be bridge on Elastic Beanstalk, got "${networkMode}".`,
      'Leave it out, or use EcsEnvironment.', ['networkMode'],
    );
  },
};

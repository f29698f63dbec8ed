import { Severity } from '../../../finding/finding';
import { actionsOf } from '../../../settings/traffic/listeners';
import { TargetRule } from '../target-rule';

export const beanstalkAction: TargetRule = {
  code: 'DR4206',
  name: 'beanstalk-action',
  severity: Severity.ERROR,
  summary: 'On Elastic Beanstalk every listener and every rule forwards to a container.',
  reason: 'Listeners and rules lead to processes; no option has them answer by themselves.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-elbv2-listener',
  fields: [],
  concerns: 'service',
  target: 'beanstalk',
  check(spec, { listeners }, { at, report }) {
    for (const { prop, target: { action } } of actionsOf({ listeners })) {
      if (!action) continue;
      const name = /rules\[\d+\]$/.test(prop) ? 'action' : 'defaultAction';
      report(
        at(spec),
        `${prop}.${name} must not be set on Elastic Beanstalk, got a `
          + `${action.kind === 'redirect' ? 'redirect' : 'fixed response'}.`,
        'Let a container answer. Port 80 leads to 443 by itself where there is a certificate.', [`${prop}.${name}`],
      );
    }
  },
};

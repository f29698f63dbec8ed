import { Severity } from '../../finding/finding';
import { findNamespace } from '../catalogue';
import { OptionRule } from './option-rule';

export const missingResourceName: OptionRule = {
  code: 'DR6018',
  name: 'missing-resource-name',
  severity: Severity.ERROR,
  summary: 'An option of a scheduled action names the action.',
  reason: 'There may be many scheduled actions, and only the name tells which options belong together.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-cfg-autoscaling-scheduledactions.html',
  fields: [],
  check({ namespace, resourceName, namePlace }, { report }) {
    if (!findNamespace(namespace)?.needsResourceName || resourceName !== undefined) return;
    report(
      namePlace, `belongs to a resource of ${namespace} that has no name.`,
      'Use the list form, with a resource_name beside the option.',
    );
  },
};

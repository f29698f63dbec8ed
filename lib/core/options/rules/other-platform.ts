import { Severity } from '../../finding/finding';
import { findNamespace } from '../catalogue';
import { OptionRule } from './option-rule';

export const otherPlatform: OptionRule = {
  code: 'DR6015',
  name: 'other-platform',
  severity: Severity.WARNING,
  summary: 'An option is one that the ECS platform has.',
  reason:
    'Options of the runtime and of the proxy belong to platforms that run the application without containers of '
    + 'its own.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-specific.html',
  fields: [],
  drops: true,
  check({ namespace, namespacePlace }, { report }) {
    const platforms = findNamespace(namespace)?.platforms;
    if (platforms === undefined) return;
    report(
      namespacePlace,
      `sets options that only ${platforms} `
        + `${platforms.startsWith('the ') && !platforms.endsWith('s') ? 'has' : 'have'}.`,
      'Set it in the image of the container, and remove it here.',
    );
  },
};

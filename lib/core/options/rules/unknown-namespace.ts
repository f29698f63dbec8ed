import { Severity } from '../../finding/finding';
import { findNamespace, nearestNamespace } from '../catalogue';
import { OptionRule } from './option-rule';

export const unknownNamespace: OptionRule = {
  code: 'DR6010',
  name: 'unknown-namespace',
  severity: Severity.WARNING,
  summary: 'A namespace is one that Beanstalk documents.',
  reason: 'Beanstalk refuses the whole configuration because of a setting that it does not know. It minds the case.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
  fields: [],
  strict: true,
  drops: true,
  check({ namespace, namespacePlace }, { report }) {
    if (findNamespace(namespace)) return;
    const meant = nearestNamespace(namespace);
    const hint =
      meant === undefined ? 'Look it up in docs/OPTIONS.md, or remove it.' : `Write ${meant} if that is meant.`;
    report(namespacePlace, `names no namespace of Beanstalk: ${JSON.stringify(namespace)}.`, hint);
  },
};

import { Severity } from '../../finding/finding';
import { findNamespace, findOption, namespacesWith, nearestOption } from '../catalogue';
import { CatalogueNamespace } from '../catalogue/option';
import { OptionRule } from './option-rule';

export const unknownOption: OptionRule = {
  code: 'DR6011',
  name: 'unknown-option',
  severity: Severity.WARNING,
  summary: 'An option is one that Beanstalk documents for its namespace.',
  reason: 'Beanstalk refuses the whole configuration because of a setting that it does not know. It minds the case.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
  fields: [],
  strict: true,
  drops: true,
  check({ namespace, optionName, namePlace }, { report }) {
    const known = findNamespace(namespace);
    if (!known || known.open !== undefined || findOption(namespace, optionName)) return;
    report(namePlace, `names no option of ${namespace}: ${JSON.stringify(optionName)}.`, adviceFor(known, optionName));
  },
};

function adviceFor(namespace: CatalogueNamespace, name: string): string {
  const meant = nearestOption(namespace, name);
  if (meant !== undefined) return `Write ${meant} if that is meant.`;
  const elsewhere = namespacesWith(name);
  return elsewhere.length > 0
    ? `Move it to ${elsewhere.join(' or ')}, which has this option.`
    : `Use one of ${namespace.options.map((option) => option.name).join(', ')}, or remove it.`;
}

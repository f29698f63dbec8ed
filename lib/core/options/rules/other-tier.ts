import { Severity } from '../../finding/finding';
import { findNamespace, findOption } from '../catalogue';
import { OptionRule } from './option-rule';

export const otherTier: OptionRule = {
  code: 'DR6016',
  name: 'other-tier',
  severity: Severity.WARNING,
  summary: 'An option is for the tier of the environment.',
  reason: 'A worker environment has no load balancer, and a web environment no queue.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html',
  fields: [],
  drops: true,
  check({ namespace, optionName, namePlace }, { environment, report }) {
    const tier = findOption(namespace, optionName)?.tier ?? findNamespace(namespace)?.tier;
    if (tier === undefined || environment.tier === undefined || tier === environment.tier) return;
    report(
      namePlace, `is an option of the ${tier} tier, and this is a ${environment.tier} environment.`,
      `Remove it, or make the environment a ${tier} environment.`,
    );
  },
};

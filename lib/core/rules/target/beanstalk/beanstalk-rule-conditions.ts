import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

const MAX_WILDCARDS = 3;

export const beanstalkRuleConditions: TargetRule = {
  code: 'DR4209',
  name: 'beanstalk-rule-conditions',
  severity: Severity.ERROR,
  summary: 'On Elastic Beanstalk a pattern of a rule has no comma and at most three wildcards.',
  reason: 'The option holds all patterns of a rule in one text, with commas between them.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-elbv2-listenerrule',
  fields: [],
  concerns: 'service',
  target: 'beanstalk',
  check(spec, { listeners = [] }, { at, report }) {
    listeners.forEach(({ rules = [] }, index) => rules.forEach(({ pathPatterns = [], hostHeaders = [] }, position) => {
      for (const pattern of [...hostHeaders, ...pathPatterns]) {
        const prop = `listeners[${index}].rules[${position}]`;
        const wildcards = pattern.replace(/[^*?]/g, '').length;
        if (pattern.includes(',')) {
          report(
            at(spec), `${prop} must have no comma in a pattern on Elastic Beanstalk, got "${pattern}".`,
            'Write ? for the comma.', [prop],
          );
        }
        if (wildcards > MAX_WILDCARDS) {
          report(
            at(spec),
            `${prop} must have at most ${MAX_WILDCARDS} wildcards in a pattern on Elastic Beanstalk, got `
              + `${wildcards} in "${pattern}".`,
            'Write the other characters out.', [prop],
          );
        }
      }
    }));
  },
};

import { Severity } from '../../finding/finding';
import { table } from '../../finding/table';
import { reportEntries } from './entries';
import { SectionRule } from './section-rule';

/** What the CDK has for each. */
const INSTEAD = table<string>({
  Parameters: 'Read it from the context or the environment of the app, or make a CfnParameter.',
  Outputs: 'Make a CfnOutput with it in the stack.',
  Mappings: 'Write it as a constant of the app.',
  Conditions: 'Write it as an if statement of the app.',
});

export const templateSection: SectionRule = {
  code: 'DR6031',
  name: 'template-section',
  severity: Severity.WARNING,
  summary: 'Outputs, mappings, conditions and parameters are written in the stack.',
  reason: 'They belong to the template that Beanstalk makes for the environment, and there is none here.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/ebextensions-otherkeys.html',
  fields: [],
  drops: true,
  sections: ['Parameters', 'Outputs', 'Mappings', 'Conditions'],
  check(section, report) {
    reportEntries(section, report, () => [
      'belongs to the template of Beanstalk, which the stack takes the place of.', INSTEAD[section.key],
    ]);
  },
};

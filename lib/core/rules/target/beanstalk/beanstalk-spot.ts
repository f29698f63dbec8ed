import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const beanstalkSpot: TargetRule = {
  code: 'DR4208',
  name: 'beanstalk-spot',
  severity: Severity.ERROR,
  summary: 'On Elastic Beanstalk there are alternative instance types only with Spot instances.',
  reason: 'Without Spot, Beanstalk starts instances of the first type and never of another.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.managing.as.html',
  fields: [],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, { alternativeInstanceTypes = [], onDemandPercentageAboveBaseCapacity: share = 100 }, { at, report }) {
    if (alternativeInstanceTypes.length === 0 || share !== 100) return;
    report(
      at(spec),
      'alternativeInstanceTypes must come with Spot instances on Elastic Beanstalk, got '
        + `${alternativeInstanceTypes.join(', ')} and none of these.`,
      'Set onDemandPercentageAboveBaseCapacity below 100, or remove them.',
      ['alternativeInstanceTypes', 'onDemandPercentageAboveBaseCapacity'],
    );
  },
};

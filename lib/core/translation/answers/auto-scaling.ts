import { Answers, becomes, instead, unneeded } from '../answer';

const TRIGGER = becomes('scheduling: triggers');
const SCHEDULE = becomes('scheduling: schedules');

export const AUTO_SCALING: Answers = {
  'aws:autoscaling:asg': {
    options: {
      'Availability Zones': becomes('maxAzs'),
      'Cooldown': becomes('scheduling: cooldown'),
      'Custom Availability Zones': instead('Pass a vpc with subnets in these zones.'),
      'EnableCapacityRebalancing': unneeded('instances drain when AWS announces that it takes them back.'),
    },
  },
  'aws:autoscaling:scheduledaction': { others: SCHEDULE },
  'aws:autoscaling:trigger': { others: TRIGGER },
  'aws:autoscaling:updatepolicy:rollingupdate': {
    others: unneeded(
      'instances are replaced one at a time, each after its successor serves; the plan works out how many stay.',
    ),
  },
};

import { Answers, becomes, instead, unneeded } from '../answer';

const LOGS = unneeded('containers log to a log group of the environment, unless they configure their own logging.');
const UPDATES = unneeded(
  'an instance starts with the image that is current then; maxInstanceLifetime replaces old ones.',
);
const HEALTH = unneeded('ECS and the load balancer check each task.');

export const OPERATIONS: Answers = {
  'aws:elasticbeanstalk:healthreporting:system': { others: HEALTH },
  'aws:elasticbeanstalk:cloudwatch:logs': { options: { RetentionInDays: becomes('logRetention') }, others: LOGS },
  'aws:elasticbeanstalk:cloudwatch:logs:health': { others: HEALTH },
  'aws:elasticbeanstalk:hostmanager': { others: LOGS },
  'aws:elasticbeanstalk:managedactions': { others: UPDATES },
  'aws:elasticbeanstalk:managedactions:platformupdate': { others: UPDATES },
  'aws:elasticbeanstalk:monitoring': { others: HEALTH },
  'aws:elasticbeanstalk:sns:topics': { others: instead('Set alarms, and subscribe to alarmTopic.') },
  'aws:elasticbeanstalk:xray': { others: instead('Add the X-Ray daemon as a container of the file.') },
};

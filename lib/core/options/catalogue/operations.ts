import { CatalogueNamespace, choice, flag, Form, text } from './option';

const RETENTION = [
  '1', '3', '5', '7', '14', '30', '60', '90', '120', '150', '180', '365', '400', '545', '731', '1827', '3653',
];
export const WEEKLY: Form = {
  pattern: /^(mon|tue|wed|thu|fri|sat|sun):([01]?\d|2[0-3]):[0-5]\d$/i, words: 'a day and a time such as "Tue:05:00"',
};

export const OPERATIONS: readonly CatalogueNamespace[] = [
  {
    name: 'aws:elasticbeanstalk:healthreporting:system',
    about: 'health reporting',
    options: [
      choice('SystemType', ['basic', 'enhanced'], 'basic', { defaultNote: 'enhanced on Amazon Linux 2 and later' }),
      text('ConfigDocument'),
      flag('EnhancedHealthAuthEnabled', 'true'),
      choice('HealthCheckSuccessThreshold', ['Ok', 'Warning', 'Degraded', 'Severe'], 'Ok'),
    ],
  },
  {
    name: 'aws:elasticbeanstalk:cloudwatch:logs',
    about: 'logs of the instances in CloudWatch',
    options: [
      flag('StreamLogs', 'false'), flag('DeleteOnTerminate', 'false'), choice('RetentionInDays', RETENTION, '7'),
    ],
  },
  {
    name: 'aws:elasticbeanstalk:cloudwatch:logs:health',
    about: 'health events in CloudWatch',
    options: [
      flag('HealthStreamingEnabled', 'false'), flag('DeleteOnTerminate', 'false'),
      choice('RetentionInDays', RETENTION, '7'),
    ],
  },
  {
    name: 'aws:elasticbeanstalk:hostmanager',
    about: 'rotated logs in S3',
    options: [flag('LogPublicationControl', 'false')],
  },
  {
    name: 'aws:elasticbeanstalk:managedactions',
    about: 'platform updates in a maintenance window',
    options: [
      flag('ManagedActionsEnabled', 'false'), text('PreferredStartTime', { form: WEEKLY }),
      text('ServiceRoleForManagedUpdates'),
    ],
  },
  {
    name: 'aws:elasticbeanstalk:managedactions:platformupdate',
    about: 'which platform updates are applied',
    options: [choice('UpdateLevel', ['patch', 'minor']), flag('InstanceRefreshEnabled', 'false')],
  },
  {
    name: 'aws:elasticbeanstalk:monitoring',
    about: 'unhealthy instances',
    options: [flag('Automatically Terminate Unhealthy Instances', 'true', { retired: 'nothing' })],
  },
  {
    name: 'aws:elasticbeanstalk:sns:topics',
    about: 'notifications about the environment',
    options: [
      text('Notification Endpoint'),
      choice('Notification Protocol', ['http', 'https', 'email', 'email-json', 'sqs'], 'email'),
      text('Notification Topic ARN'),
      text('Notification Topic Name'),
    ],
  },
  { name: 'aws:elasticbeanstalk:xray', about: 'the X-Ray daemon', options: [flag('XRayEnabled', 'false')] },
  {
    name: 'aws:elasticbeanstalk:control',
    about: 'values that Beanstalk keeps for itself',
    open: 'any name',
    internal: true,
    options: [],
  },
  {
    name: 'aws:cloudformation:template:parameter',
    about: 'parameters of the template that Beanstalk deploys',
    open: 'any name',
    internal: true,
    options: [],
  },
];

import { CatalogueNamespace, text, whole } from './option';

export const WORKER: readonly CatalogueNamespace[] = [
  {
    name: 'aws:elasticbeanstalk:sqsd',
    about: 'the queue of a worker environment',
    tier: 'worker',
    options: [
      text('WorkerQueueURL', { defaultNote: 'a queue that Beanstalk makes' }),
      text('HttpPath', { default: '/' }),
      text('MimeType', { default: 'application/json' }),
      whole('HttpConnections', 1, 100, '50'),
      whole('ConnectTimeout', 1, 60, '5'),
      whole('InactivityTimeout', 1, 36000, '299'),
      whole('VisibilityTimeout', 0, 43200, '300'),
      whole('ErrorVisibilityTimeout', 0, 43200, '2'),
      whole('RetentionPeriod', 60, 1209600, '345600'),
      whole('MaxRetries', 1, 100, '10'),
    ],
  },
];

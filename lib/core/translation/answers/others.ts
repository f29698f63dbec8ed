import { Answers, becomes, instead } from '../answer';

const RUNTIME = instead('Set it in the image of the container.');

/** The worker, and the namespaces in which no option becomes a prop. */
export const OTHERS: Answers = {
  'aws:elasticbeanstalk:sqsd': {
    options: {
      WorkerQueueURL: instead('Pass the queue as worker: queue, with Queue.fromQueueArn.'),
      HttpPath: instead('Set path of WorkerConsumer.dispatcher.'),
      MimeType: instead('Set contentType of WorkerConsumer.dispatcher.'),
      VisibilityTimeout: becomes('worker: visibilityTimeout'),
      RetentionPeriod: becomes('worker: retentionPeriod'),
      MaxRetries: becomes('worker: maxReceiveCount'),
    },
    others: instead('Configure it in the program that WorkerConsumer.dispatcher runs.'),
  },
  'aws:rds:dbinstance': {
    others: instead(
      'Make the database in the stack, with rds.DatabaseInstance, and pass its address with environmentProperties.',
    ),
  },
  'aws:elasticbeanstalk:environment:proxy': { others: instead('Run the proxy as a container of the file.') },
  'aws:elasticbeanstalk:environment:proxy:staticfiles': {
    others: instead('Serve the files from the proxy container.'),
  },
  'aws:elasticbeanstalk:container:golang:staticfiles': { others: RUNTIME },
  'aws:elasticbeanstalk:container:java:staticfiles': { others: RUNTIME },
  'aws:elasticbeanstalk:container:nodejs:staticfiles': { others: RUNTIME },
  'aws:elasticbeanstalk:container:python:staticfiles': { others: RUNTIME },
  'aws:elasticbeanstalk:container:tomcat:jvmoptions': { others: RUNTIME },
  'aws:elasticbeanstalk:container:dotnet:apppool': { others: RUNTIME },
  'aws:elasticbeanstalk:container:nodejs': { others: RUNTIME },
  'aws:elasticbeanstalk:container:php:phpini': { others: RUNTIME },
  'aws:elasticbeanstalk:container:python': { others: RUNTIME },
  'aws:elasticbeanstalk:windows:activedirectory': { others: instead('Leave it out; the containers run on Linux.') },
};

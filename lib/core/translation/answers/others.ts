import { Answers, instead } from '../answer';

const RUNTIME = instead('Set it in the image of the container.');

/** The namespaces in which no option becomes a prop. */
export const OTHERS: Answers = {
  'aws:elasticbeanstalk:sqsd': { others: instead('Make the queue in the stack, with sqs.Queue, and let the application read from it.') },
  'aws:rds:dbinstance': { others: instead('Make the database in the stack, with rds.DatabaseInstance, and pass its address with environmentProperties.') },
  'aws:elasticbeanstalk:environment:proxy': { others: instead('Run the proxy as a container of the file.') },
  'aws:elasticbeanstalk:environment:proxy:staticfiles': { others: instead('Serve the files from the proxy container.') },
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

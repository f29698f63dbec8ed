import { table } from '../../finding/table';
import { CatalogueNamespace, choice, flag, Form, text, whole } from './option';

const HEALTH_URL: Form = {
  pattern: /^((TCP|SSL|HTTPS?):\d+)?(\/\S*)?$/,
  words: 'a path such as "/health", or a protocol and a port before it, such as "HTTPS:443/health"',
};
const SECRET_ARN: Form = {
  pattern: /^arn:[\w-]+:(secretsmanager|ssm):\S+$/, words: 'the ARN of a secret or a parameter',
};

/** What the values of an open namespace must look like. */
export const OPEN_FORMS = table<Form>({
  'aws:elasticbeanstalk:application:environmentsecrets': SECRET_ARN,
});

export const ENVIRONMENT: readonly CatalogueNamespace[] = [
  {
    name: 'aws:elasticbeanstalk:application',
    about: 'the health check of the application',
    options: [
      text('Application Healthcheck URL', { form: HEALTH_URL, defaultNote: 'a connection to port 80', tier: 'web' }),
    ],
  },
  {
    name: 'aws:elasticbeanstalk:application:environment',
    about: 'environment properties',
    open: 'the name of a variable',
    options: [],
  },
  {
    name: 'aws:elasticbeanstalk:application:environmentsecrets',
    about: 'environment properties from Secrets Manager and Parameter Store',
    open: 'the name of a variable',
    options: [],
  },
  {
    name: 'aws:elasticbeanstalk:customoption',
    about: 'values that Fn::GetOptionSetting reads',
    open: 'any name',
    options: [],
  },
  {
    name: 'aws:elasticbeanstalk:environment',
    about: 'the kind of environment',
    options: [
      choice('EnvironmentType', ['SingleInstance', 'LoadBalanced'], 'LoadBalanced'),
      text('ServiceRole'),
      choice('LoadBalancerType', ['classic', 'application', 'network'], 'classic', { tier: 'web' }),
      flag('LoadBalancerIsShared', 'false', { tier: 'web', loadBalancers: ['application'] }),
    ],
  },
  {
    name: 'aws:elasticbeanstalk:command',
    about: 'how versions are deployed',
    options: [
      choice(
        'DeploymentPolicy', ['AllAtOnce', 'Rolling', 'RollingWithAdditionalBatch', 'Immutable', 'TrafficSplitting'],
        'AllAtOnce',
      ),
      whole('Timeout', 1, 3600, '600'),
      choice('BatchSizeType', ['Percentage', 'Fixed'], 'Percentage'),
      whole('BatchSize', 1, 10000, '100'),
      flag('IgnoreHealthCheck', 'false'),
    ],
  },
  {
    name: 'aws:elasticbeanstalk:trafficsplitting',
    about: 'deployments that shift traffic in two steps',
    tier: 'web',
    loadBalancers: ['application'],
    options: [whole('NewVersionPercent', 1, 100, '10'), whole('EvaluationTime', 3, 600, '5')],
  },
];

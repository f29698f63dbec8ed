import { CheckedApp } from '../checks';
import { listOf, Resource, Template, TemplateJson } from '../walker/template';
import { all, BEANSTALK, each, optionOf } from './law';

/** What containers print is kept, and not forever. */
export const keepsLogs = all(
  each('AWS::Logs::LogGroup', ({ RetentionInDays: days }) => (days === undefined ? ['keeps logs forever'] : [])),
  each('AWS::ECS::TaskDefinition', ({ ContainerDefinitions: containers }) =>
    listOf(containers)
      .filter(({ LogConfiguration: logging }) => logging === undefined)
      .map(({ Name }) => `loses what ${Name} prints`),
  ),
  each(BEANSTALK, (environment) => [
    ...(optionOf(environment, 'aws:elasticbeanstalk:cloudwatch:logs', 'StreamLogs') === 'true'
      ? []
      : ['loses what containers print']),
    ...(optionOf(environment, 'aws:elasticbeanstalk:cloudwatch:logs', 'RetentionInDays') === undefined
      ? ['keeps logs forever']
      : []),
  ]),
);

/** What somebody has to choose to log, by the rule of cdk-nag under which it may be acknowledged that nobody does. */
const CHOICES: readonly {
  readonly rule: string;
  readonly what: string;
  readonly silent: (template: Template) => readonly Resource[];
}[] = [
  {
    rule: 'AwsSolutions-ELB2',
    what: 'load balancers without access logs',
    silent: (template) =>
      template
        .all('AWS::ElasticLoadBalancingV2::LoadBalancer')
        .filter(
          ({ properties }) =>
            !listOf(properties.LoadBalancerAttributes).some(
              ({ Key, Value }) => Key === 'access_logs.s3.enabled' && Value === 'true',
            ),
        ),
  },
  {
    rule: 'AwsSolutions-VPC7',
    what: 'networks without flow logs',
    silent: (template) =>
      template
        .all('AWS::EC2::VPC')
        .filter(
          ({ id }) => !template.all('AWS::EC2::FlowLog').some(({ properties }) => properties.ResourceId?.Ref === id),
        ),
  },
  {
    rule: 'AwsSolutions-CFR3',
    what: 'distributions without access logs',
    silent: (template) =>
      template
        .all('AWS::CloudFront::Distribution')
        .filter(({ properties }) => properties.DistributionConfig.Logging === undefined),
  },
];

/** Whoever keeps no record of requests or connections has said why. */
export function logsOrSaysWhy({ templates, acknowledged }: Pick<CheckedApp, 'templates' | 'acknowledged'>): string[] {
  return CHOICES.flatMap(({ rule, what, silent }) => {
    const count = Object.values<TemplateJson>(templates).flatMap((template) => silent(new Template(template))).length;
    const reasons = acknowledged.filter(({ finding, reason }) => finding.startsWith(rule) && reason !== '').length;
    return count === reasons ? [] : [`${count} ${what}, ${reasons} of them acknowledged`];
  });
}

import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import { Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { HostedZone, CnameRecord } from 'aws-cdk-lib/aws-route53';
import { BeanstalkDeployment, BeanstalkEnvironment, BeanstalkEnvironmentProps, BeanstalkPlatform } from '../../lib';
import { Kind } from '../../lib/core/diff/words/ways';
import { Template, Value } from './model/template';
import { containers, deployed, stepsOf, Way } from './ways-ecs';

/* Ways on Elastic Beanstalk. */

const platform = BeanstalkPlatform.ecsAl2023('4.6.0');

const managed = (tag: number, props: Partial<BeanstalkEnvironmentProps> = {}) => deployed((stack) =>
  void new BeanstalkEnvironment(stack, 'Environment', { dockerrun: containers(tag), platform, ...props }));

/** Without rolling updates, which the library always turns on. */
function atOnce(template: Template): Template {
  const json = structuredClone(template.json);
  for (const { Properties } of Object.values<Value>(json.Resources)) {
    for (const option of Properties?.OptionSettings ?? []) {
      if (option.OptionName === 'RollingUpdateEnabled') option.Value = 'false';
    }
  }
  return new Template(json);
}

/** Environments in a row, and a name in the DNS that leads to one of them. */
const named = (all: Readonly<Record<string, Partial<BeanstalkEnvironmentProps>>>, leadsTo: string) =>
  deployed((stack) => {
    const zone = HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });
    const made = Object.entries(all).map(([id, props]): [string, BeanstalkEnvironment] => [
      id, new BeanstalkEnvironment(stack, id, { dockerrun: containers(1), platform, ...props }),
    ]);
    const domainName = new Map(made).get(leadsTo)!.endpointUrl!;
    new CnameRecord(stack, 'Record', { zone, recordName: 'shop', domainName });
  });

const larger = { instanceType: new InstanceType('t3.large') };
const tcp = { listeners: [{ port: 80, protocol: Protocol.TCP, containerName: 'web' }] };
const http = { listeners: [{ port: 80, containerName: 'web' }] };
const rolling = { deployment: BeanstalkDeployment.rolling() };
const allAtOnce = { deployment: BeanstalkDeployment.allAtOnce() };

export const MANAGED_WAYS = {
  'version to all': {
    edit: [managed(1, allAtOnce), managed(2, allAtOnce)],
    steps: stepsOf('version to all', managed(1, rolling), managed(2, rolling)),
  },
  'instances all': {
    edit: [atOnce(managed(1)), atOnce(managed(1, larger))],
    steps: stepsOf('instances all', managed(1), managed(1, larger)),
  },
  'fixed at creation': {
    edit: [named({ First: http }, 'First'), named({ First: tcp }, 'First')],
    steps: stepsOf(
      'fixed at creation',
      named({ First: http, Second: tcp }, 'First'), named({ First: http, Second: tcp }, 'Second'),
      named({ Second: tcp }, 'Second'),
    ),
  },
} as const satisfies Partial<Readonly<Record<Kind, Way>>>;

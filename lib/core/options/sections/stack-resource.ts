import { Severity } from '../../finding/finding';
import { JsonMember, JsonNode, member } from '../../syntax/json-tree';
import { redirectOf } from '../resources';
import { adviceFor, reportEntries } from './entries';
import { SectionRule } from './section-rule';

/** What has the part of a resource that Beanstalk makes, by the start of its logical id. */
const OVERRIDDEN: readonly (readonly [RegExp, string])[] = [
  [/^AWSEBV2LoadBalancerListenerRule/, 'Use the rules of a listener.'],
  [/^AWSEBV2LoadBalancerListener/, 'Use listeners; with a certificate, redirectHTTP answers port 80 with a redirect.'],
  [
    /^AWSEBV2LoadBalancerTargetGroup/,
    'Use healthCheck, deregistrationDelay and stickinessCookieDuration of the listener.',
  ],
  [
    /^AWSEB(V2)?LoadBalancerSecurityGroup|^AWSEBLoadBalancerSecurityGroup/,
    'Use open, allowedCidrs and allowedSecurityGroups of the listeners.',
  ],
  [/^AWSEB(V2)?LoadBalancer/, 'Use listeners, publicLoadBalancer, idleTimeout and accessLogsBucket.'],
  [
    /^AWSEBAutoScalingLaunchConfiguration|^AWSEBEC2LaunchTemplate/,
    'Use instanceType and the other props of the instances.',
  ],
  [
    /^AWSEBAutoScaling/,
    'Use minCapacity, maxCapacity and scheduling; Amazon ECS replaces tasks that fail their health check by itself.',
  ],
  [/^AWSEBInstanceLaunchWait/, 'Leave it out: the stack waits until its instances have joined the cluster.'],
  [/^AWSEBCloudwatchAlarm|^AWSEBCloudWatchAlarm/, 'Use scheduling, which makes the alarms that scale.'],
  [
    /^AWSEBSecurityGroup/,
    'Leave it out: the instances are open to the load balancer on the ports that listeners lead to.',
  ],
  [/^AWSEBWorker/, 'Make the queue in the stack, with sqs.Queue.'],
  [/^AWSEBRDS/, 'Make the database in the stack, with rds.DatabaseInstance.'],
];

/** What to do for resources that the author adds, by type. */
const ADDED: readonly (readonly [RegExp, string])[] = [
  [
    /^AWS::EC2::SecurityGroup(In|E)gress$/,
    'Leave it out for ports that listeners lead to; they are open already. Allow any other in the stack, with '
      + 'connections.allowFrom.',
  ],
  [
    /^AWS::EC2::SecurityGroup$/,
    'Leave it out if it only opens ports of listeners; else make it in the stack, with ec2.SecurityGroup.',
  ],
  [/^AWS::EFS::/, 'Make the file system in the stack, with efs.FileSystem, and let a volume of the file use it.'],
  [
    /^AWS::Logs::/,
    'Leave log groups of the instances out; containers have one of their own. Make metric filters in the stack, on '
      + 'that group.',
  ],
  [/^AWS::CloudWatch::Alarm$/, 'Set alarms, or make it in the stack, with cloudwatch.Alarm.'],
  [/^AWS::ElasticLoadBalancing/, 'Use listeners, their rules and healthCheck.'],
  [/^AWS::AutoScaling::/, 'Use minCapacity, maxCapacity and scheduling.'],
];

const UNKNOWN = 'Leave it out: the stack has no such resource.';
const OTHERWISE =
  'Make it in the stack, with the construct for this type, and pass what containers need of it with '
  + 'environmentProperties.';

export const stackResource: SectionRule = {
  code: 'DR6030',
  name: 'stack-resource',
  severity: Severity.WARNING,
  summary: 'Resources are made in the stack.',
  reason: 'Beanstalk merges them into a template of its own, and there is none here.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-resources.html',
  fields: [],
  drops: true,
  sections: ['Resources'],
  check(section, report) {
    reportEntries(withoutRedirect(section), report, ({ key, value }) => {
      const type = typeOf(value);
      if (key.startsWith('AWSEB')) {
        return ['changes a resource that Beanstalk makes.', adviceFor(key, OVERRIDDEN, UNKNOWN)];
      }
      return [
        `is a resource ${type === undefined ? 'without a type' : `of type ${type}`} that Beanstalk adds to its `
          + 'template.',
        adviceFor(type ?? '', ADDED, OTHERWISE),
      ];
    });
  },
};

/** A redirect to HTTPS is read, and told of later where nothing comes of it. */
function withoutRedirect(section: JsonMember): JsonMember {
  const { value } = section;
  if (value.kind !== 'object') return section;
  const members = value.members.filter((entry) => redirectOf(entry.key, entry.value) === undefined);
  return { ...section, value: { ...value, members } };
}

function typeOf(node: JsonNode): string | undefined {
  const type = node.kind === 'object' ? member(node, 'Type')?.value : undefined;
  return type?.kind === 'string' ? type.value : undefined;
}

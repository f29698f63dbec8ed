/** Edits that do not land without an outage, in one direction or both. */
export interface Exception {
  readonly edits: readonly string[];
  /** What the model says of them. */
  readonly says: RegExp;
  readonly why: string;
}

const EMPTY = /^nobody is behind new \w+ from "(updated|created) /;
const SCHEME =
  /\(AWS::ElasticLoadBalancingV2::LoadBalancer\)(: Scheme)?$|(from|until) "updated EnvironmentLoadBalancerRecord/;

/** What CloudFormation, Elastic Load Balancing or Amazon ECS cannot do in one deployment, however it is written. */
export const NAMED: readonly Exception[] = [
  {
    edits: ['networkMode bridge', 'networkMode awsvpc', 'networkMode host'],
    says: EMPTY,
    why: 'A target group takes instances or addresses and never changes over, so tasks come to another one.',
  },
  {
    edits: ['scheduling', 'strategy'],
    says: /^tasks of \w+ want port 81 of instances where tasks of \w+ have it$/,
    why: 'A service keeps its scheduling, so another one is made, while the old one holds the ports of the host.',
  },
  {
    edits: ['strategy'],
    says: /^nobody is behind \w*Second\w* from |^nobody is behind .*"deleted EnvironmentService/,
    why: 'The rule of the second target groups goes at the end, the tasks behind it before: it takes two deployments.',
  },
  {
    edits: ['processor'],
    says: /gets another kind of processor/,
    why: 'New instances run the tasks of before: the image has to be there for both kinds first.',
  },
  {
    edits: ['publicLoadBalancer', 'HTTP API', 'listener protocol', 'certificates'],
    says: SCHEME,
    why: 'A load balancer keeps its scheme and its type: another one, with another address, takes its place.',
  },
  {
    edits: ['listener container'],
    says: EMPTY,
    why: 'The target group of the other container is empty until a load balancer uses it and tasks have come.',
  },
  {
    edits: ['rule added', 'rule conditions', 'rule with priority', 'rule with priority, conditions', 'rule removed'],
    says: EMPTY,
    why: 'The target group of a rule is empty until the rule is there and tasks have come.',
  },
  {
    edits: [
      'rule added',
      'rule conditions',
      'rule with priority',
      'rule with priority, conditions',
      'rule removed',
    ],
    says: /from "old tasks of \w+ have left" until "deleted /,
    why: 'CloudFormation deletes a rule at the end, when the tasks behind it have left.',
  },
  {
    edits: ['target group name'],
    says: EMPTY,
    why: 'A target group keeps its name: one of another name takes its place, and is empty at first.',
  },
  {
    edits: ['minCapacity 1'],
    says: /"all tasks of \w+ stop"/,
    why: 'With one instance, whatever starts tasks anew stops them first.',
  },
  {
    edits: ['CloudFront'],
    says: /from "updated \w+" on, for good$/,
    why: 'The rule with both target groups gets the secret of CloudFront, and a change of it sets the weights back.',
  },
];

/** Faults of the library. A fault that is mended is taken out of here: the test fails until then. */
export const KNOWN: readonly Exception[] = [
  {
    edits: ['hostPort', 'containerPort', 'scheduling', 'strategy'],
    says: EMPTY,
    why: 'The port of a target group is that of the host or the container.',
  },
  {
    edits: ['certificates'],
    says: /^(no listener is there|nobody is behind .*) from "(updated|old tasks)/,
    why: 'The target group belongs to the port of the listener, so that 443 gets an empty one and 80 leads to it.',
  },
  {
    edits: ['loadBalancerName'],
    says: /would be behind two load balancers|is made while/,
    why: 'Target groups keep their ids when the load balancer is another one.',
  },
  {
    edits: ['maxAzs'],
    says: /^subnet \w+ is made while \w+ has addresses of it$/,
    why: 'The ranges of subnets depend on the number of zones.',
  },
  { edits: ['HTTP API'], says: /AWS::Route53::RecordSet/, why: 'The record of a domain name belongs to the door.' },
  {
    edits: ['rule with priority, conditions', 'rule to an answer'],
    says: /is made while \w+ has AWS::ElasticLoadBalancingV2::ListenerRule/,
    why: 'The id of a rule depends on its conditions and on where it leads.',
  },
];

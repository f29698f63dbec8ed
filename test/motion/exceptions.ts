/** Edits that do not land without an outage, in one direction or both. */
export interface Exception {
  readonly edits: readonly string[];
  /** Of these shapes only; without any, of each. */
  readonly shapes?: readonly string[];
  /** What the model says of them. */
  readonly says: RegExp;
  readonly why: string;
}

const EMPTY = /^nobody is behind new \w+ from "(updated|created) /;
const SCHEME =
  /\(AWS::ElasticLoadBalancingV2::LoadBalancer\)(: \w+)?$|(from|until) "updated EnvironmentRecord/;

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
    says: /^nobody is behind \w*Second\w* from |^nobody is behind .*"(deleted EnvironmentService|updated \w*Rule10)/,
    why: 'The tasks may be behind the second target groups, and leave before the rule is back: it takes two deployments.',
  },
  {
    edits: ['processor'],
    says: /gets another kind of processor/,
    why: 'New instances run the tasks of before: the image has to be there for both kinds first.',
  },
  {
    edits: ['publicLoadBalancer', 'HTTP API', 'listener protocol', 'loadBalancerName'],
    says: SCHEME,
    why: 'A load balancer keeps its name, scheme and type: another one, with another address, takes its place.',
  },
  {
    edits: ['HTTP API'],
    says: /from "created EnvironmentHttpApiMapping/,
    why: 'An API leads to an internal load balancer, which is another one than before, and gets the name at once.',
  },
  {
    edits: ['certificates'],
    shapes: ['blue/green'],
    says: /^nobody is behind .* (from|until) "(updated|deleted) EnvironmentLoadBalancerListener80/,
    why: 'Where versions take turns, a new listener cannot know which of both target groups has the tasks.',
  },
  {
    edits: ['rule added', 'rule conditions', 'rule with priority', 'rule with priority, conditions'],
    shapes: ['daemon', 'daemon, awsvpc', 'daemon, domain', 'replicas', 'blue/green'],
    says: EMPTY,
    why: 'The target group of a rule is empty until the rule is there and tasks have come.',
  },
  {
    edits: ['rule removed', 'rule to an answer'],
    shapes: ['daemon, rule'],
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
export const KNOWN: readonly Exception[] = [];

/** Whether a table says why edits of a shape end like that. */
export function isExplained(shape: string, edits: readonly string[], reason: string): boolean {
  return [...NAMED, ...KNOWN].some((exception) => explains(exception, shape, edits, reason));
}

export function explains(
  { edits, shapes, says }: Exception, shape: string, made: readonly string[], reason: string,
): boolean {
  return made.some((edit) => edits.includes(edit)) && (shapes?.includes(shape) ?? true) && says.test(reason);
}

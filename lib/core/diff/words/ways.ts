import { UNASKED } from '../traffic/front';

/** A kind of trouble: why it is so, and how to get there in steps that each land. */
export interface Reason {
  readonly title: string;
  readonly effect: 'outage' | 'cannot be deployed';
  readonly why: string;
  /** One deployment each. */
  readonly way: readonly string[];
}

const SECOND_ENVIRONMENT = [
  'Deploy a second environment with the edit beside this one; where this one has a `domainName`, with `certificates` '
    + 'for that name instead.',
  'When its tasks are healthy, lead the domain name, or whoever has the address, to it. A `domainName` moves from one '
    + 'to the other, and `certificates` stay with both, if the new record keeps the logical id of the old one: '
    + '`stack.renameLogicalId(NEW, OLD)`.',
  'Remove the first one when nobody uses its address any more; answers of the DNS are kept for a minute.',
];

/** Amazon ECS moves the tasks to the other target group at each version. */
const FIRST_GROUP =
  'See in the rule which target group has the weight. If it is the second one, deploy a version, such as another '
  + 'environment property: it takes its turn in the first one.';

const ONE_MORE = [
  'Deploy `minCapacity: 2` by itself.',
  'Deploy the edit.',
  'Deploy `minCapacity: 1` again.',
];

/** Every kind of trouble there is. */
export const REASONS = {
  'new target group': {
    title: 'A listener or a rule leads to a container that it did not lead to before',
    effect: 'outage',
    why: 'A service registers in a target group only when a listener or a rule leads to it, so that a new one is '
      + 'empty at first.',
    way: [
      `Deploy a rule with the path \`${UNASKED}\`, which nobody asks for, that leads to the same container.`,
      'When its targets are healthy, deploy the edit.',
    ],
  },
  'other target group': {
    title: 'A target group is made anew',
    effect: 'outage',
    why: 'A target group keeps its type, protocol, port and name: another one takes its place, and is empty until '
      + 'tasks of the next version register in it.',
    way: SECOND_ENVIRONMENT,
  },
  'group that is left': {
    title: 'A rule or a listener is removed',
    effect: 'outage',
    why: 'CloudFormation deletes at the end of an update, when the tasks have left the target group that the rule '
      + 'still leads to.',
    way: [
      `Give the rule the path \`${UNASKED}\`, which nobody asks for, and deploy that.`,
      'Remove the rule.',
    ],
  },
  'all tasks stop': {
    title: 'All tasks stop at once',
    effect: 'outage',
    why: 'With 0 % of the tasks as the least that serves, Amazon ECS stops old tasks before new ones run. That is '
      + 'so with `minCapacity: 1`, and however many instances there are.',
    way: ONE_MORE,
  },
  'all instances stop': {
    title: 'All instances stop at once',
    effect: 'outage',
    why: 'The group may shrink to nothing while its instances are replaced, since its most is one instance.',
    way: [
      'Deploy `minCapacity: 2` and `maxCapacity: 3` by themselves.',
      'Deploy the edit.',
      'Deploy the old figures again.',
    ],
  },
  'weights set back': {
    title: 'A rule whose weights Amazon ECS has moved is changed',
    effect: 'outage',
    why: 'Versions take turns in two target groups. CloudFormation writes the rule as the template has it, with '
      + 'all requests to the first group; when the tasks are in the second one, nobody answers.',
    way: [FIRST_GROUP, 'Deploy the edit while the tasks are there.'],
  },
  'end of turns': {
    title: 'Versions that took turns in two target groups do not any more',
    effect: 'outage',
    why: 'The second target group goes, and a template does not tell whether the tasks are there.',
    way: [
      FIRST_GROUP,
      'Deploy `RolloutStrategy.rolling({ secondTargetGroups: true })`.',
      'Deploy the edit.',
    ],
  },
  'other load balancer': {
    title: 'A domain name moves to another load balancer',
    effect: 'outage',
    why: 'A load balancer keeps its name, scheme and type. The tasks leave the target groups of the old one when they '
      + 'register in those of the new one, and the record changes before or after that.',
    way: SECOND_ENVIRONMENT,
  },
  'no listener': {
    title: 'A redirect leads where no listener is yet',
    effect: 'outage',
    why: 'The redirect changes before the listener that it leads to is there.',
    way: [
      'Deploy the new listener beside the old one, without the redirect.',
      'When its targets are healthy, deploy the redirect.',
    ],
  },
  'version to all': {
    title: 'Elastic Beanstalk deploys to all instances at once',
    effect: 'outage',
    why: 'With the deployment policy AllAtOnce, or a single instance, all instances are out of service while they '
      + 'get a version.',
    way: [
      'Deploy another deployment policy, such as `BeanstalkDeployment.rolling()`, by itself.', 'Deploy the version.',
    ],
  },
  'instances all': {
    title: 'Elastic Beanstalk replaces all instances at once',
    effect: 'outage',
    why: 'Without rolling updates, or with a single instance, Elastic Beanstalk ends the instances before others '
      + 'serve.',
    way: ['Deploy rolling updates, with two instances at least, by themselves.', 'Deploy the edit.'],
  },
  'taken': {
    title: 'What is made needs a name, a port, a priority or a record that something else has',
    effect: 'cannot be deployed',
    why: 'CloudFormation makes the new before it deletes the old, and changes one after the other; AWS gives it to one '
      + 'of them only.',
    way: [
      'Deploy the new, and all that change places, with names, ports or priorities that nobody has.',
      'Deploy them as they shall be.',
    ],
  },
  'twice': {
    title: 'Two parts of the template need the same name, port, priority or record',
    effect: 'cannot be deployed',
    why: 'AWS gives it to one of them only.',
    way: ['Give one of them another one.'],
  },
  'type': {
    title: 'A logical id gets another type',
    effect: 'cannot be deployed',
    why: 'CloudFormation changes the type of no resource.',
    way: ['Remove the old resource, and deploy that.', 'Add the new one.'],
  },
  'addresses': {
    title: 'Subnets move into addresses of others',
    effect: 'cannot be deployed',
    why: 'CloudFormation makes the new subnets before it deletes the old ones, and a VPC gives each address to one'
      + ' subnet.',
    way: SECOND_ENVIRONMENT,
  },
  'host port': {
    title: 'Another service wants host ports that the old one holds',
    effect: 'cannot be deployed',
    why: 'A service keeps its scheduling and its name, so another one takes its place. The old one holds its ports'
      + ' on every instance until it is deleted, which is after the new one runs.',
    way: ['Deploy `hostPort: 0` for the container, or no mapping when nobody uses it.', 'Deploy the edit.'],
  },
  'two load balancers': {
    title: 'A target group would be behind two load balancers',
    effect: 'cannot be deployed',
    why: 'Another load balancer takes the place of the old one, which leads to the target group until it is deleted.',
    way: SECOND_ENVIRONMENT,
  },
  'no load balancer': {
    title: 'A service registers in a target group before anything leads to it',
    effect: 'cannot be deployed',
    why: 'Amazon ECS registers tasks in target groups of a load balancer only.',
    way: [
      `Deploy the listener, or the rule with the path \`${UNASKED}\`, which nobody asks for.`, 'Deploy the service.',
      'Deploy the rule as it shall be.',
    ],
  },
  'too many groups': {
    title: 'A service has more than five target groups',
    effect: 'cannot be deployed',
    why: 'That is the most that Amazon ECS takes.',
    way: ['Lead some of the rules to the same container, or its containers to another service.'],
  },
  'unused group': {
    title: 'Instances wait for a target group that nothing leads to any more',
    effect: 'cannot be deployed',
    why: 'The listener leaves the old target group at once, and a new instance waits to be healthy in it for 13 '
      + 'minutes.',
    way: ['Deploy what changes the listeners and rules.', 'Deploy what replaces instances.'],
  },
  'processor': {
    title: 'Instances get another kind of processor',
    effect: 'cannot be deployed',
    why: 'New instances run the tasks of before, whose images may be for the old kind only. With images for both '
      + 'kinds, which a template does not tell, instances are replaced one by one and it lands.',
    way: [
      'Push images for both kinds of processors, and deploy them.',
      'Deploy the other instance type; with `--any-processor`, `diff` knows that they are.',
    ],
  },
  'way out': {
    title: 'What runs has no way out for a time',
    effect: 'outage',
    why: 'CloudFormation leads the routes to a NAT instance as soon as it runs, which is a minute or two before it '
      + 'passes anything on. Clients are answered meanwhile, unless an answer needs somebody outside.',
    way: ['Deploy `Nat.single()` or `Nat.perAz()` instead: a gateway works as soon as it is there.'],
  },
  'fixed at creation': {
    title: 'An option that Elastic Beanstalk takes only when it makes an environment',
    effect: 'cannot be deployed',
    why: 'Elastic Beanstalk refuses to change it.',
    way: SECOND_ENVIRONMENT,
  },
} as const satisfies Readonly<Record<string, Reason>>;

export type Kind = keyof typeof REASONS;

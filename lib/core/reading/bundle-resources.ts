import { Rule } from '../finding/rule';
import { BundleResource, Mention, USUAL_LISTENER } from '../options/resources';
import { listenerBehindProp, missingResource, otherGroups, secondListener } from '../options/sections/resource-rules';
import { OptionKey, OptionSource } from '../options/setting';
import { BundleRules } from '../settings/beanstalk/beanstalk';
import { BeanstalkShape } from '../settings/beanstalk/beanstalk-shape';
import { ReadResources } from './read-options';

/** What the rules about the resources of a bundle have to know of the environment. */
export interface MadeEnvironment {
  /** The options that its template sets. */
  readonly options: readonly (OptionKey & { readonly value?: string })[];
  readonly shape: BeanstalkShape;
  /** The ports of the instances that the load balancer leads to. */
  readonly hostPorts: readonly number[];
  /** Whether port 80 leads to HTTPS. */
  readonly redirects: boolean;
}

/** A problem, and the file that has it. */
export interface FileProblem {
  readonly source: OptionSource;
  readonly problem: {
    readonly rule: Rule;
    readonly place: Mention['place'];
    readonly message: string;
    readonly hint: string;
  };
}

/** What CloudFormation would refuse of the files of a bundle, or what they would undo. */
export function resourceProblems(files: readonly ReadResources[], made: MadeEnvironment): FileProblem[] {
  const defined = new Set(
    files.flatMap(({ resources }) => resources.filter(({ hasType }) => hasType).map(({ name }) => name)),
  );
  return files.filter(({ source }) => source.inBundle).flatMap(({ source, resources, mentions }) => {
    const kept = resources.filter((resource) => !isDone(resource, made.hostPorts));
    const named = [...mentions, ...kept.flatMap((resource) => [resource, ...resource.mentions])];
    const problems = named.flatMap(({ name, place }) => {
      const why = whyMissing(name, defined, made);
      return why === undefined
        ? []
        : [
          {
            source,
            problem: { rule: missingResource, place, message: `names ${name}, but ${why.because}.`, hint: why.edit },
          },
        ];
    });
    return [...problems, ...resources.flatMap((resource) => overridesIn(resource, source, made))];
  });
}

/** What a resource changes of what the options say, and the instances rely on. */
function overridesIn(
  { place, redirectsTo, listensOn, groups }: BundleResource, source: OptionSource, made: MadeEnvironment,
): FileProblem[] {
  const problem = (rule: Rule, at: Mention['place'], message: string, hint: string): FileProblem[] => [
    { source, problem: { rule, place: at, message, hint } },
  ];
  if (listensOn !== undefined) {
    if (!listenedPorts(made.options).includes(listensOn)) return [];
    const hint = listensOn === 80
      ? `Name it ${USUAL_LISTENER}, as Beanstalk names the one that it has.`
      : `Remove it, or the options of aws:elbv2:listener:${listensOn}.`;
    return problem(
      secondListener, place, `adds a listener on port ${listensOn}, on which the environment has one already.`, hint,
    );
  }
  if (groups && made.shape === 'application') {
    return problem(
      otherGroups, groups, 'takes the load balancer out of the security group that the instances let in.',
      'Remove it; allowedCidrs and allowedSecurityGroups of the listeners say who may connect.',
    );
  }
  return redirectsTo === undefined || made.redirects
    ? []
    : problem(
      listenerBehindProp, place,
      'sends the clients of port 80 to HTTPS, and the listeners of the environment do not.',
      'Remove it, or leave listeners and redirectHTTP out.',
    );
}

function listenedPorts(options: MadeEnvironment['options']): number[] {
  return options.flatMap(({ namespace, optionName, value }) => {
    const [, port] = /^aws:elbv2:listener:(default|\d+)$/.exec(namespace) ?? [];
    const isOn = optionName === 'ListenerEnabled' && value === 'true';
    return isOn && port ? [port === 'default' ? 80 : Number(port)] : [];
  });
}

/** The rules that let a load balancer in, which the stack has already, and which are left out of the version. */
export function bundleRules(files: readonly ReadResources[]): readonly BundleRules[] {
  return files.filter(({ source }) => source.inBundle).flatMap(({ source, resources }) => {
    const rules = resources.flatMap(({ letsInOn, cut }) =>
      letsInOn === undefined || !cut ? [] : [{ port: letsInOn, ...cut }],
    );
    return rules.length > 0 ? [{ file: source.name.replace(/^\(bundle\) /, ''), text: source.text, rules }] : [];
  });
}

/**
 * Whether a file means the security group that Beanstalk makes for the instances, otherwise than to open a port of a
 * listener.
 */
export function namesDefaultGroup(files: readonly ReadResources[]): boolean {
  return files
    .filter(({ source }) => source.inBundle)
    .some(({ resources, mentions }) =>
      [
        ...mentions,
        ...resources.filter(({ letsInOn }) => letsInOn === undefined).flatMap((one) => [one, ...one.mentions]),
      ].some(({ name }) => name === 'AWSEBSecurityGroup'),
    );
}

function isDone({ letsInOn, cut }: BundleResource, hostPorts: readonly number[]): boolean {
  return letsInOn !== undefined && cut !== undefined && hostPorts.includes(letsInOn);
}

interface Missing {
  readonly because: string;
  readonly edit: string;
}

const CLASSIC: Missing = {
  because: 'the environment has no Classic Load Balancer',
  edit:
    'Remove what names it; listeners, allowedCidrs, idleTimeout and accessLogsBucket say the same of the load '
    + 'balancer.',
};

function whyMissing(
  name: string, defined: ReadonlySet<string>, { shape, options }: MadeEnvironment,
): Missing | undefined {
  if (/^AWSEBLoadBalancer(SecurityGroup)?$/.test(name)) return CLASSIC;
  if (name === 'AWSEBAutoScalingLaunchConfiguration') {
    return {
      because: 'the instances have a launch template',
      edit: 'Name AWSEBEC2LaunchTemplate, or use the props of the instances.',
    };
  }
  const hasBalancer = shape === 'application' || shape === 'network';
  if (/^AWSEBV2LoadBalancer/.test(name) && !hasBalancer) {
    return { because: 'the environment has no load balancer of its own', edit: 'Remove what names it.' };
  }
  if (name === 'AWSEBV2LoadBalancerListener' && isOff(options) && !defined.has(name)) {
    return { because: 'its listener 80 is off', edit: 'Add a listener on port 80, or remove what names it.' };
  }
  if (defined.has(name)) return undefined;
  if (/^AWSEBWorker(DeadLetter)?Queue$/.test(name)) {
    return {
      because: 'the queue is one of the stack',
      edit: 'Remove what names it; queue and deadLetterQueue of the environment are the queues.',
    };
  }
  const hasDatabase = options.some(({ namespace }) => namespace === 'aws:rds:dbinstance');
  return /^AWSEBRDS/.test(name) && !hasDatabase
    ? { because: 'the environment has no database', edit: 'Make it in the stack, with rds.DatabaseInstance.' }
    : undefined;
}

function isOff(options: MadeEnvironment['options']): boolean {
  return options.some(({ namespace, optionName, value }) =>
    namespace === 'aws:elbv2:listener:default' && optionName === 'ListenerEnabled' && value === 'false',
  );
}

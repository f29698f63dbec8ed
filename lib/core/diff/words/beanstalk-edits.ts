import { Edited, Effect } from '../model';
import { Resource } from '../template/cfn-template';
import { Update } from '../template/update';
import {
  ENVIRONMENT, OPTION_WORDS, optionDoes, OptionDoes, optionOf, stopsForInstances, stopsForVersion, versionRoll,
} from './beanstalk';
import { Leaf, leavesOf } from './leaves';
import { changeOf } from './shown';
import { Found } from './troubles';

const OPTIONS = 'OptionSettings';

const EFFECTS: Readonly<Record<OptionDoes, Effect>> = {
  'in place': 'in place',
  'restarts': 'rolls',
  'instances': 'rolls',
  'refused': 'cannot be deployed',
  'another load balancer': 'replaced',
  'another address': 'replaced',
};

/** An edit of an environment of Elastic Beanstalk: of an option, or of the environment itself. */
export function optionEdited(update: Update, { id }: Resource, { path, before, after }: Leaf): Edited {
  const [property, option] = path;
  if (property === OPTIONS && option !== undefined) {
    const [namespace, name] = namesOf(option);
    const does = doesOf({ path, before, after });
    const isHidden = namespace.startsWith('aws:elasticbeanstalk:application:environment');
    return {
      effect: EFFECTS[does],
      subject: `option ${name} of ${namespace}`,
      what: changeOf(before, after, isHidden),
      says: OPTION_WORDS[does].says,
      resources: [id],
      properties: [property],
    };
  }
  const { fate, properties: causes } = update.of(id);
  const isCause = fate === 'replaced' && causes.some((cause) => cause.split('/')[0] === property);
  const common = {
    subject: `${property} of the environment`, what: changeOf(before, after), resources: [id], properties: [property],
  };
  if (isCause) {
    const says = 'CloudFormation makes another environment with another address, and terminates this one at the end.';
    return { ...common, effect: 'replaced', says };
  }
  if (property === 'VersionLabel') return { ...common, effect: 'rolls', says: versionRoll(update.next.get(id)) };
  if (property === 'PlatformArn') {
    return { ...common, effect: 'rolls', says: 'Elastic Beanstalk updates the platform; the environment stays.' };
  }
  return { ...common, effect: 'in place', says: 'It changes while the instances serve.' };
}

/** What was not said before, or is not said any more, is no other choice. */
function doesOf({ path, before, after }: Leaf): OptionDoes {
  const does = optionDoes(...namesOf(path[1]));
  return does === 'refused' && (before === undefined || after === undefined) ? 'in place' : does;
}

/** An edit of what is deployed. */
export function versionEdited(update: Update, { id }: Resource, { path: [property] }: Leaf): Edited {
  const environment = update.next.ofType(ENVIRONMENT)
    .find(({ pointers }) => pointers.get('VersionLabel')?.[0]?.id === id);
  const isDeployed = environment !== undefined && update.of(environment.id).fate !== 'same';
  return {
    effect: isDeployed ? 'rolls' : 'in place',
    subject: property === 'SourceBundle' ? 'source bundle' : `${property} of the version`,
    what: 'changed',
    says: isDeployed ? versionRoll(environment) : 'It is a version that no environment here runs.',
    resources: [id],
    properties: [property],
  };
}

/** `aws:autoscaling:asg MinSize`; names may have spaces. */
function namesOf(option: string): [namespace: string, name: string] {
  const [namespace, ...name] = option.split(' ');
  return [namespace, name.join(' ')];
}

/** What Elastic Beanstalk does by its own policies. */
export function beanstalkTroubles(update: Update): Found[] {
  return update.ofType(ENVIRONMENT, 'updated').flatMap(({ id, properties }): Found[] => {
    const [before, after] = [update.old.get(id)!, update.next.get(id)!];
    const leaves = leavesOf(before.properties[OPTIONS], properties[OPTIONS], [OPTIONS]);
    const does = leaves.filter(({ path }) => path.length > 1).map(doesOf);
    const isVersion = update.of(id).properties.includes('VersionLabel');
    return [
      ...isVersion && stopsForVersion(after)
        ? [found('version to all', id, 'the version is deployed', minutes(after))] : [],
      ...does.includes('instances') && stopsForInstances(after)
        ? [found('instances all', id, 'the instances are replaced', 'until the first new one serves')] : [],
      ...does.includes('refused') ? [found('fixed at creation', id, 'an option changes that stays as it was')] : [],
    ];
  });
}

function found(kind: Found['kind'], id: string, what: string, howLong?: string): Found {
  return { kind, what: `${id}: ${what}`, ...howLong !== undefined && { howLong }, ids: [id] };
}

function minutes(environment: Resource): string {
  const most = optionOf(environment, 'aws:elasticbeanstalk:command', 'Timeout') ?? '600';
  return `while the containers are exchanged, ${most} s at most`;
}

import { Resource } from '../template/cfn-template';
import { at, numberAt } from '../template/json';
import { Update } from '../template/update';
import { Loss, Step } from '../traffic/course';
import { rollOf } from '../traffic/instances';
import { Motion } from '../traffic/motion';
import { Refusal } from '../traffic/refusals';
import { SERVICE, serviceOf } from '../traffic/services';
import { nameIn } from './holders';
import { healthyAfter } from './rolls';
import { Kind, REASONS } from './ways';

/** A trouble, and the resources that are the reason. */
export interface Found {
  readonly kind: Kind;
  readonly what: string;
  readonly howLong?: string;
  readonly ids: readonly string[];
}

export function foundIn(update: Update, { losses, refusals }: Motion): Found[] {
  return [...refusals.map((refusal) => ofRefusal(update, refusal)), ...losses.map((loss) => ofLoss(update, loss))];
}

/** `new X` and `X` alike. */
export function idOf(thing: string): string {
  return thing.replace(/^new /, '');
}

function ofRefusal(update: Update, refusal: Refusal): Found {
  const { kind } = refusal;
  const found = (what: string, ...ids: readonly string[]): Found => ({ kind, what, ids });
  const [before, after] = [update.old, update.next].map((template) => (id: string) => nameIn(template, id));
  switch (refusal.kind) {
    case 'taken':
      return found(
        `${refusal.id} needs ${refusal.words}, which ${refusal.holder} has until it is deleted`,
        refusal.id, refusal.holder,
      );
    case 'twice':
      return found(`${refusal.ids.join(' and ')} need ${refusal.words}`, ...refusal.ids);
    case 'type': {
      const [old, next] = [update.old, update.next].map((template) => template.get(refusal.id)!.type);
      return found(`${refusal.id} changes from ${old} to ${next}`, refusal.id);
    }
    case 'addresses':
      return found(`${after(refusal.id)} needs addresses that ${before(refusal.holder)} has`, refusal.id);
    case 'host port':
      return found(
        `the new tasks of ${after(refusal.id)} need port ${refusal.port} of the instances, which the old ones hold`,
        refusal.id, refusal.holder,
      );
    case 'too many groups':
      return found(`${after(refusal.id)} has ${refusal.count} target groups`, refusal.id);
    case 'processor':
      return found(`the instances of ${after(refusal.id)} get another kind of processor`, refusal.id);
    default:
      return found(
        `${after(refusal.id)}: ${lowered(REASONS[refusal.kind].title)}, ${idOf(refusal.group)}`,
        refusal.id, idOf(refusal.group),
      );
  }
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function ofLoss(update: Update, loss: Loss): Found {
  const { entry, request, reply, since, until } = loss;
  const kind = kindOf(update, loss);
  const all = request.words === '' ? 'requests' : `requests for ${request.words}`;
  const answer = reply.answer === 'closed' ? 'get no connection' : 'get 503';
  const end = until ? `until ${moment(update, until)}${delay(update, loss)}` : 'on, for good';
  return {
    kind,
    what: `${all} to port ${entry.old.port} ${answer}`,
    howLong: `from when ${moment(update, since)} ${end}`,
    ids: [since.id, ...reply.groups.map(idOf)],
  };
}

function kindOf(update: Update, { entry, since, until, reply: { answer, groups } }: Loss): Kind {
  if (since.kind === 'tasks stop') return 'all tasks stop';
  if (since.kind === 'instances stop') return 'all instances stop';
  if (entry.old.balancer !== entry.next.balancer) return 'other load balancer';
  if (endsTurns(update)) return 'end of turns';
  if (since.kind === 'tasks left' || since.kind === 'deleted') return 'group that is left';
  if (answer === 'closed') return 'no listener';
  if (!until) return 'weights set back';
  return groups.some((group) => update.of(idOf(group)).fate === 'replaced') ? 'other target group' : 'new target group';
}

/** Whether versions that took turns in two target groups do not any more. */
function endsTurns(update: Update): boolean {
  return update.old.ofType(SERVICE).map(({ id }) => serviceOf(update, 'old', id))
    .some(({ id, takesTurns }) => takesTurns && !(update.next.get(id) && serviceOf(update, 'next', id).takesTurns));
}

function moment(update: Update, { kind, id }: Step): string {
  const { fate } = update.of(id);
  const name = nameIn(fate === 'deleted' || kind === 'deleted' ? update.old : update.next, id);
  switch (kind) {
    case 'instances stop':
      return `the instances of ${name} stop`;
    case 'tasks stop':
      return `the tasks of ${name} stop`;
    case 'tasks start':
      return `the first new task of ${name} is healthy`;
    case 'tasks left':
      return `the old tasks of ${name} have left`;
    case 'deleted':
      return `CloudFormation deletes ${name}`;
    default:
      return `${name} is ${fate === 'created' ? 'made' : fate === 'replaced' ? 'made anew' : 'changed'}`;
  }
}

/** What the time depends on. */
function delay(update: Update, { until, reply }: Loss): string {
  if (until?.kind === 'deleted') return ', at the end of the update';
  if (until?.kind !== 'tasks start') return '';
  const [group] = reply.groups.map((each): Resource | undefined => update.next.get(idOf(each)));
  const waits = update.next.waitsFor(until.id);
  const roll = update.ids('updated').filter((id) => waits.has(id)).map((id) => rollOf(update, id)).find((each) => each);
  const most = roll && numberAt(at(update.next.get(roll.id)!.properties, 'MaxSize'));
  const before = roll ? `, after ${most === undefined ? 'all' : `up to ${most}`} instances have been replaced` : '';
  return `: ${healthyAfter(group)}${before}`;
}

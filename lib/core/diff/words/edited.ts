import { Edited, Effect } from '../model';
import { Resource } from '../template/cfn-template';
import { Update } from '../template/update';
import { GROUP, rollOf } from '../traffic/instances';
import { SERVICE, taskOf } from '../traffic/services';
import { ENVIRONMENT, VERSION } from './beanstalk';
import { optionEdited, versionEdited } from './beanstalk-edits';
import { Edit, editOf, subjectOf } from './edits';
import { HOLDERS, nounOf } from './holders';
import { Leaf, leavesOf } from './leaves';
import { instancesRoll, tasksRoll } from './rolls';
import { isEdited } from './roots';
import { changeOf } from './shown';

const IN_PLACE = 'It changes while the tasks serve.';

/** Every edit, those that do most first. */
export function editedIn(update: Update): Edited[] {
  const ids = update.ids('updated', 'replaced').filter((id) => isEdited(update, id));
  return joined([
    ...ids.flatMap((id) => leavesOfResource(update, id).map((leaf) => editedLeaf(update, id, leaf))),
    ...comings(update),
  ]);
}

function leavesOfResource(update: Update, id: string): Leaf[] {
  const [before, after] = [update.old.get(id)!, update.next.get(id)!];
  if (before.type !== after.type) return [{ path: ['Type'], before: before.type, after: after.type }];
  const names = [...new Set([...before.texts.keys(), ...after.texts.keys()])];
  return names.flatMap((name) => leavesOf(before.properties[name], after.properties[name], [name]));
}

function editedLeaf(update: Update, id: string, leaf: Leaf): Edited {
  const resource = update.next.get(id)!;
  if (leaf.path[0] === 'Type' && update.of(id).properties[0] === 'Type') {
    const says = 'CloudFormation changes the type of no resource.';
    const effect = 'cannot be deployed';
    return { effect, subject: `type of ${id}`, what: whatOf(leaf, []), says, resources: [id], properties: ['Type'] };
  }
  if (resource.type === ENVIRONMENT) return optionEdited(update, resource, leaf);
  if (resource.type === VERSION) return versionEdited(update, resource, leaf);
  const edit = editOf(resource.type, leaf.path);
  const subject = edit && edit.path !== '' ? subjectOf(edit, leaf.path) : namedSubject(resource, edit, leaf);
  const { effect, says } = happens(update, resource, edit, leaf);
  const what = whatOf(leaf, edit ? restOf(edit, leaf) : []);
  return { effect, subject, what, says, resources: [id], properties: [leaf.path[0]] };
}

/** Of what has no words of its own, the property and the resource. */
function namedSubject({ id, type }: Resource, edit: Edit | undefined, { path }: Leaf): string {
  return edit ? `${edit.subject}: ${path.join(' ')}` : `${path.join(' ')} of ${id} (${type})`;
}

/** The names that the subject does not say. */
function restOf({ path, subject }: Edit, leaf: Leaf): readonly string[] {
  const named = [...subject.matchAll(/\{(\d)\}/g)].map(([, index]) => Number(index) + 1);
  const said = Math.max(...named, path.split('/').length);
  return path === '' ? [] : leaf.path.slice(said);
}

/** Values that may be secrets or are long. */
const HIDDEN = /^(Environment|Secrets|UserData|EnvironmentFiles)$/;

function whatOf({ path, before, after }: Leaf, rest: readonly string[]): string {
  const name = rest.length > 0 ? `${rest.join(' ')} ` : '';
  return `${name}${changeOf(before, after, path.some((part) => HIDDEN.test(part)))}`;
}

interface Happens {
  readonly effect: Effect;
  readonly says: string;
}

function happens(update: Update, resource: Resource, edit: Edit | undefined, { path }: Leaf): Happens {
  const { fate, properties } = update.of(resource.id);
  const own = edit?.says ?? '';
  const isCause = fate === 'replaced' && properties.some((name) => name.split('/')[0] === path[0]);
  if (isCause && HOLDERS.includes(resource.type)) {
    return { effect: 'replaced', says: own || 'Another one takes its place, without what this one holds.' };
  }
  if (edit?.does === 'tasks') return withTasks(update, resource, own);
  if (edit?.does === 'instances') return withInstances(update, resource, own);
  if (!isCause) return { effect: 'in place', says: own || IN_PLACE };
  return resource.type === SERVICE
    ? { effect: 'rolls', says: 'Another service takes its place; the old one serves until its tasks run.' }
    : { effect: 'in place', says: own || 'Another one takes its place, and the old one is deleted at the end.' };
}

/** Tasks start anew when their service does anything about it. */
function withTasks(update: Update, resource: Resource, own: string): Happens {
  const services = resource.type === SERVICE ? [resource] : update.next.ofType(SERVICE)
    .filter((service) => taskOf(update.next, service)?.id === resource.id);
  const [service] = services.filter(({ id }) => update.of(id).fate !== 'same');
  if (!service) return { effect: 'in place', says: 'The next tasks that are started have it.' };
  return { effect: 'rolls', says: sentences(own, tasksRoll(update.next, service)) };
}

function withInstances(update: Update, resource: Resource, own: string): Happens {
  const groups = resource.type === GROUP ? [resource] : update.next.ofType(GROUP)
    .filter(({ pointers }) => [...pointers.values()].flat().some(({ id }) => id === resource.id));
  const [roll] = groups.flatMap(({ id }) => rollOf(update, id) ?? []);
  if (!roll) return { effect: 'in place', says: sentences(own, 'Instances that are started from now on have it.') };
  return { effect: 'rolls', says: sentences(own, instancesRoll(roll)) };
}

function sentences(...all: readonly string[]): string {
  return all.filter((sentence) => sentence !== '').join(' ');
}

/** What is added and removed. What nobody edits by itself is counted. */
function comings(update: Update): Edited[] {
  const words = { created: 'added', deleted: 'removed' } as const;
  return (['created', 'deleted'] as const).flatMap((fate) => {
    const all = update.ids(fate).map((id) => update.next.get(id) ?? update.old.get(id)!);
    const named = all.filter((resource) => nounOf(resource) !== undefined);
    const rest = all.filter((resource) => !named.includes(resource));
    const own = named.map((resource): Edited => ({
      ...coming(update, resource),
      subject: nounOf(resource)!,
      what: words[fate],
      resources: [resource.id],
      properties: [],
    }));
    const others: Edited = {
      effect: 'in place', subject: `${rest.length} more ${rest.length === 1 ? 'resource' : 'resources'}`,
      what: words[fate],
      says: [...new Set(rest.map(({ type }) => type))].join(', '),
      resources: rest.map(({ id }) => id),
      properties: [],
    };
    return rest.length > 0 ? [...own, others] : own;
  });
}

function coming(update: Update, { id, type }: Resource): Happens {
  const isGone = update.of(id).fate === 'deleted';
  if (!isGone) return { effect: 'in place', says: 'It is made.' };
  if (!HOLDERS.includes(type)) return { effect: 'in place', says: 'It is deleted at the end.' };
  const isReplaced = update.ofType(type, 'created').length > 0;
  return {
    effect: isReplaced ? 'replaced' : 'removed', says: 'It is deleted at the end, with its address and what it holds.',
  };
}

/** Edits of one subject that do the same are one. */
function joined(edits: readonly Edited[]): Edited[] {
  const all = new Map<string, Edited>();
  for (const edit of edits) {
    const key = [edit.subject, edit.effect, edit.says, edit.properties.length > 0 || edit.what].join('\n');
    const known = all.get(key);
    all.set(key, known ? both(known, edit) : edit);
  }
  return [...all.values()];
}

function both(one: Edited, other: Edited): Edited {
  const what = one.what === other.what ? one.what : `${one.what}, ${other.what}`;
  const [resources, properties] = (['resources', 'properties'] as const)
    .map((list) => [...new Set([...one[list], ...other[list]])]);
  return { ...one, what, resources, properties };
}


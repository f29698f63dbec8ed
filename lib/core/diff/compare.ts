import { Comparison, Edited, Trouble, worst } from './model';
import { Template } from './template/cfn-template';
import { Update } from './template/update';
import { motionOf } from './traffic/motion';
import { beanstalkTroubles } from './words/beanstalk-edits';
import { editedIn } from './words/edited';
import { rootsOf } from './words/roots';
import { Found, foundIn } from './words/troubles';
import { wayOutTroubles } from './words/way-out';
import { REASONS } from './words/ways';

/** What somebody knows that no template says. */
export interface Known {
  /** Whether all images are there for each kind of processor. */
  readonly anyProcessor?: boolean;
}

/** What becomes of what one template has made when another takes its place. Takes any two templates. */
export function compareTemplates(old: Template, next: Template, { anyProcessor = false }: Known = {}): Comparison {
  const update = new Update(old, next);
  const found = [...foundIn(update, motionOf(update)), ...wayOutTroubles(update), ...beanstalkTroubles(update)]
    .filter(({ kind }) => !(anyProcessor && kind === 'processor'));
  const edits = editedIn(update);
  const troubles = merged(found.map((each) => troubleOf(update, each, edits)));
  const effects = new Map(troubles.flatMap(({ because, effect }) => because.map((subject) => [subject, effect])));
  const judged = edits.map((edit): Edited => ({
    ...edit, effect: worst([edit.effect, effects.get(edit.subject) ?? 'nothing']),
  }));
  return { effect: worst([...judged, ...troubles].map(({ effect }) => effect)), edits: judged, troubles };
}

function troubleOf(update: Update, { kind, what, howLong, ids }: Found, edits: readonly Edited[]): Trouble {
  const { effect, why, way } = REASONS[kind];
  const roots = new Set(ids.flatMap((id) => [...rootsOf(update, id)]));
  const because = edits.filter((edit) => edit.resources.some((id) => roots.has(id) && isReason(update, id, edit)));
  const subjects = [...new Set(because.map(({ subject }) => subject))];
  return { effect, kind, what, ...howLong !== undefined && { howLong }, why, way, because: subjects };
}

/** Of what is replaced, only what replaces it is a reason. */
function isReason(update: Update, id: string, { properties }: Edited): boolean {
  const { fate, properties: causes } = update.of(id);
  return fate !== 'replaced' || properties.some((name) => causes.some((cause) => cause.split('/')[0] === name));
}

const MOST = 4;

/** The same for several kinds of requests, resources or courses is said once. */
function merged(troubles: readonly Trouble[]): Trouble[] {
  const all = new Map<string, Trouble[]>();
  for (const trouble of troubles) {
    const key = [trouble.kind, trouble.howLong, ...trouble.because].join('\n');
    all.set(key, [...all.get(key) ?? [], trouble]);
  }
  return [...all.values()].map((group): Trouble => {
    const whats = [...new Set(group.map(({ what }) => what))];
    const rest = whats.length - MOST;
    return { ...group[0], what: [...whats.slice(0, MOST), ...rest > 0 ? [`${rest} more`] : []].join('; ') };
  });
}

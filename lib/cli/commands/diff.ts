import { compareTemplates } from '../../core/diff/compare';
import { Effect } from '../../core/diff/model';
import { Template } from '../../core/diff/template/cfn-template';
import { drawDiff } from '../../core/report/draw-diff';
import { COLORS, PLAIN } from '../../core/report/palette';
import { hideAll, shownAs, shownJson } from '../../core/report/redact';
import { Secrets } from '../../core/report/secrets';
import { Args } from '../args';
import { printFindings, readInput, secretsIn } from '../input';
import { ExitCode, Io, Misuse } from '../io';
import { synthesizeLazily } from '../load-template';
import { OpenedBundle, OpenedFile } from '../open-bundle';

/** Effects that somebody notices. */
const NOTICED: readonly Effect[] = ['removed', 'replaced', 'outage', 'cannot be deployed'];

/** A template, or what the command ends with when there is none. */
type Side = Template | ExitCode;

/** Says what becomes of a running environment when a file, its bundle or its app is deployed as it is now. */
export function diff(args: Args, io: Io): ExitCode {
  const { from, operands: [path = '.'] } = args;
  if (from === undefined) {
    throw new Misuse('diff needs --from OLD: a template, a folder that cdk synth wrote, or a git revision as HEAD~1');
  }
  const next = sideOf(path, args, io);
  if (typeof next === 'number') return next;
  const old = oldSide(from, path, args, io);
  if (typeof old === 'number') return old;
  refuseStrangers(old, next, from, path);
  const comparison = compareTemplates(old, next, args);
  const palette = io.colors.out ? COLORS : PLAIN;
  const secrets = [old, next].map(({ resources }) =>
    Secrets.ofValue([...resources.values()].map(({ properties }) => properties)));
  io.out(args.format === 'json'
    ? `${shownJson(comparison, secrets)}\n`
    : drawDiff(shownAs(comparison, secrets), palette));
  return NOTICED.includes(comparison.effect) ? ExitCode.NOTICED : ExitCode.OK;
}

/** What stands there wins over a revision of the same name. */
function oldSide(from: string, path: string, args: Args, io: Io): Side {
  if (opened(from, io)) return sideOf(from, args, io);
  try {
    return io.atRevision(path, from, (place) => sideOf(place, { ...args, operands: [place] }, io));
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(`${from} is no template, no folder and no revision of ${path}: ${(error as Error).message}`);
  }
}

function sideOf(path: string, args: Args, io: Io): Side {
  const found = opened(path, io);
  const ready = found && templateIn(found, path, args);
  if (ready) return ready;
  const input = readInput({ ...args, operands: [path] }, io);
  if (input.hasErrors) {
    printFindings(input, 'err', io);
    return ExitCode.FINDINGS;
  }
  const made = synthesizeLazily(input, { ...args, output: undefined });
  if (!(made instanceof Error)) return Template.of(made.template)!;
  io.err(`${input.name}: ${hideAll(made.message, secretsIn(input))}\n`);
  return ExitCode.FINDINGS;
}

/** Nothing when there is none, which whoever reads it says better. */
function opened(path: string, io: Io): OpenedBundle | OpenedFile | undefined {
  try {
    return io.open(path);
  } catch {
    return undefined;
  }
}

const SUFFIX = '.template.json';

function templateIn(found: OpenedBundle | OpenedFile, path: string, { stack }: Args): Template | undefined {
  if (found.kind === 'file') return templateOf(found.text);
  const isStack = (file: string) => file.endsWith(SUFFIX) && !file.endsWith(`.nested${SUFFIX}`);
  const all = new Map(found.files.filter((file) => isStack(file.path))
    .map((file) => [file.path.split('/').at(-1)!.slice(0, -SUFFIX.length), file]));
  if (all.size === 0) return undefined;
  const [only] = all.size === 1 ? all.keys() : [];
  const chosen = all.get(stack ?? only ?? '');
  if (!chosen) throw new Misuse(`${path} has the stacks ${[...all.keys()].join(', ')}; pass one of them with --stack`);
  return templateOf(chosen.read().toString('utf8'));
}

function templateOf(text: string): Template | undefined {
  try {
    return Template.of(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Two apps give everything other ids, so that all would be replaced. */
function refuseStrangers(old: Template, next: Template, from: string, path: string): void {
  if (old.resources.size === 0 || [...old.resources.keys()].some((id) => next.get(id))) return;
  throw new Misuse(
    `${from} and ${path} have no logical id in common, so they are of different apps; compare two templates of `
    + 'your own app, as with: cdk-dockerrun diff cdk.out --from OLD',
  );
}

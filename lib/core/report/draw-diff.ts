import { Comparison, Edited, Effect, Trouble } from '../diff/model';
import { Severity } from '../finding/finding';
import { Palette, PLAIN } from './palette';

const WIDTH = 96;

const SEVERITIES: Readonly<Record<Effect, Severity>> = {
  'nothing': Severity.INFO,
  'in place': Severity.INFO,
  'rolls': Severity.INFO,
  'removed': Severity.WARNING,
  'replaced': Severity.WARNING,
  'outage': Severity.ERROR,
  'cannot be deployed': Severity.ERROR,
};

/** What an update does, as a person reads it: every edit, and every trouble with its way around. */
export function drawDiff({ effect, edits, troubles }: Comparison, palette: Palette = PLAIN): string {
  const paint = (each: Effect) => palette.severity(SEVERITIES[each])(each);
  const parts = [
    ...edits.map((edit) => drawEdit(edit, paint, palette)),
    ...troubles.map((trouble) => drawTrouble(trouble, paint, palette)),
  ];
  return [...parts, `${palette.bold('all in all:')} ${paint(effect)}\n`].join('\n');
}

type Paint = (effect: Effect) => string;

function drawEdit({ effect, subject, what, says }: Edited, paint: Paint, palette: Palette): string {
  return [`${paint(effect)}  ${palette.bold(subject)}: ${what}`, ...wrapped(says), ''].join('\n');
}

function drawTrouble({ effect, what, howLong, why, way, because }: Trouble, paint: Paint, palette: Palette): string {
  const label = (word: string) => palette.dim(word);
  return [
    `${paint(effect)}  ${palette.bold(what)}`,
    ...howLong === undefined ? [] : wrapped(howLong),
    ...because.length === 0 ? [] : wrapped(`${label('because of:')} ${because.join('; ')}`),
    ...wrapped(`${label('why:')} ${why}`),
    ...way.flatMap((step, index) => wrapped(`${label(way.length === 1 ? 'instead:' : `step ${index + 1}:`)} ${step}`)),
    '',
  ].join('\n');
}

/** Lines of a width, two spaces in. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`  ${word}`);
  }
  return lines;
}

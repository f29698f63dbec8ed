import { Report } from '../../finding/rule';
import { LineIndex } from '../line-index';
import { mergeConflict, yamlText } from '../rules';

const CONFLICT = /^<{7}(?: [^\r\n]*)?$/gm;
const CONFLICT_END = /^>{7}(?: [^\r\n]*)?$/gm;

/** A key of YAML at the start of the text, behind comments and the mark of a document. */
const YAML = /^(?:\s|#[^\r\n]*|---[^\r\n]*)*(?:- +)?[A-Za-z_][\w.-]*:(?:\s|$)/;

/** Says where a version control system left both versions of a text. Returns whether it did. */
export function reportConflicts(text: string, report: Report): boolean {
  const starts = [...text.matchAll(CONFLICT)];
  if (starts.length === 0) return false;
  const lines = new LineIndex(text);
  const ends = [...text.matchAll(CONFLICT_END)];
  for (const { index, 0: marker } of starts) {
    const end = ends.find((candidate) => candidate.index > index);
    const until = end ? `, and ends on line ${lines.position(end.index).line}` : '';
    report(
      mergeConflict, { path: '', offset: index, length: marker.length }, `a merge conflict starts here${until}.`,
      'Keep one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>.',
    );
  }
  return true;
}

/** Says that a text is in the other language that Beanstalk reads. Returns whether it is. */
export function reportYaml(text: string, report: Report): boolean {
  const start = YAML.exec(text)?.[0];
  if (start === undefined) return false;
  const key = /[^\s:]+:\s?$/.exec(start)?.[0].trimEnd() ?? '';
  report(
    yamlText, { path: '', offset: start.trimEnd().length - key.length, length: key.length },
    'the file is YAML, and a Dockerrun file is JSON.', 'Convert it, as this does: yq -o=json.',
  );
  return true;
}

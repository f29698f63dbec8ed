import { Severity } from '../../../finding/finding';
import { entryOf } from '../../../finding/table';
import { UploadedFile } from '../../../settings/containers/containers';
import { EnvironmentSettings, known } from '../../../settings/settings';
import { ContainerSpec } from '../../../spec/model';
import { TargetRule } from '../target-rule';

/** What Amazon ECS reads for one container. */
const MAX_FILES = 10;

export const environmentFile: TargetRule = {
  code: 'DR4162',
  name: 'environment-file',
  severity: Severity.ERROR,
  summary:
    'Each file with variables in the props ends in .env, an uploaded one has a name before that, and a container '
    + 'has 10 '
    + 'of them at most.',
  reason:
    'Amazon ECS refuses a task definition with others or with more, those of the file included. An upload is named '
    + 'anew, with the extension of the file, and a file called .env has none.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html',
  fields: ['containerDefinitions[].environmentFiles'],
  concerns: 'task',
  target: 'ecs',
  check(spec, { environmentFiles }, { at, report }) {
    for (const container of spec.containers) {
      for (const [must, hint] of faultsOf(container, environmentFiles)) {
        report(at(spec), `environmentFiles.${container.name}${must}.`, hint, [`environmentFiles.${container.name}`]);
      }
    }
  },
};

function* faultsOf(
  { name = '', environmentFiles: own = [] }: ContainerSpec, given: EnvironmentSettings['environmentFiles'],
): Iterable<readonly [string, string]> {
  const files = entryOf(given, name) ?? [];
  for (const [index, file] of files.entries()) {
    const fault = nameFault(known(file));
    if (fault) yield [`[${index}] must ${fault}`, 'Rename it, as in "web.env".'];
  }
  const inFile = own.length > 0 ? ` beside ${own.length} in the file` : '';
  if (files.length > 0 && files.length + own.length > MAX_FILES) {
    yield [` must leave a container ${MAX_FILES} files at most, got ${files.length}${inFile}`, 'Join some of them.'];
  }
}

function nameFault(file: string | UploadedFile = '.env'): string | undefined {
  const path = typeof file === 'string' ? file : file.upload;
  if (!path.endsWith('.env')) return `end in .env, got "${path}"`;
  const isNameless = typeof file !== 'string' && /(^|[/\\])\.env$/.test(path);
  return isNameless ? `have a name before .env, got "${path}"` : undefined;
}

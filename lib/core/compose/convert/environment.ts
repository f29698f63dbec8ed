import { Place } from '../../finding/rule';
import { array, object, string } from '../../syntax/build-tree';
import { JsonNode, JsonObject, member } from '../../syntax/json-tree';
import { entriesOf, itemsOf, textAt, textIn, textsOf, truthOf, valueAt } from '../nodes';
import { missingComposeFile, unsetVariable } from '../rules';
import { parseEnvironmentFile } from '../text/dotenv';
import { within } from '../text/paths';
import { Container, Converters } from './container';

/** The file that Beanstalk writes into the bundle from the properties of an environment. */
const PROPERTIES_FILE = '.env';

/** Variables and labels. */
export const ENVIRONMENT: Converters = {
  environment: (_value, container) => variables(container),
  env_file(_value, container) {
    if (!member(container.service, 'environment')) variables(container);
  },
  label_file(value, container) {
    for (const item of textsOf(value)) {
      const found = readFile(String(item.value), item, container, true);
      for (const [name, text] of found ?? []) container.put('dockerLabels', name, string(item, text));
    }
  },
  labels(value, container) {
    for (const { name, value: text, at } of entriesOf(value)) {
      container.put('dockerLabels', name, text ?? string(at, ''));
    }
  },
};

/** The variables of a container: those of its files, and over them its own. */
function variables(container: Container): void {
  const found = new Map<string, JsonNode>();
  for (const item of itemsOf(member(container.service, 'env_file')?.value)) {
    for (const [name, text] of fileOf(item, container) ?? []) found.set(name, string(item, text));
  }
  for (const { name, value, at } of entriesOf(member(container.service, 'environment')?.value)) {
    const given = value ?? inherited(name, at, container);
    if (given) found.set(name, given);
  }
  const entries = [...found].map(([name, value]): JsonObject =>
    object(value, [
      ['name', string(value, name)], ['value', value],
    ]),
  );
  if (entries.length > 0) container.set('environment', array(entries[0], entries));
}

/** A variable without a value is one of whoever calls Compose. */
function inherited(name: string, at: Place, container: Container): JsonNode | undefined {
  const given = container.project.lookup(name);
  if (given !== undefined) return string(at, given);
  container.project.report(
    unsetVariable,
    at,
    `names the variable ${name}, which is not set; the container does not get it.`,
    `Set it in the file .env, or with environmentProperties: { ${JSON.stringify(name)}: '…' }, which every `
      + 'container gets.',
  );
  container.explain(at, 'the variable has no value');
  return undefined;
}

function fileOf(item: JsonNode, container: Container): Map<string, string> | undefined {
  const path = item.kind === 'object' ? textAt(item, 'path') : textIn(item);
  if (path === undefined) return container.wrong(item, 'a path', 'Write the path of a file with variables.');
  const isRequired = truthOf(valueAt(item, 'required')) ?? true;
  const found = readFile(path, item, container, isRequired);
  if (found && found.size > 0) return found;
  if (found || !isRequired) container.explain(item, found ? 'the file sets no variable' : 'the file is not there');
  return found;
}

function readFile(
  path: string, at: JsonNode, { project }: Container, isRequired: boolean,
): Map<string, string> | undefined {
  const name = within('', path);
  const text = project.read(name)?.text;
  if (text !== undefined) return parseEnvironmentFile(text, project.lookup);
  if (name === PROPERTIES_FILE) {
    project.explained.set(at.path, 'every container gets the properties of the environment');
  } else if (isRequired) {
    project.report(
      missingComposeFile, at, `names ${JSON.stringify(path)}, which is not there.`,
      'Correct the path, add the file, or write "required: false".',
    );
  }
  return undefined;
}

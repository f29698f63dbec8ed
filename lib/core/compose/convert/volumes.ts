import { Place } from '../../finding/rule';
import { array, boolean, object, standIn, string } from '../../syntax/build-tree';
import { JsonNode, JsonObject, member } from '../../syntax/json-tree';
import { entriesOf, textAt, valueAt } from '../nodes';
import { isOutside, within } from '../text/paths';

/** Where Beanstalk unpacks the bundle, and where its files are on native ECS. */
const BUNDLE_FOLDER = '/var/app/current';

/** The volumes of a task in the making. */
export class Volumes {
  private readonly made = new Map<string, JsonObject>();
  private readonly paths = new Map<string, string>();

  constructor(private readonly root: JsonObject) {}

  /** The name of the volume that shows a path of the instance; `at` is where the path is written. */
  bind(path: string, at: Place): string {
    const sourcePath = isOutside(path) ? path : `${BUNDLE_FOLDER}/${within('', path)}`.replace(/\/$/, '');
    const known = this.paths.get(sourcePath);
    if (known !== undefined) return known;
    const name = this.free(asName(sourcePath.replace(`${BUNDLE_FOLDER}/`, '')) || 'bundle');
    this.paths.set(sourcePath, name);
    this.made.set(name, object(at, [
      ['name', string(standIn(at), name)], ['host', object(at, [['sourcePath', string(at, sourcePath)]])],
    ]));
    return name;
  }

  /** A volume of Docker that the project declares, or nothing when it does not. */
  named(key: string): string | undefined {
    const declared = valueAt(this.root, 'volumes');
    const found = declared?.kind === 'object' ? declared.members.find((one) => one.key === key) : undefined;
    if (!found) return undefined;
    const own = member({ ...this.root, members: [found] }, key)?.value;
    const name = asName(textAt(own, 'name') ?? key);
    if (!this.made.has(name)) this.made.set(name, dockerVolume(name, found.place, own));
    return name;
  }

  /** A volume that comes and goes with the task. */
  anonymous(container: string, path: string, at: Place): string {
    const name = this.free(`${container}-${asName(path)}`);
    this.made.set(name, object(at, [['name', string(standIn(at), name)]]));
    return name;
  }

  build(at: Place): JsonNode | undefined {
    return this.made.size === 0 ? undefined : array(at, [...this.made.values()]);
  }

  private free(name: string): string {
    for (let number = 2, free = name; ; number++) {
      if (!this.made.has(free)) return free;
      free = `${name}-${number}`;
    }
  }
}

/** One for all tasks of an instance, which is there before and after them. */
function dockerVolume(name: string, place: Place, own: JsonNode | undefined): JsonObject {
  const options = valueAt(own, 'driver_opts');
  const labels = entriesOf(valueAt(own, 'labels'));
  return object(place, [
    ['name', string(valueAt(own, 'name') ?? place, name)],
    ['dockerVolumeConfiguration', object(place, [
      ['scope', string(standIn(place), 'shared')],
      ['autoprovision', boolean(standIn(place), true)],
      ['driver', valueAt(own, 'driver')],
      ['driverOpts', options?.kind === 'object' ? textMembers(options) : undefined],
      ['labels', labels.length === 0 ? undefined : object(valueAt(own, 'labels')!, labels.map((label) =>
        [label.name, label.value ?? string(label.at, '')] as const))],
    ])],
  ]);
}

function textMembers(node: JsonObject): JsonObject {
  return object(node, node.members.map(({ key, value }) =>
    [key, 'value' in value ? string(value, String(value.value)) : undefined] as const));
}

/** The letters that Amazon ECS takes. */
export function asName(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 255);
}

import { Report } from '../finding/rule';
import { didYouMean } from '../finding/suggest';
import { JsonNode, JsonObject, member } from '../syntax/json-tree';
import type { ProjectLoader } from './load';
import { mergeServices } from './merge';
import { membersOf, textAt, textIn } from './nodes';
import { extendsCycle, undefinedService } from './rules';

/** The services of a file, each with what it extends. */
export class ExtendedServices {
  private readonly known = new Map<string, JsonNode>();
  private readonly services: JsonObject | undefined;

  constructor(
    private readonly loader: Pick<ProjectLoader, 'fileAt'>, private readonly report: Report, root: JsonObject,
    private readonly chain: readonly string[],
  ) {
    const found = member(root, 'services')?.value;
    this.services = found?.kind === 'object' ? found : undefined;
  }

  /** All of them; nothing when the file has none. */
  all(): JsonObject | undefined {
    const { services } = this;
    return (
      services && {
        ...services,
        members: services.members.map((found) => ({ ...found, value: this.extended(found.key, found.value, []) })),
      }
    );
  }

  private extended(name: string, service: JsonNode, within: readonly string[]): JsonNode {
    const done = this.known.get(name);
    if (done) return done;
    const from = service.kind === 'object' ? member(service, 'extends')?.value : undefined;
    if (service.kind !== 'object' || !from) return service;
    const rest = { ...service, members: service.members.filter(({ key }) => key !== 'extends') };
    const base = this.baseOf(from, [...within, name]);
    const merged = base?.kind === 'object' ? mergeServices(base, rest) : rest;
    this.known.set(name, merged);
    return merged;
  }

  private baseOf(from: JsonNode, within: readonly string[]): JsonNode | undefined {
    const name = textIn(from) ?? textAt(from, 'service');
    const file = textAt(from, 'file');
    if (name === undefined) return undefined;
    const services = file === undefined ? this.services : this.servicesOf(file, from);
    if (!services) return undefined;
    const found = member(services, name)?.value;
    if (!found) {
      const names = membersOf(services).map(({ key }) => key);
      this.report(
        undefinedService, from, `extends the service ${JSON.stringify(name)}, which is not in ${file ?? 'the file'}.`,
        didYouMean(name, names).trim() || 'Correct the name.',
      );
      return undefined;
    }
    if (file !== undefined) return found;
    if (!within.includes(name)) return this.extended(name, found, within);
    this.report(extendsCycle, from, `leads back to the service ${JSON.stringify(name)}.`, 'Take it out of the circle.');
    return undefined;
  }

  private servicesOf(file: string, at: JsonNode): JsonObject | undefined {
    const root = this.loader.fileAt(file, at, this.chain);
    const services = root && member(root, 'services')?.value;
    return services?.kind === 'object' ? services : undefined;
  }
}

import { Place, Report } from '../finding/rule';
import { choices } from '../finding/suggest';
import { SourceMap } from '../spec/decoder';
import { document } from '../spec/fields/document';
import { BuildSpec, Document } from '../spec/model';
import { array, boolean, number, object, standIn, string } from '../syntax/build-tree';
import { JsonMember, JsonNode, JsonObject, member } from '../syntax/json-tree';
import { Audit } from './audit';
import { authenticationIn } from './authentication';
import { convertService, PROJECT_KEYS } from './convert';
import { Container, ProjectContext } from './convert/container';
import { asName, Volumes } from './convert/volumes';
import { Links } from './links';
import { ComposeInput, ProjectLoader, projectName } from './load';
import { entriesOf, membersOf, textAt, textIn, textsOf, valueAt } from './nodes';
import {
  adjustedValue, assumedMemory, builtImage, composeForm, leftOutService, noServices,
} from './rules';
import { SourceFiles } from './sources';
import { within } from './text/paths';

/** What a service without a figure reserves, as one of a version 1 file does. */
const RESERVED_MIB = 256;

/** Compose files → the spec that says the same. Returns nothing when there are no services to speak of. */
export function readProject(input: ComposeInput, sources: SourceFiles, report: Report): Document | undefined {
  let isTold = false;
  const loader = new ProjectLoader(input, sources, (...problem) => {
    isTold = true;
    report(...problem);
  });
  const root = loader.load();
  if (!root && !isTold) {
    report(
      noServices, { path: '', offset: 0, length: 1 }, 'the file must have a service, got nothing.',
      'Write "services:" and below it each service.',
    );
  }
  if (!root) return undefined;
  return new ProjectReader(root, input, loader, report, sources).read();
}

class ProjectReader {
  private readonly services = new Map<string, JsonObject>();
  private readonly builds = new Map<string, BuildSpec>();
  private readonly place: Place;

  private readonly authentication: JsonNode | undefined;

  constructor(
    private readonly root: JsonObject, private readonly input: ComposeInput, private readonly loader: ProjectLoader,
    private readonly report: Report, sources: SourceFiles,
  ) {
    this.authentication = input.dockerrun && authenticationIn(input.dockerrun, sources, report);
    const declared = root.members.find(({ key }) => key === 'services');
    this.place = declared?.place ?? { path: '', offset: root.offset, length: 1 };
  }

  read(): Document | undefined {
    const { root, report, input } = this;
    for (const found of membersOf(valueAt(root, 'services'))) this.choose(found);
    const audit = new Audit(report, (name) => !this.services.has(name));
    audit.check(root);
    if (this.services.size === 0) {
      report(
        noServices, this.place, 'must have a service, got none.',
        'Write a service below "services:", or turn on a profile.',
      );
      return undefined;
    }
    const volumes = new Volumes(root);
    const project: ProjectContext = {
      report, explained: audit.explained, root, name: projectName(root, input), services: this.services, volumes,
      lookup: this.loader.lookup, read: input.read,
    };
    const containers = this.containers(project);
    const tree = object(root, [
      ['containerDefinitions', array(this.place, containers.map((container) => container.build()))],
      ['volumes', volumes.build(this.place)],
      ['authentication', this.authentication],
    ]);
    return this.decode(tree, project);
  }

  /** The services that Compose would start. */
  private choose({ key, place, value }: JsonMember): void {
    if (value.kind !== 'object') {
      this.report(composeForm, value, 'must be a map of keys.', 'Write "image:" below it.');
      return;
    }
    const profiles = textsOf(member(value, 'profiles')?.value).map((item) => String(item.value));
    const isOff = profiles.length > 0 && !this.input.profiles.some((one) => one === '*' || profiles.includes(one));
    const replicas = textIn(valueAt(value, 'deploy', 'replicas') ?? member(value, 'scale')?.value);
    if (!isOff && replicas !== '0') {
      this.services.set(key, value);
      return;
    }
    this.report(
      leftOutService,
      place,
      isOff ? `is left out: none of its profiles is on (${choices(profiles)}).` : 'is left out: it has no replicas.',
      isOff
        ? `Turn one on with profiles: [${JSON.stringify(profiles[0])}], or --profile ${profiles[0]} on the `
            + 'command line.'
        : 'Remove the figure to deploy it.',
    );
  }

  private containers(project: ProjectContext): Container[] {
    const links = new Links(this.services, this.report).make(this.place);
    const made = [...this.services].map(([name, service]) => {
      const container = new Container(asName(name), service, project);
      const { place } = membersOf(valueAt(this.root, 'services')).find(({ key }) => key === name)!;
      container.set('name', string(standIn(place), container.name));
      if (container.name !== name) {
        project.report(
          adjustedValue, place, `is no name for Amazon ECS; the container is called ${container.name}.`, 'Write it so.',
        );
      }
      this.image(container, place);
      convertService(service, container);
      container.set('links', links.get(name));
      this.explainKeys(service, container);
      return container;
    });
    this.awaited(made);
    this.memory(made);
    return made;
  }

  /** A container that others wait for until it has ended must not end the task. */
  private awaited(containers: readonly Container[]): void {
    const names = new Set(containers.flatMap((container) => {
      const dependsOn = container.get('dependsOn');
      return dependsOn?.kind !== 'array' ? [] : dependsOn.items
        .filter((item) => textAt(item, 'condition') === 'SUCCESS')
        .map((item) => textAt(item, 'containerName') ?? '');
    }));
    for (const container of containers) {
      if (names.has(container.name)) container.set('essential', boolean(standIn(container.service), false));
    }
    if (containers.some((container) => textIn(container.get('essential')) !== 'false')) return;
    const first = containers.find(({ name }) => !names.has(name));
    first?.set('essential', boolean(first.get('essential')!, true));
  }

  private memory(containers: readonly Container[]): void {
    const without = containers.filter((one) => !one.has('memory') && !one.has('memoryReservation'));
    if (without.length === 0) return;
    for (const container of without) {
      container.set('memoryReservation', number(standIn(container.service), RESERVED_MIB));
    }
    const names = without.map(({ name }) => name);
    this.report(
      assumedMemory,
      this.place,
      `says no memory for ${choices(names, 'and')}; ${RESERVED_MIB} MiB ${names.length > 1 ? 'each are' : 'are'} `
        + 'reserved.',
      'Write "mem_reservation: 256m", or "mem_limit" where the container is to be stopped when it uses more.',
    );
  }

  private image(container: Container, place: Place): void {
    const [image, build] = ['image', 'build'].map((key) => member(container.service, key)?.value);
    if (build) this.build(build, container);
    const name = textIn(image);
    if (name !== undefined) {
      container.set('image', string(image!, name));
    } else if (build) {
      container.set('image', string(standIn(build), `${container.project.name}-${container.name}:built`));
    } else if (!member(container.service, 'provider')) {
      this.report(composeForm, place, 'must have an image or a build.', 'Write "image: NAME:TAG" below it.');
    }
  }

  private build(build: JsonNode, container: Container): void {
    const context = textIn(build) ?? textAt(build, 'context') ?? '.';
    const named = build.kind === 'object' ? build.members.find(({ key }) => key === 'context')?.value ?? build : build;
    if (/^(https?:|git@|git:|ssh:)|\.git(#|$)/.test(context)) {
      container.refused(named, 'it is not beside the compose file', 'Push the image, and name it as image.');
      return;
    }
    const args = entriesOf(valueAt(build, 'args')).flatMap(({ name, value }) => {
      const text = value?.value ?? this.loader.lookup(name);
      return text === undefined ? [] : [[name, text] as const];
    });
    this.builds.set(container.name, {
      context: within('', context) || '.', dockerfile: textAt(build, 'dockerfile'), target: textAt(build, 'target'),
      networkMode: textAt(build, 'network'), args: Object.fromEntries(args),
    });
    this.report(
      builtImage, named, `is built from ${context}: the CDK does that when it deploys, and Beanstalk on each instance.`,
      'Push the image and name it as image, to build it once.',
    );
  }

  /** What is said in the plan and stands at no single place of it. */
  private explainKeys(service: JsonObject, container: Container): void {
    for (const { key, place } of service.members) {
      if (PROJECT_KEYS.includes(key)) {
        container.explain(place, 'it decides which containers there are, and who knows whom');
      }
    }
  }

  private decode(tree: JsonObject, project: ProjectContext): Document | undefined {
    const sources = new SourceMap();
    const decoded = document.decode(tree, { report: this.report, sources });
    if (!decoded) return undefined;
    const { authentication, volumes = [], containerDefinitions = [] } = decoded;
    const spec = {
      version: 2 as const, source: 'compose' as const, authentication, volumes, containers: containerDefinitions,
      builds: Object.fromEntries(this.builds), task: this.taskOf(),
    };
    return { spec: sources.keep(spec, tree), sources, root: this.root, tree, explained: project.explained };
  }

  /** The network of the instance is one of the whole task. */
  private taskOf(): { readonly networkMode?: 'host' } {
    const modes = [...this.services.values()].map((service) => member(service, 'network_mode')?.value);
    const host = modes.filter((mode) => textIn(mode) === 'host');
    if (host.length === 0) return {};
    if (host.length === modes.length) return { networkMode: 'host' };
    for (const mode of host) {
      this.report(
        adjustedValue, mode!, 'is host, which is a choice for all containers of a task; it is bridge here.',
        'Write it in every service, or remove it.',
      );
    }
    return {};
  }
}

import { logDirectory, logVolumeOwner } from '../spec/log-volumes';
import { DockerrunSpec, PortMappingSpec } from '../spec/model';
import { candidatesFor, chooseListeners, targetsOf, tcpCandidates } from './listeners';
import { heldPorts } from './neighbor';
import { EcsSettings } from './settings';

type Settings = Pick<EcsSettings, 'networkMode' | 'listeners' | 'rules' | 'certificates'>;

/** Kernel interfaces and sockets take any number of users; nothing else on a host does. */
const SHARED = /^\/(proc|sys|dev|cgroup)(\/|$)|\.sock$/;

/** What two tasks on one instance would fight for: host ports that no listener can find elsewhere, and folders that both write. */
export function hostBonds(spec: DockerrunSpec, settings: Settings): string[] {
  return [...boundPorts(spec, settings).map((port) => `host port ${port}`), ...writtenPaths(spec)];
}

/** In bridge mode a listener finds its tasks on any port, so what it leads to needs no certain one. */
function boundPorts(spec: DockerrunSpec, settings: Settings): string[] {
  const free = new Set(settings.networkMode === 'host' ? [] : servedMappings(spec, settings));
  return heldPorts(spec, settings.networkMode).filter(({ mapping }) => !free.has(mapping)).map(({ port }) => port);
}

/** The port mappings that listeners or rules lead to. */
export function servedMappings(spec: DockerrunSpec, settings: Settings): PortMappingSpec[] {
  const { rules } = settings;
  const listeners = rules === undefined ? chooseListeners(spec, settings).listeners : [];
  const candidates = tcpCandidates(spec);
  return targetsOf({ listeners, rules }).flatMap(({ target }) => candidatesFor(target, candidates).map(({ mapping }) => mapping));
}

function writtenPaths(spec: DockerrunSpec): string[] {
  const written = spec.containers.flatMap(({ mountPoints = [] }) => mountPoints).filter(({ readOnly }) => readOnly !== true);
  const names = new Set(written.flatMap(({ sourceVolume }) => sourceVolume ?? []));
  return [...new Set([...names].flatMap((name) => hostPathOf(spec, name) ?? []))].filter((path) => !SHARED.test(path));
}

function hostPathOf(spec: DockerrunSpec, name: string): string | undefined {
  const declared = spec.volumes.find((volume) => volume.name === name);
  if (declared) return declared.host?.sourcePath;
  const owner = logVolumeOwner(name);
  return owner === undefined ? undefined : logDirectory(owner);
}

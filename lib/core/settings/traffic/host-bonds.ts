import { logDirectory, logVolumeOwner } from '../../spec/log-volumes';
import { DockerrunSpec, PortMappingSpec } from '../../spec/model';
import { replacementOf, VolumeReplacements } from '../containers/containers';
import { HeldPort, heldPorts } from '../service/neighbor';
import { candidatesFor, PlacedTarget } from './listeners';
import { candidatesOn, networkHealthPort } from './network-listeners';
import { TrafficSettings } from './traffic';

type Settings = Pick<TrafficSettings, 'traffic' | 'networkMode' | 'volumes'>;

/** Kernel interfaces and sockets take any number of users; nothing else on a host does. */
const SHARED = /^\/(proc|sys|dev|cgroup)(\/|$)|\.sock$/;

/**
 * What two tasks on one instance would fight for: host ports that no listener can find elsewhere, and folders that both
 * write.
 */
export function hostBonds(spec: DockerrunSpec, settings: Settings): string[] {
  return [...boundPorts(spec, settings).map(({ port }) => `host port ${port}`), ...writtenPaths(spec, settings)];
}

/**
 * The host ports that replicas hold. In bridge mode a listener finds them on any port, so what it leads to needs no
 * certain one.
 */
export function boundPorts(spec: DockerrunSpec, settings: Settings): HeldPort[] {
  const free = new Set(settings.networkMode === 'host' ? [] : servedMappings(spec, settings));
  return heldPorts(spec, settings.networkMode).filter(({ mapping }) => !free.has(mapping));
}

/** The port mappings that listeners or rules lead to, on whichever port. */
export function servedMappings(spec: DockerrunSpec, settings: Settings): PortMappingSpec[] {
  const targets = settings.traffic.targets.map(({ target }) => target);
  const fixed = new Set(targets.flatMap((target) => fixedPorts(target, spec, settings)));
  const served = targets.flatMap((target) =>
    candidatesFor(target, candidatesOn(spec, target.protocol, settings.networkMode)),
  );
  return served.filter(({ hostPort }) => hostPort === 0 || !fixed.has(hostPort)).map(({ mapping }) => mapping);
}

/**
 * The host ports that have to stay what they are: one that is checked beside the traffic, and those of UDP, which is
 * always checked so.
 */
function fixedPorts(target: PlacedTarget['target'], spec: DockerrunSpec, { networkMode }: Settings): number[] {
  const own = candidatesFor(target, candidatesOn(spec, target.protocol, networkMode)).map(({ hostPort }) => hostPort);
  const checked = networkHealthPort(target, spec, networkMode) ?? 0;
  return [
    ...(own.includes(checked) && target.protocol !== 'UDP' ? [] : [checked]),
    ...(target.protocol?.endsWith('UDP') ? own : []),
  ];
}

function writtenPaths(spec: DockerrunSpec, { volumes }: Settings): string[] {
  const written = spec.containers
    .flatMap(({ mountPoints = [] }) => mountPoints)
    .filter(({ readOnly }) => readOnly !== true);
  const names = new Set(written.flatMap(({ sourceVolume }) => sourceVolume ?? []));
  return [...new Set([...names].flatMap((name) => hostPathOf(spec, volumes, name) ?? []))].filter(
    (path) => !SHARED.test(path),
  );
}

function hostPathOf(
  spec: DockerrunSpec, replacements: VolumeReplacements | undefined, name: string,
): string | undefined {
  const replacement = replacementOf(name, replacements);
  if (replacement) return replacement.kind === 'host' ? replacement.sourcePath : undefined;
  const declared = spec.volumes.find((volume) => volume.name === name);
  if (declared) return declared.host?.sourcePath;
  const owner = logVolumeOwner(name);
  return owner === undefined ? undefined : logDirectory(owner);
}

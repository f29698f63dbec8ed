import { ContainerSpec, DockerrunSpec, VolumeSpec } from '../spec/model';

/** A volume with a host path, and the containers that mount it. */
export interface DockerrunVolume {
  readonly volume: VolumeSpec;
  readonly sourcePath: string;
  readonly mountedBy: readonly ContainerSpec[];
  /** Those that may write to it. */
  readonly writtenBy: readonly ContainerSpec[];
}

/** Every volume that shows a path of the instance, and that some container mounts. */
export function hostVolumes(spec: DockerrunSpec): DockerrunVolume[] {
  const mounted = new Map<string, Set<ContainerSpec>>();
  const written = new Map<string, Set<ContainerSpec>>();
  for (const container of spec.containers) {
    for (const { sourceVolume, readOnly } of container.mountPoints ?? []) {
      if (sourceVolume === undefined) continue;
      mounted.set(sourceVolume, (mounted.get(sourceVolume) ?? new Set()).add(container));
      if (readOnly !== true) written.set(sourceVolume, (written.get(sourceVolume) ?? new Set()).add(container));
    }
  }
  return spec.volumes.flatMap((volume): DockerrunVolume[] => {
    const { name = '', host } = volume;
    const mountedBy = [...mounted.get(name) ?? []];
    if (!host?.sourcePath || mountedBy.length === 0) return [];
    return [{ volume, sourcePath: host.sourcePath, mountedBy, writtenBy: [...written.get(name) ?? []] }];
  });
}

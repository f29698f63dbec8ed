import { DockerrunSpec } from './model';

const PREFIX = 'awseb-logs-';

/** The container whose log volume `volumeName` is, by Beanstalk's naming; nothing for other names. */
export function logVolumeOwner(volumeName: string): string | undefined {
  return volumeName.startsWith(PREFIX) ? volumeName.slice(PREFIX.length) : undefined;
}

/** The directory on the instance where Beanstalk keeps the logs of `containerName`. */
export function logDirectory(containerName: string): string {
  return `/var/log/containers/${containerName}`;
}

/** A log volume that somebody mounts without declaring it. */
export interface ImpliedLogVolume {
  readonly name: string;
  readonly owner: string;
}

export function impliedLogVolumes(spec: DockerrunSpec): ImpliedLogVolume[] {
  const declared = new Set(spec.volumes.map((volume) => volume.name));
  const mounted = spec.containers
    .flatMap((container) => container.mountPoints ?? [])
    .flatMap((mount) => mount.sourceVolume ?? []);
  return [...new Set(mounted)].filter((name) => !declared.has(name)).flatMap((name) => {
    const owner = logVolumeOwner(name);
    return owner === undefined ? [] : [{ name, owner }];
  });
}

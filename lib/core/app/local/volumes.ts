import { logDirectory, logVolumeOwner } from '../../spec/log-volumes';
import { ContainerSpec, DockerrunSpec, VolumeSpec } from '../../spec/model';
import { Yaml } from './yaml';

/** Where the command line of Beanstalk keeps the logs of local runs. It is never part of a bundle. */
const LOGS = './.elasticbeanstalk/logs/local';

const BUNDLE = /^\/var\/app\/current(?:\/+(.*))?$/;

/** What every machine with Docker has. */
const EVERYWHERE =
  /^\/(?:(?:var\/)?run\/docker\.sock|dev|proc|sys|etc\/(?:localtime|timezone|hosts|resolv\.conf))(?:\/|$)/;

/** What a volume is on this machine. */
interface LocalVolume {
  /** A path of this machine, or the name of a volume. */
  readonly source: string;
  /** The settings of a volume that has a name. */
  readonly named?: { readonly [key: string]: Yaml | undefined };
  /** What is different from the instance. */
  readonly note?: string;
}

/** The volumes of a file, by their names, and the log volumes that nobody declares. */
export class LocalVolumes {
  private readonly byName = new Map<string, LocalVolume>();

  constructor(spec: DockerrunSpec) {
    for (const volume of spec.volumes) {
      if (volume.name !== undefined) this.byName.set(volume.name, localVolume(volume.name, volume));
    }
    for (const name of spec.containers.flatMap(({ mountPoints = [] }) =>
      mountPoints.flatMap(({ sourceVolume }) => sourceVolume ?? []),
    )) {
      const owner = logVolumeOwner(name);
      if (owner !== undefined && !this.byName.has(name)) this.byName.set(name, { source: `${LOGS}/${owner}` });
    }
  }

  /** The mounts of a container, as Compose has them. */
  mountsOf({ mountPoints = [] }: ContainerSpec): string[] {
    return mountPoints.flatMap(({ sourceVolume, containerPath, readOnly }) => {
      const volume = this.byName.get(sourceVolume ?? '');
      return volume && containerPath !== undefined ? [`${volume.source}:${containerPath}${readOnly ? ':ro' : ''}`] : [];
    });
  }

  /** The volumes that have names. */
  get named(): { readonly [key: string]: Yaml } {
    return Object.fromEntries(
      [...this.byName.values()].flatMap(({ source, named }) => (named ? [[source, named]] : [])),
    );
  }

  get notes(): string[] {
    return [...this.byName.values()].flatMap(({ note }) => note ?? []);
  }
}

function localVolume(name: string, volume: VolumeSpec): LocalVolume {
  const { host, dockerVolumeConfiguration: docker, efsVolumeConfiguration: efs } = volume;
  if (efs) {
    return {
      source: name,
      named: {},
      note: `Volume ${name} is the file system ${efs.fileSystemId ?? ''} on AWS, and an empty one here.`,
    };
  }
  if (docker) {
    return { source: name, named: { driver: docker.driver, driver_opts: docker.driverOpts, labels: docker.labels } };
  }
  const path = host?.sourcePath;
  if (path === undefined) return { source: name, named: {} };
  const [, inBundle] = BUNDLE.exec(path) ?? [];
  if (BUNDLE.test(path)) return { source: inBundle ? `./${inBundle.replace(/\/+$/, '')}` : '.' };
  const [, owner] = new RegExp(`^${logDirectory('([^/]+)')}/*$`).exec(path) ?? [];
  if (owner !== undefined) return { source: `${LOGS}/${owner}` };
  if (EVERYWHERE.test(path)) return { source: path };
  return { source: name, named: {}, note: `Volume ${name} is ${path} of the instance on AWS, and an empty one here.` };
}

import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import { VolumeSettings } from '../core/settings/containers/containers';

/** Options of `DockerrunVolume.efs`. */
export interface DockerrunEfsVolumeOptions {
  /**
   * The access point that containers come through: it says which folder they see and as whom they write.
   *
   * @default - containers see `rootDirectory` and write as the user that they run as, which may be root
   */
  readonly accessPoint?: efs.IAccessPoint;

  /**
   * The folder of the file system that containers see. It has to be there, and cannot be set beside an access point.
   *
   * @default "/"
   */
  readonly rootDirectory?: string;

  /**
   * Mount the volume read-only, whatever the mount points say.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** Options of `DockerrunVolume.docker`. */
export interface DockerVolumeOptions {
  /**
   * The driver of Docker.
   *
   * @default "local"
   */
  readonly driver?: string;

  /**
   * Scope of the volume: `SHARED` volumes outlive their task.
   *
   * @default Scope.TASK
   */
  readonly scope?: ecs.Scope;

  /**
   * Create a shared volume when it does not exist.
   *
   * @default - it is not made
   */
  readonly autoprovision?: boolean;

  /**
   * Options of the driver.
   *
   * @default - the driver decides by itself
   */
  readonly driverOpts?: { readonly [name: string]: string };

  /**
   * Labels of the volume.
   *
   * @default - the volume has no labels
   */
  readonly labels?: { readonly [name: string]: string };
}

/** Replacement of a volume of the file. */
export class DockerrunVolume {
  /**
   * A folder of a file system that all instances share and that outlives them.
   *
   * It is mounted over TLS with the permissions of the task role, which gets them, through mount targets that have to
   * be in the VPC. The file system lets in the instances, or the tasks where these have addresses of their own.
   *
   * @param fileSystem where the files are kept
   * @param options what containers see of it, and as whom
   */
  public static efs(fileSystem: efs.IFileSystem, options: DockerrunEfsVolumeOptions = {}): DockerrunVolume {
    const { accessPoint, rootDirectory = '/', readOnly = false } = options;
    return new DockerrunVolume(
      { kind: 'efs', rootDirectory, accessPoint: accessPoint !== undefined, readOnly }, fileSystem, accessPoint,
    );
  }

  /**
   * A volume that Docker makes on each instance.
   *
   * @param options how it is made
   */
  public static docker(options: DockerVolumeOptions = {}): DockerrunVolume {
    const { scope, ...rest } = options;
    return new DockerrunVolume({
      kind: 'docker', configuration: { ...rest, scope: scope === ecs.Scope.SHARED ? 'shared' : 'task' },
    });
  }

  /**
   * Another path of each instance, such as where a command of `userDataCommands` mounts a disk.
   *
   * @param sourcePath an absolute path
   */
  public static path(sourcePath: string): DockerrunVolume {
    return new DockerrunVolume({ kind: 'host', sourcePath });
  }

  private constructor(
    /** @internal */ public readonly _settings: VolumeSettings,
    /** @internal */ public readonly _fileSystem?: efs.IFileSystem,
    /** @internal */ public readonly _accessPoint?: efs.IAccessPoint,
  ) {}
}

/** Properties of every construct with a task. */
export interface VolumesProps {
  /**
   * Replacements of volumes of the file, by their names.
   *
   * @default - the volumes are as the file says
   */
  readonly volumes?: { readonly [name: string]: DockerrunVolume };
}

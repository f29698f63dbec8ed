import { entryOf } from '../../finding/table';
import { Given, listOf, names, own, presence, recordOf, text } from '../fields/field';
import { NetworkModeName } from '../network/network';
import { logFields } from '../service/logs';
import { Setting } from '../setting';

/** What takes the place of a volume of the file. */
export type VolumeSettings =
  | { readonly kind: 'host'; readonly sourcePath: string }
  | { readonly kind: 'docker'; readonly configuration: DockerVolumeSettings }
  /** The file system and its access point are objects of the CDK. */
  | { readonly kind: 'efs'; readonly rootDirectory: string; readonly accessPoint: boolean; readonly readOnly: boolean };

export interface DockerVolumeSettings {
  readonly driver?: string;
  readonly scope?: 'task' | 'shared';
  readonly autoprovision?: boolean;
  readonly driverOpts?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
}

/** What takes the place of each volume, by the names that the user gave, which may be any word. */
export type VolumeReplacements = Readonly<Record<string, VolumeSettings>>;

export function replacementOf(
  name: string | undefined, replacements: VolumeReplacements = {},
): VolumeSettings | undefined {
  return name === undefined ? undefined : entryOf(replacements, name);
}

/** A file of this machine. */
export interface UploadedFile {
  readonly upload: string;
}

/** The path or the key of a file. */
export function fileName(file: Setting<string | UploadedFile>): Setting<string> {
  return typeof file === 'object' && 'upload' in file ? file.upload : file;
}

/** What the props say of containers and roles. The objects themselves travel beside the plan. */
export const containerFields = {
  networkMode: text<NetworkModeName>().as('ecs.NetworkMode', { awsvpc: 'AWS_VPC' }),
  /** The containers whose image they give. */
  images: names().notOnBeanstalk('Push the image to a registry, and name it in the file.'),
  /** For each container the variables whose values are secrets. */
  secrets: recordOf(names()).notOnBeanstalk(
    'Use environmentSecrets, which every container gets, or put them into the file as secrets; either takes an '
      + 'executionRoleArn that may read them.',
  ),
  /** For each container the files with variables: the keys of objects, and the paths of what is uploaded. */
  environmentFiles: recordOf(listOf(own<string | UploadedFile>().late())).notOnBeanstalk(
    'Put them into the file as environmentFiles, with an executionRoleArn that may read them.',
  ),
  /** The containers whose registry they give the credentials for. */
  registryCredentials: names().notOnBeanstalk(
    'Put them into the file as repositoryCredentials, with an executionRoleArn that may read them.',
  ),
  taskRole: presence().notOnBeanstalk('Remove it, and grant to instanceRole, which the containers act as.'),
  /** The role that the agent acts as for the task. */
  executionRole: presence().notOnBeanstalk('Remove it, and name the role in the file as executionRoleArn.'),
  /** The volumes that something else takes the place of. */
  volumes: recordOf(own<VolumeSettings>()).notOnBeanstalk('Remove it, and name a path of the instance in the file.'),
  environmentProperties: recordOf(text().late()),
  ...logFields,
};

export interface ContainersSettings extends Given<typeof containerFields> {
  /** The names of the images, as far as they are known before the deployment. */
  readonly imageNames?: Readonly<Record<string, string>>;
}

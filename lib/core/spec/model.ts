import { JsonNode, JsonObject } from '../syntax/json-tree';
import { SourceMap } from './decoder';
import { ContainerSpec } from './fields/container';
import { volume } from './fields/storage';

export type { ContainerSpec } from './fields/container';
export type VolumeSpec = NonNullable<ReturnType<typeof volume.decode>>;
export type PortMappingSpec = NonNullable<ContainerSpec['portMappings']>[number];
export type MountPointSpec = NonNullable<ContainerSpec['mountPoints']>[number];

/** The S3 object with registry credentials. */
export interface AuthenticationSpec {
  readonly bucket?: string;
  readonly key?: string;
}

/** An image that is built where the app is deployed from. Paths are those of the folder of the file. */
export interface BuildSpec {
  readonly context: string;
  readonly dockerfile?: string;
  readonly target?: string;
  readonly networkMode?: string;
  readonly args: Readonly<Record<string, string>>;
}

/** What a file says of the task as a whole. */
export interface TaskSpec {
  readonly networkMode?: 'bridge' | 'awsvpc' | 'host' | 'none';
  readonly taskRoleArn?: string;
}

/** What the author wrote, converted to the version 2 model. Nothing is filled in. */
export interface DockerrunSpec {
  /** The version that the file states. */
  readonly version: 1 | 2;
  readonly executionRoleArn?: string;
  readonly authentication?: AuthenticationSpec;
  readonly volumes: readonly VolumeSpec[];
  readonly containers: readonly ContainerSpec[];
  /** What it was read from; a Dockerrun file when absent. */
  readonly source?: 'compose' | 'task-definition';
  /** The images that are built, by container. */
  readonly builds?: Readonly<Record<string, BuildSpec>>;
  readonly task?: TaskSpec;
}

/** A spec with the places it came from. */
export interface Document {
  /** The tree as it was read, before any conversion. */
  readonly root: JsonNode;
  /** The tree that was decoded: version 2, without the keys that nobody reads. Its values keep the paths of `root`. */
  readonly tree: JsonObject;
  readonly spec: DockerrunSpec;
  readonly sources: SourceMap;
  /** Why values are in no template though nothing is said of them, by their paths. */
  readonly explained?: ReadonlyMap<string, string>;
}

import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { DockerrunEnvironmentFile } from './environment-file';
import { ContainerLogProps } from './observability-props';

/** Properties of the containers of a task, beyond what their file says. */
export interface ContainersProps extends ContainerLogProps {
  /**
   * Images by the names of their containers, such as `{ web: ecs.ContainerImage.fromAsset('./web') }`. Each takes the
   * place of the image in the file.
   *
   * @default - the images of the file
   */
  readonly images?: { readonly [container: string]: ecs.ContainerImage };

  /**
   * Environment variables that hold secrets, by container and by variable, such as
   * `{ web: { DB_PASSWORD: ecs.Secret.fromSecretsManager(secret) } }`. A new value reaches new tasks only.
   *
   * @default - the secrets of the file
   */
  readonly secrets?: { readonly [container: string]: { readonly [variable: string]: ecs.Secret } };

  /**
   * Files with environment variables, by container, such as
   * `{ web: [DockerrunEnvironmentFile.fromBucket(bucket, 'web.env')] }`. Of two files that set the same variable the
   * first one counts, these before those of the file; what `environment` of the container, `environmentProperties` or
   * `secrets` set wins over all of them. A container has 10 at most.
   *
   * @default - the files of the file
   */
  readonly environmentFiles?: { readonly [container: string]: DockerrunEnvironmentFile[] };

  /**
   * Credentials of the registry of the image in the file, by container: a secret with the keys `username` and
   * `password`.
   *
   * @default - the credentials of the file
   */
  readonly registryCredentials?: { readonly [container: string]: secretsmanager.ISecret };

  /**
   * The role that the containers act as.
   *
   * @default - a new one, empty until something is granted to it
   */
  readonly taskRole?: iam.IRole;

  /**
   * The role that the agent acts as when it pulls images, reads secrets and writes logs. What it takes is added to it.
   *
   * @default - the one that the file names, or else a new one
   */
  readonly executionRole?: iam.IRole;

  /**
   * Log group of the containers without a `logConfiguration`.
   *
   * @default - a new log group that keeps events for 30 days, if there is such a container
   */
  readonly logGroup?: logs.ILogGroup;
}

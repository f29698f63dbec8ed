import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { entryOf } from '../../core/finding/table';
import { ContainerPlan, TaskPlan } from '../../core/plan/ecs/plan';
import { isUnresolved } from '../../core/settings/settings';
import { Dockerrun } from '../../dockerrun';
import { ContainersProps } from '../../ecs/containers-props';
import { builtImage } from '../built-image';
import { NamedImage } from '../named-image';

/** What a container gets from the props. */
interface Given {
  readonly image: ecs.ContainerImage;
  readonly secrets: { readonly [variable: string]: ecs.Secret } | undefined;
}

/** The image of a container, and the secrets that stand in no file. */
export function givenTo(
  { name, image, build }: ContainerPlan,
  { dockerrun, images, secrets, registryCredentials }: ContainersProps & { readonly dockerrun: Dockerrun },
): Given {
  return {
    image: isUnresolved(image)
      ? entryOf(images, name) ?? builtImage(build!, dockerrun._folder)
      : new NamedImage(image, entryOf(registryCredentials, name)),
    secrets: entryOf(secrets, name),
  };
}

/**
 * The role of the props or the one that the file names; without one the CDK makes a role when the first permission is
 * needed.
 */
export function executionRoleOf(
  scope: Construct, id: string, { executionRoleArn }: TaskPlan, { executionRole }: ContainersProps,
): iam.IRole | undefined {
  if (executionRoleArn === null) return undefined;
  return isUnresolved(executionRoleArn)
    ? executionRole
    : iam.Role.fromRoleArn(scope, `${id}ExecutionRole`, executionRoleArn);
}

/** The role that containers act as: that of the props or the one that the file names; without one the CDK makes one. */
export function taskRoleOf(
  scope: Construct, id: string, { taskRoleArn }: TaskPlan, { taskRole }: ContainersProps,
): iam.IRole | undefined {
  return typeof taskRoleArn === 'string' ? iam.Role.fromRoleArn(scope, `${id}TaskRole`, taskRoleArn) : taskRole;
}

/** The same props of a service, of all that an environment has. */
export function givenIn(props: ContainersProps): ContainersProps {
  const { images, secrets, environmentFiles, registryCredentials, taskRole, executionRole } = props;
  const { logGroup, logRetention, logEncryptionKey, enableExecuteCommand } = props;
  return {
    images, secrets, environmentFiles, registryCredentials, taskRole, executionRole,
    logGroup, logRetention, logEncryptionKey, enableExecuteCommand,
  };
}

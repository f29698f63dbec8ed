import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { entryOf } from '../../core/finding/table';
import { ContainerPlan, TaskPlan } from '../../core/plan/ecs/plan';
import { isUnresolved } from '../../core/settings/settings';
import { ContainersProps } from '../../ecs/containers-props';
import { NamedImage } from '../named-image';

/** What a container gets from the props. */
interface Given {
  readonly image: ecs.ContainerImage;
  readonly secrets: { readonly [variable: string]: ecs.Secret } | undefined;
}

/** The image of a container, and the secrets that stand in no file. */
export function givenTo(
  { name, image }: ContainerPlan, { images, secrets, registryCredentials }: ContainersProps,
): Given {
  return {
    image: isUnresolved(image) ? entryOf(images, name)! : new NamedImage(image, entryOf(registryCredentials, name)),
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

/** The same props of a service, of all that an environment has. */
export function givenIn(props: ContainersProps): ContainersProps {
  const { images, secrets, environmentFiles, registryCredentials, taskRole, executionRole } = props;
  const { logGroup, logRetention, logEncryptionKey, enableExecuteCommand } = props;
  return {
    images, secrets, environmentFiles, registryCredentials, taskRole, executionRole,
    logGroup, logRetention, logEncryptionKey, enableExecuteCommand,
  };
}

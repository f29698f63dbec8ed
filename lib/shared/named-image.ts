import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/**
 * An image by its name as it stands in the file; what it takes to pull it from Amazon ECR is granted by the task
 * definition.
 */
export class NamedImage extends ecs.ContainerImage {
  constructor(private readonly imageName: string, private readonly credentials?: secretsmanager.ISecret) {
    super();
  }

  public bind(_scope: Construct, container: ecs.ContainerDefinition): ecs.ContainerImageConfig {
    const { imageName, credentials } = this;
    if (!credentials) return { imageName };
    credentials.grantRead(container.taskDefinition.obtainExecutionRole());
    return { imageName, repositoryCredentials: { credentialsParameter: credentials.secretArn } };
  }
}

import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { planRepositories } from '../core/plan/ecs/ecs';
import { repositoryFields } from '../core/settings/containers/repositories';
import { Dockerrun } from '../dockerrun';
import { settingsOf } from '../shared/settings/settings-of';

/** How many images a repository keeps for the way back. */
const KEPT_IMAGES = 30;

/** How long an image without a tag is of use: what is being pushed has none yet. */
const UNTAGGED_DAYS = 1;

/** Properties of `DockerrunRepositories`. */
export interface DockerrunRepositoriesProps {
  /** The file whose containers get repositories. */
  readonly dockerrun: Dockerrun;

  /** Prefix of the names of the repositories: `shop` makes `shop/web` for the container `web`. */
  readonly namespace: string;

  /**
   * The containers that get one.
   *
   * @default - all of the file
   */
  readonly containerNames?: string[];

  /**
   * Lifecycle rules of the repositories. New tasks cannot pull an image that has expired.
   *
   * @default - images without a tag after a day, and all but the newest 30
   */
  readonly lifecycleRules?: ecr.LifecycleRule[];

  /**
   * Scan each image for known vulnerabilities when it is pushed.
   *
   * @default true
   */
  readonly imageScanOnPush?: boolean;

  /**
   * Tag mutability of the repositories.
   *
   * @default TagMutability.IMMUTABLE
   */
  readonly imageTagMutability?: ecr.TagMutability;

  /**
   * The key that encrypts the images. It cannot be changed later.
   *
   * @default - one of Amazon S3 (AES-256)
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * Removal policy of the repositories. `DESTROY` deletes one only when it has no images.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * A repository of Amazon ECR for each container of a file, all in one namespace.
 *
 * A service cannot start before its images are pushed, so keep the repositories in a stack that is deployed before that
 * of the service, and give `images(…)` to the latter.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/Repositories.html
 */
export class DockerrunRepositories extends Construct {
  private readonly repositories: ReadonlyMap<string, ecr.Repository>;

  constructor(scope: Construct, id: string, props: DockerrunRepositoriesProps) {
    const { dockerrun } = props;
    const { problems, plan } = planRepositories(dockerrun._document, settingsOf(repositoryFields, props));
    dockerrun._refuse(dockerrun._locate(problems));
    super(scope, id);
    this.repositories = new Map(
      plan!.map(({ containerName, repositoryName }) => [
        containerName, this.create(containerName, repositoryName, props),
      ]),
    );
  }

  /**
   * The repository of a container. Throws when it has none.
   *
   * @param containerName the name of the container in the file
   */
  public repository(containerName: string): ecr.Repository {
    const repository = this.repositories.get(containerName);
    if (!repository) {
      throw new Error(
        `there is no repository for "${containerName}"; those of ${[...this.repositories.keys()].join(', ')} are here`,
      );
    }
    return repository;
  }

  /**
   * The images with a tag, by container: what the prop `images` takes.
   *
   * @param tag the tag of all of them
   */
  public images(tag: string): { [container: string]: ecs.ContainerImage } {
    return Object.fromEntries(
      [...this.repositories].map(([name, repository]) => [name, ecs.ContainerImage.fromEcrRepository(repository, tag)]),
    );
  }

  private create(containerName: string, repositoryName: string, props: DockerrunRepositoriesProps): ecr.Repository {
    return new ecr.Repository(this, `Repository-${containerName}`, {
      repositoryName,
      lifecycleRules: props.lifecycleRules ?? DEFAULT_RULES,
      imageScanOnPush: props.imageScanOnPush ?? true,
      imageTagMutability: props.imageTagMutability ?? ecr.TagMutability.IMMUTABLE,
      encryption: props.encryptionKey ? ecr.RepositoryEncryption.KMS : ecr.RepositoryEncryption.AES_256,
      encryptionKey: props.encryptionKey,
      removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN,
    });
  }
}

const DEFAULT_RULES: ecr.LifecycleRule[] = [
  { description: 'Images without a tag', tagStatus: ecr.TagStatus.UNTAGGED, maxImageAge: Duration.days(UNTAGGED_DAYS) },
  { description: `All but the newest ${KEPT_IMAGES}`, maxImageCount: KEPT_IMAGES },
];

import { parseEcrImage } from './ecr-image';
import { ContainerSpec, DockerrunSpec } from './model';

/** A private repository that an image comes from. */
export interface EcrRepository {
  readonly account: string;
  readonly region: string;
  readonly repository: string;
}

/** Something of the user's that the agent needs for a container. `id` is an ARN, or a name in this account. */
export interface AgentGrant {
  readonly kind: 'secret' | 'parameter' | 'object' | 'log-group';
  readonly id: string;
  /** Where it is when `id` is a name; an empty string for the region of the stack. */
  readonly region: string;
}

/** The private repositories of the file's images, each once, but for those that other images take the place of. */
export function pullsOf(spec: DockerrunSpec, images: readonly string[] = []): EcrRepository[] {
  return unique(
    spec.containers
      .filter(({ name = '' }) => !images.includes(name))
      .flatMap((container) => parseEcrImage(container.image ?? '') ?? []),
  );
}

/** What the agent needs before it starts the containers, each once. */
export function grantsOf(spec: DockerrunSpec): AgentGrant[] {
  return unique(
    spec.containers.flatMap((container) => [
      ...secretsOf(container),
      ...(container.environmentFiles ?? []).map((file): AgentGrant => ({
        kind: 'object', id: file.value ?? '', region: '',
      })),
      ...logGroupsOf(container),
    ]),
  );
}

function logGroupsOf({ logConfiguration }: ContainerSpec): AgentGrant[] {
  const options = logConfiguration?.logDriver === 'awslogs' ? logConfiguration.options : undefined;
  const group = options?.['awslogs-group'];
  return group === undefined ? [] : [{ kind: 'log-group', id: group, region: options?.['awslogs-region'] ?? '' }];
}

function secretsOf(container: ContainerSpec): AgentGrant[] {
  const named = [...(container.secrets ?? []), ...(container.logConfiguration?.secretOptions ?? [])].flatMap(
    (secret) => secret.valueFrom ?? [],
  );
  const credentials = container.repositoryCredentials?.credentialsParameter;
  return [
    ...named.map(readOf),
    ...(credentials === undefined ? [] : [{ kind: 'secret' as const, id: secretArn(credentials), region: '' }]),
  ];
}

/** A Secrets Manager ARN is a secret; anything else names an SSM parameter. */
function readOf(valueFrom: string): AgentGrant {
  return isSecretArn(valueFrom)
    ? { kind: 'secret', id: secretArn(valueFrom), region: '' }
    : { kind: 'parameter', id: valueFrom, region: '' };
}

function isSecretArn(id: string): boolean {
  return /^arn:[\w-]+:secretsmanager:/.test(id);
}

/** The ARN without the JSON key, version stage and version id that may follow it. */
function secretArn(id: string): string {
  return isSecretArn(id) ? id.split(':').slice(0, 7).join(':') : id;
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

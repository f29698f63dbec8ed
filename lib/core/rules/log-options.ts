import { ContainerSpec, DockerrunSpec } from '../spec/model';

type LogSpec = NonNullable<ContainerSpec['logConfiguration']>;

/** Every log configuration of the awslogs driver, with its options. */
export function awslogsOf(spec: DockerrunSpec): { log: LogSpec; options: Readonly<Record<string, string>> }[] {
  return spec.containers
    .flatMap(({ logConfiguration }) => logConfiguration ?? [])
    .filter((log) => log.logDriver === 'awslogs')
    .map((log) => ({ log, options: log.options ?? {} }));
}

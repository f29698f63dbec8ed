import { Resource } from './template';

const SEPARATOR = ':';

/**
 * The option settings of an environment, read as Beanstalk reads them: those of the template before those in files of
 * its version.
 */
export class BeanstalkOptions {
  private readonly settings: readonly any[];

  constructor(private readonly environment: Resource, files: readonly any[]) {
    this.settings = [...environment.properties.OptionSettings ?? [], ...files];
  }

  value(namespace: string, name: string): unknown {
    return this.settings.find(({ Namespace, OptionName }) => Namespace === namespace && OptionName === name)?.Value;
  }

  /** An option whose value is known before the deployment; an empty one counts as none. */
  text(namespace: string, name: string, otherwise: string): string {
    const value = this.value(namespace, name);
    return typeof value === 'string' && value !== '' ? value : otherwise;
  }

  list(namespace: string, name: string): unknown[] {
    return splitList(this.value(namespace, name));
  }

  namespaces(pattern: RegExp): string[] {
    return [...new Set(this.settings.map(({ Namespace }): string => Namespace))].filter((namespace) =>
      pattern.test(namespace),
    );
  }

  /** The names behind a namespace that is there once for each listener, rule or process. */
  names(namespace: string): string[] {
    const start = `${namespace}${SEPARATOR}`;
    const found = this.settings
      .filter(({ Namespace }) => Namespace.startsWith(start))
      .map(({ Namespace }) => Namespace.slice(start.length));
    return [...new Set(found)];
  }

  /** Options that are set more than once. Beanstalk refuses them. */
  twice(): string[] {
    const { OptionSettings: settings = [] } = this.environment.properties;
    const keys = settings.map(({ Namespace, OptionName, ResourceName = '' }: any): string =>
      `${Namespace} ${OptionName} ${ResourceName}`.trim(),
    );
    return [...new Set<string>(keys.filter((key: string, index: number) => keys.indexOf(key) < index))];
  }
}

/** The members of a list that is written with commas, whether it is known or joined by CloudFormation. */
function splitList(value: unknown): unknown[] {
  const groups: unknown[][] = [[]];
  for (const part of partsOf(value)) {
    const [first, ...others] = typeof part === 'string' ? part.split(',') : [part];
    groups[groups.length - 1].push(first);
    groups.push(...others.map((member) => [member]));
  }
  return groups.map((group) => group.filter((member) => member !== '' && member !== undefined))
    .flatMap((group) => (group.length > 1 ? [{ 'Fn::Join': ['', group] }] : group));
}

function partsOf(value: any): unknown[] {
  const joined = value?.['Fn::Join'];
  if (!joined) return [value];
  const [separator, parts] = joined;
  if (!Array.isArray(parts)) return [parts];
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

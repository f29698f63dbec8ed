import { WrittenPlan, isReference, OptionPlan, planBeanstalk } from '../../lib/core/beanstalk';
import { readDockerrun } from '../../lib/core/reading/read';
import { EnvironmentSettings, isUnresolved } from '../../lib/core/settings/settings';
import { Document } from '../../lib/core/spec/model';

/** Two containers, one on port 80 and one on port 8080. */
export const TWO = document([
  { name: 'web', image: 'example/web:1.0', memory: 128, portMappings: [{ hostPort: 80, containerPort: 8000 }] },
  { name: 'admin', image: 'example/admin:1.0', memory: 128, portMappings: [{ hostPort: 8080, containerPort: 9000 }] },
]);

export function document(containers: readonly object[], rest: object = {}): Document {
  const text = JSON.stringify({ AWSEBDockerrunVersion: 2, ...rest, containerDefinitions: containers });
  return readDockerrun(text, { strict: false, substitutions: {} }).document!;
}

export type Settings = Partial<EnvironmentSettings>;

/** The plan of an environment; throws when something stands in its way. */
export function planOf(settings: Settings = {}, file: Document = TWO): WrittenPlan {
  const { plan, problems } = planBeanstalk(file, { vpc: false, ...settings });
  if (!plan) throw new Error(problems.map(({ message }) => message).join('\n'));
  return plan;
}

/** The options of a plan as lines of `namespace name = value`. */
export function linesOf({ options }: Pick<WrittenPlan, 'options'>, namespace = ''): string[] {
  return options.filter((option) => option.namespace.startsWith(namespace)).map((option) => {
    const resource = option.resource === '' ? '' : ` [${option.resource}]`;
    return `${option.namespace} ${option.name}${resource} = ${textOf(option)}`;
  });
}

/** The value of an option, with the names of what is known only in a stack. */
export function textOf({ value }: OptionPlan): string {
  return value.map((part) => (typeof part !== 'object' ? String(part) : isReference(part) ? `<${part.reference}>` : isUnresolved(part) ? `<${part.unresolved}>` : '')).join(',');
}

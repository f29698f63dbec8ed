import { OptionSetting } from '../options/setting';
import { Answer } from './answer';

/** What the app says itself, which wins over options. */
export interface GivenProps {
  /** The names of the props of `EcsEnvironment`. */
  readonly props: readonly string[];
  /** The names of the environment properties. */
  readonly variables: readonly string[];
  /** The names of the environment properties that are secrets, where Elastic Beanstalk has such. */
  readonly secrets?: readonly string[];
  /** The names of what is told of the worker; none when there is no worker. */
  readonly worker?: readonly string[];
}

export const NOTHING_GIVEN: GivenProps = { props: [], variables: [] };

function propOf(answer: Answer | undefined): string | undefined {
  return answer?.kind === 'becomes' || answer?.kind === 'native' ? answer.prop : undefined;
}

/** The prop that takes the place of an option, if there is one. */
export function propInsteadOf(
  { optionName }: OptionSetting, answer: Answer | undefined, given: GivenProps,
): string | undefined {
  const { props, variables, secrets = [], worker = [] } = given;
  const prop = propOf(answer);
  if (prop === undefined) return undefined;
  const [top, part] = prop.split(': ', 2);
  if (top === 'environmentSecrets') return secrets.includes(optionName) ? `${top}: ${optionName}` : undefined;
  if (top === 'environmentProperties') return variables.includes(optionName) ? `${top}: ${optionName}` : undefined;
  if (top === 'worker') return worker.includes(part) ? prop : undefined;
  // The types of the group are chosen together.
  if (optionName === 'InstanceTypes') return props.includes('instanceType') ? 'instanceType' : undefined;
  return top.split(', ').every((name) => props.includes(name)) ? top : undefined;
}

/** The props that go together with options, name by name. */
const MERGED = ['environmentProperties', 'environmentSecrets', 'worker'];

/**
 * The paths of what needs no option any more: the types of a group are chosen together, variables and what is told of a
 * worker one by one.
 */
export function replacedBy({ props, variables, secrets = [], worker = [] }: GivenProps): string[] {
  const whole = props.filter((prop) => !MERGED.includes(prop));
  return [
    ...whole, ...whole.includes('instanceType') ? ['alternativeInstanceTypes'] : [],
    ...variables.map((name) => `environmentProperties.${name}`), ...secrets.map((name) => `environmentSecrets.${name}`),
    ...worker.map((name) => `worker.${name}`),
  ];
}

import { BundleRules } from '../settings/beanstalk/beanstalk';

/**
 * The file without the rules that the stack has already: the load balancer reaches every port that a listener leads to,
 * and the environment has no other group that the rules could name.
 */
export function withoutRules({ file, text, rules }: BundleRules, ports: readonly number[]): Record<string, string> {
  const done = rules.filter(({ port }) => ports.includes(port)).sort((one, other) => other.start - one.start);
  if (done.length === 0) return {};
  return { [file]: done.reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text) };
}

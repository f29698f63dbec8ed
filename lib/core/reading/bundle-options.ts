import { BundleInput } from '../options/bundle-input';
import { adviceAboutIgnored } from '../options/sections/ignored-file';
import { OptionSource } from '../options/setting';
import { GivenProps } from '../translation/given';
import { OptionInput } from './read-options';

/**
 * What stands before the name of a file of the bundle where another file has its name. Such names come first, so that
 * the other file wins.
 */
const BUNDLE = '(bundle) ';

/** Option settings that are given, beside those of the bundle that is deployed, which give way. */
export function besideBundle(given: OptionInput, deployed: BundleInput): OptionInput {
  const isSame = (one: OptionSource, other: OptionSource) => one.name === other.name && one.text === other.text;
  const own = given.sources.map((source) =>
    deployed.sources.some((other) => isSame(source, other)) ? { ...source, inBundle: true } : source,
  );
  const further = deployed.sources.filter((source) => !own.some((other) => isSame(source, other)));
  const isTaken = (name: string) => own.some((other) => other.name === name);
  const named = further.map((source) => ({
    ...source, inBundle: true, name: isTaken(source.name) ? `${BUNDLE}${source.name}` : source.name,
  }));
  const platformFiles = [...new Set([...deployed.platformFiles, ...given.platformFiles ?? []])];
  return { ...given, hasBundle: true, sources: [...named, ...own], platformFiles };
}

/** What is read for Elastic Beanstalk, which runs the hooks of the bundle itself. */
export function onBeanstalk(input: OptionInput, { worker }: GivenProps): OptionInput {
  const { hasBundle: getsBundle = false, environment, platformFiles } = input;
  return {
    ...input,
    environment: { tier: worker ? 'worker' : 'web', getsBundle, onBeanstalk: true, ...environment },
    platformFiles: getsBundle ? platformFiles?.filter((path) => adviceAboutIgnored(path) !== undefined) : platformFiles,
  };
}

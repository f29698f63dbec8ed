import { hasErrors, Reading, readDockerrun, ReadOptions } from './core/reading/read';
import { readCompose, ReadComposeOptions } from './core/reading/read-compose';
import { DecodedText } from './core/syntax/encoding';
import { literalText } from './core/syntax/literal';

const DOCKERRUN = 'Dockerrun.aws.json';

/** What was read, and what Beanstalk gets of it. */
export interface Origin {
  readonly reading: Reading;
  readonly texts: Readonly<Record<string, string>>;
  readonly folder: string;
}

export function dockerrunOrigin(
  { text, encoding }: DecodedText, { strict = false, substitutions = {}, ...rest }: Partial<ReadOptions>,
  name = DOCKERRUN,
): Origin {
  const reading = readDockerrun(text, { ...rest, strict, substitutions, encoding }, name);
  const deployed = hasErrors(reading.findings) ? text : literalText(text, substitutions);
  return { reading, texts: { [DOCKERRUN]: deployed }, folder: '.' };
}

export function composeOrigin(input: ReadComposeOptions, folder: string): Origin {
  const names = ['docker-compose.yml', 'docker-compose.override.yml'];
  const merged = input.files.map(({ text }, index): [string, string] => [names[index] ?? `docker-compose.${index}.yml`, text]);
  const { dockerrun } = input;
  const texts = { ...Object.fromEntries(merged), ...dockerrun && { [dockerrun.name]: dockerrun.text } };
  return { reading: readCompose(input), texts, folder };
}

/** Whether a Dockerrun file leaves its containers to a compose file. */
export function isVersion3(text: string): boolean {
  return /"AWSEBDockerrunVersion"\s*:\s*"?3/.test(text);
}

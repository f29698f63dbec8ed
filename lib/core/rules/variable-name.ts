import { quoted } from './wording';

/** What must hold of a name that does not, and the edit. */
type Fault = readonly [must: string, hint: string];

/**
 * What is wrong with the name of an environment variable. Docker refuses an empty one and takes everything after the
 * first "=" for the value; Elastic Beanstalk refuses spaces, and no shell can read a variable with one.
 */
export function variableNameFault(name: string): Fault | undefined {
  if (name.trim() === '') {
    return [`not be empty, got ${quoted(name)}`, 'Write the name of the variable, or remove the entry.'];
  }
  const [first, ...rest] = name.split('=');
  // What follows may be a secret.
  if (rest.length > 0) {
    return [
      `have no "=", got ${quoted(`${first}=…`)}`,
      `Write ${first.trim() === '' ? 'a name' : quoted(first.trim())}, and what follows the "=" as its value.`,
    ];
  }
  if (/\s/.test(name)) {
    return [`have no spaces, got ${quoted(name)}`, `Write ${quoted(name.trim().replace(/\s+/g, '_'))}.`];
  }
  return undefined;
}

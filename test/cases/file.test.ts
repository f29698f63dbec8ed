import { readDockerrun } from '../../lib/core/reading/read';
import { mendedText, testCases, textOf, Told } from './case';
import { FileCase, fileCases } from './stages';

function told(given: FileCase): Told[] {
  const { strict = false, substitutions = {}, encoding } = given;
  const text = textOf(given);
  const { findings, secrets } = readDockerrun(text, { strict, substitutions, encoding: encoding ?? undefined });
  return [{ name: 'Dockerrun.aws.json', text, findings, secrets }];
}

testCases(fileCases(), {
  told,
  mend: (given, fixed) => ({ ...given, ...fixed, ...mendedText(given, fixed) }),
  written: textOf,
});

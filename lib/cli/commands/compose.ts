import { composeOf } from '../../core/app/local/compose';
import { hasErrors } from '../../core/reading/read';
import { Args } from '../args';
import { printFindings, readInput } from '../input';
import { ExitCode, Io } from '../io';

/** Prints a file of Compose that runs the containers on this machine. */
export function compose(args: Args, io: Io): ExitCode {
  const input = readInput(args, io);
  const { origin: { reading: { document, findings } }, gathered } = input;
  if (!document || hasErrors(findings)) {
    printFindings(input, 'err', io);
    return ExitCode.FINDINGS;
  }
  const given = Object.entries(gathered.settings.environmentProperties ?? {});
  const variables = Object.fromEntries(
    given.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const { text, notes } = composeOf(document.spec, variables);
  io.out(`# Written by cdk-dockerrun compose. Paths are those of the source bundle.\n${text}`);
  io.err(notes.map((note) => `note  ${note}\n`).join(''));
  io.err(`${input.name}: run it with npx cdk-dockerrun compose | docker compose --file - --project-directory . up\n`);
  return ExitCode.OK;
}

import { hasErrors } from '../../core/read';
import { Args } from '../args';
import { printFindings, readInput } from '../input';
import { ExitCode, Io, Misuse } from '../io';

/** Prints the template of a stack that holds nothing but the environment of a file. */
export function synth(args: Args, io: Io): ExitCode {
  const input = readInput(args, io);
  printFindings(input, io.err, io);
  if (hasErrors(input.findings)) return ExitCode.FINDINGS;
  const { template } = loadTemplate();
  io.out(`${JSON.stringify(template(input.text, args, input.settings), undefined, 2)}\n`);
  return ExitCode.OK;
}

/** The only way from the command line to aws-cdk-lib, taken when there is no other. */
function loadTemplate(): typeof import('../template') {
  try {
    return module.require('../template') as typeof import('../template');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new Misuse('synth needs the AWS CDK beside this package: npm install aws-cdk-lib constructs');
  }
}

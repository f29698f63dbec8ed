import { Args } from './args';
import { Input } from './input';
import { Misuse } from './io';

type Template = typeof import('./template');

type Synthesized = ReturnType<Template['synthesize']>;

/** The stack of an input, which must have no errors; what is wrong with it when a construct refuses it. */
export function synthesizeLazily(input: Input, args: Args): Synthesized | Error {
  const { synthesize } = loadTemplate(args);
  try {
    return synthesize(input, args);
  } catch (error) {
    return error as Error;
  }
}

/** The only way from the command line to aws-cdk-lib, taken when there is no other. */
function loadTemplate({ command }: Args): Template {
  try {
    return module.require('./template') as Template;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new Misuse(`${command} needs the AWS CDK beside this package: npm install aws-cdk-lib constructs`);
  }
}

import { run } from './shell';
import { Step } from './step';

export const compile: Step = {
  name: 'compile',
  claim: 'jsii compiles the library into an empty folder',
  prove() {
    run('projen', ['pre-compile']);
    run('projen', ['compile']);
    return '';
  },
};

import { run } from './shell';
import { Step } from './step';

export const readme: Step = {
  name: 'readme',
  claim: 'every TypeScript snippet of README.md compiles against the library',
  prove() {
    run('projen', ['rosetta']);
    return '';
  },
};

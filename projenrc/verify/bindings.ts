import { run } from './shell';
import { Step } from './step';

export const bindings: Step = {
  name: 'bindings',
  claim: 'jsii-pacmak writes the source of the Python, Java, .NET and Go packages',
  prove() {
    run('projen', ['bindings']);
    return '';
  },
};

import { Severity } from '../../../finding/finding';
import { environmentFields } from '../../../settings/environment-fields';
import { beanstalkFaultsIn } from '../../../settings/fields/faults';
import { known } from '../../../settings/setting';
import { EnvironmentSettings } from '../../../settings/settings';
import { TargetRule } from '../target-rule';

const MAX_PROPERTIES_BYTES = 4096;

export const beanstalkRange: TargetRule = {
  code: 'DR4207',
  name: 'beanstalk-range',
  severity: Severity.ERROR,
  summary:
    'On Elastic Beanstalk every prop is within the range of the option that it becomes, and environment properties '
    + 'have up to 4096 bytes together.',
  reason: 'Beanstalk refuses the whole configuration because of a value that it does not allow.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
  fields: [],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, settings, { at, report }) {
    for (const fault of beanstalkFaultsIn(environmentFields, settings)) {
      report(at(spec), fault.message, fault.hint, [fault.prop]);
    }
    for (const [prop, must, hint] of beyond(settings)) report(at(spec), `${prop} ${must}`, hint, [prop]);
  },
};

function* beyond({
  environmentProperties = {},
}: EnvironmentSettings): Iterable<readonly [prop: string, must: string, hint: string]> {
  const bytes = Object.entries(environmentProperties).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(`${name}=${known(value) ?? ''}`), 0,
  );
  if (bytes > MAX_PROPERTIES_BYTES) {
    yield [
      'environmentProperties',
      `must have at most ${MAX_PROPERTIES_BYTES} bytes together on Elastic Beanstalk, got ` + `${bytes}.`,
      'Put long values into the file, or into a parameter that the application reads.',
    ];
  }
}

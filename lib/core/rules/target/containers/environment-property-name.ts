import { Severity } from '../../../finding/finding';
import { variableNameFault } from '../../variable-name';
import { TargetRule } from '../target-rule';

export const environmentPropertyName: TargetRule = {
  code: 'DR4050',
  name: 'environment-property-name',
  severity: Severity.ERROR,
  summary: 'Every environment property has a name, without spaces and without an equals sign.',
  reason: 'Elastic Beanstalk refuses such names, and Docker takes what follows an equals sign for the value.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-cfg-softwaresettings.html',
  fields: [],
  concerns: 'task',
  check(spec, { environmentProperties = {} }, { at, report }) {
    for (const name of Object.keys(environmentProperties)) {
      const fault = variableNameFault(name);
      if (fault) {
        report(at(spec), `The name of an entry of environmentProperties must ${fault[0]}.`, fault[1], [
          `environmentProperties.${name}`,
        ]);
      }
    }
  },
};

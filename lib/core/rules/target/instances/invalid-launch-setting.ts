import { Severity } from '../../../finding/finding';
import { capacityFields } from '../../../settings/instances/instances';
import { known } from '../../../settings/setting';
import { EnvironmentSettings } from '../../../settings/settings';
import { TargetRule } from '../target-rule';

const ON_DEMAND = 100;

export const invalidLaunchSetting: TargetRule = {
  code: 'DR4067',
  name: 'invalid-launch-setting',
  severity: Severity.ERROR,
  summary: 'Every prop of the instances has an effect beside the others.',
  reason: 'AWS refuses the resource otherwise, after minutes of deployment, or ignores the prop.',
  link: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    for (const [prop, must, hint] of faultsOf(settings)) report(at(spec), `${prop} ${must}`, hint, [prop]);
  },
};

/** What must hold of props together and does not, with the edit. */
function faultsOf(settings: EnvironmentSettings): [prop: string, must: string, hint: string][] {
  const { instanceType = capacityFields.instanceType.fallback, alternativeInstanceTypes = [] } = settings;
  const {
    onDemandBaseCapacity, onDemandPercentageAboveBaseCapacity, machineImage, userDataCommands = 0, keyPair,
  } = settings;
  const faults: [prop: string, must: string, hint: string][] = [];
  const names = [known(instanceType), ...alternativeInstanceTypes];
  for (const name of new Set(names.filter((candidate, index) => names.indexOf(candidate) !== index))) {
    faults.push(['alternativeInstanceTypes', `must name each type once, got ${name} twice.`, 'Name it once.']);
  }
  if (known(onDemandBaseCapacity) && (onDemandPercentageAboveBaseCapacity ?? ON_DEMAND) === ON_DEMAND) {
    faults.push([
      'onDemandBaseCapacity', 'must come with onDemandPercentageAboveBaseCapacity below 100, as all instances are paid '
        + 'on demand otherwise.',
      'Set onDemandPercentageAboveBaseCapacity, or remove onDemandBaseCapacity.',
    ]);
  }
  if (machineImage === 'bottlerocket' && userDataCommands > 0) {
    faults.push([
      'userDataCommands', 'must be left out with Bottlerocket, which has no shell.',
      'Remove it, or set machineImage: CapacityImage.ecsOptimized().',
    ]);
  }
  if (machineImage === 'bottlerocket' && keyPair) {
    faults.push([
      'keyPair', 'must be left out with Bottlerocket, which has no SSH server.',
      'Remove it and use Session Manager, or set machineImage: CapacityImage.ecsOptimized().',
    ]);
  }
  return faults;
}

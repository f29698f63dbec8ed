import { Severity } from '../../../finding/finding';
import { INSTANCE_TYPE, ROOT_VOLUME_GIB } from '../../../settings/defaults';
import { LaunchSettings } from '../../../settings/launch';
import { known, Setting } from '../../../settings/setting';
import { EnvironmentSettings } from '../../../settings/settings';
import { TargetRule } from '../target-rule';

const DAY = 86400;
const ON_DEMAND = 100;

/** Each setting with its prop, what it counts and its bounds. */
const RANGES: readonly (readonly [key: keyof LaunchSettings, prop: string, unit: string, min: number, max: number])[] = [
  ['onDemandBaseCapacity', 'onDemandBaseCapacity', '', 0, Infinity],
  ['onDemandPercentageAboveBaseCapacity', 'onDemandPercentageAboveBaseCapacity', '', 0, 100],
  ['rootVolumeGiB', 'rootVolumeSize', ' of GiB', ROOT_VOLUME_GIB, 65536],
  ['imdsHopLimit', 'imdsHopLimit', '', 1, 64],
  ['maxInstanceLifetimeSeconds', 'maxInstanceLifetime', ' of seconds', DAY, 365 * DAY],
  ['instanceWarmupSeconds', 'defaultInstanceWarmup', ' of seconds', 0, Infinity],
];

/** The bounds of the launch template, and of its network interface. */
const MAX_TYPES = 40;
const MAX_SECURITY_GROUPS = 16;

export const invalidLaunchSetting: TargetRule = {
  code: 'DR4067',
  name: 'invalid-launch-setting',
  severity: Severity.ERROR,
  summary: 'Every prop of the instances is within the range that AWS accepts, and has an effect beside the others.',
  reason: 'AWS refuses the resource otherwise, after minutes of deployment, or ignores the prop.',
  link: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    for (const [key, prop, unit, min, max] of RANGES) {
      const value = known(settings[key] as Setting<number> | undefined);
      if (value === undefined || (Number.isInteger(value) && value >= min && value <= max)) continue;
      const nearest = Math.min(Math.max(Math.round(value) || min, min), max);
      const range = max === Infinity ? `from ${min}` : `from ${min} to ${max}`;
      report(at(spec), `${prop} must be a whole number${unit} ${range}, got ${value}.`, `Use ${nearest}.`);
    }
    for (const [must, hint] of faultsOf(settings)) report(at(spec), must, hint);
  },
};

/** What must hold of props together and does not, with the edit. */
function faultsOf(settings: EnvironmentSettings): [string, string][] {
  const { instanceType = INSTANCE_TYPE, alternativeInstanceTypes = [], onDemandBaseCapacity, onDemandPercentageAboveBaseCapacity } = settings;
  const { machineImage, userDataCommands = 0, keyPair, instanceSecurityGroups = 0 } = settings;
  const faults: [string, string][] = [];
  const names = [known(instanceType), ...alternativeInstanceTypes];
  for (const name of new Set(names.filter((candidate, index) => names.indexOf(candidate) !== index))) {
    faults.push([`alternativeInstanceTypes must name each type once, got ${name} twice.`, 'Name it once.']);
  }
  if (names.length > MAX_TYPES) faults.push([`alternativeInstanceTypes must have at most ${MAX_TYPES - 1} types, got ${alternativeInstanceTypes.length}.`, 'Remove some.']);
  if (instanceSecurityGroups >= MAX_SECURITY_GROUPS) {
    faults.push([`instanceSecurityGroups must have at most ${MAX_SECURITY_GROUPS - 1} groups besides their own, got ${instanceSecurityGroups}.`, 'Remove some.']);
  }
  if (known(onDemandBaseCapacity) !== undefined && (onDemandPercentageAboveBaseCapacity ?? ON_DEMAND) === ON_DEMAND) {
    faults.push([
      'onDemandBaseCapacity must come with onDemandPercentageAboveBaseCapacity below 100, as all instances are paid on demand otherwise.',
      'Set onDemandPercentageAboveBaseCapacity, or remove onDemandBaseCapacity.',
    ]);
  }
  if (machineImage === 'bottlerocket' && userDataCommands > 0) {
    faults.push(['userDataCommands must be left out with Bottlerocket, which has no shell.', 'Remove it, or set machineImage: CapacityImage.ecsOptimized().']);
  }
  if (machineImage === 'bottlerocket' && keyPair) {
    faults.push([
      'keyPair must be left out with Bottlerocket, which has no SSH server.',
      'Remove it and use Session Manager, or set machineImage: CapacityImage.ecsOptimized().',
    ]);
  }
  return faults;
}

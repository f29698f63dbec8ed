import { Template, reference, Value } from './template';
import { Update } from './update';

/** How the instances of a group are exchanged for new ones. */
export interface Roll {
  /** How many serve all the time. */
  readonly minimum: number;
  /** Whether a new one has to show that each target group of its services finds it healthy, used or not. */
  readonly asksEveryGroup: boolean;
}

const ROLLING = [
  'LaunchTemplate',
  'MixedInstancesPolicy',
  'VPCZoneIdentifier',
  'PlacementGroup',
  'LaunchConfigurationName',
];

/** Nothing when the instances stay. */
export function rollOf(update: Update, id: string): Roll | undefined {
  const { kind, properties } = update.of(id);
  const policy = update.next.get(id)!.updatePolicy.AutoScalingRollingUpdate;
  if (kind !== 'updated' || !policy || !properties.some((name) => ROLLING.includes(name))) return undefined;
  const script = flat(launchTemplateOf(update.next, id)?.UserData);
  const asks = script.includes('describe-target-health') && !/unused|NotInUse|LoadBalancerArns/.test(script);
  return {
    minimum: Number(policy.MinInstancesInService ?? 0),
    asksEveryGroup: policy.WaitOnResourceSignals === true && asks,
  };
}

/** Whether images for the old processors have to run on others. */
export function changesProcessor(update: Update, id: string): boolean {
  const [before, after] = [update.old, update.next].map((template) => processorOf(launchTemplateOf(template, id)));
  return before !== undefined && after !== undefined && before !== after;
}

function processorOf(data: Value): string | undefined {
  const image = flat(data?.ImageId);
  if (image === '') return undefined;
  return /arm64/.test(image) ? 'arm64' : 'x86_64';
}

function launchTemplateOf(template: Template, id: string): Value {
  const { LaunchTemplate, MixedInstancesPolicy } = template.get(id)?.properties ?? {};
  const found = LaunchTemplate ?? MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification;
  return template.get(reference(found?.LaunchTemplateId)?.id ?? '')?.properties.LaunchTemplateData;
}

function flat(value: Value): string {
  if (typeof value === 'string') return value;
  return value === undefined ? '' : JSON.stringify(value);
}

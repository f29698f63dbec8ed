import { pointerOf, Template } from '../template/cfn-template';
import { at, Json, numberAt, textsOf } from '../template/json';
import { Update } from '../template/update';

export const GROUP = 'AWS::AutoScaling::AutoScalingGroup';

/** Properties whose change replaces the instances of a group, where it has a policy for that. */
const REPLACING = [
  'LaunchTemplate', 'LaunchConfigurationName', 'MixedInstancesPolicy', 'PlacementGroup', 'VPCZoneIdentifier',
];

/** How the instances of a group are replaced. */
export interface Roll {
  readonly id: string;
  /** How many serve all the time. */
  readonly minimum: number;
  readonly batch: number;
  /** Whether the next one waits until the new one says that it is ready. */
  readonly waits: boolean;
  /** Whether a new one is ready only when all target groups find it healthy, those too that nothing leads to. */
  readonly asksEveryGroup: boolean;
}

/** Nothing when they stay. */
export function rollOf(update: Update, id: string): Roll | undefined {
  const { fate, properties } = update.of(id);
  const policy = at(update.next.get(id)?.updatePolicy, 'AutoScalingRollingUpdate');
  const isReplacing = fate === 'updated' && properties.some((name) => REPLACING.includes(name));
  if (policy === undefined || !isReplacing) return undefined;
  const script = textsOf(at(launchOf(update.next, id), 'UserData'));
  const waits = at(policy, 'WaitOnResourceSignals') === true;
  const asks = script.includes('describe-target-health') && !/unused|NotInUse|LoadBalancerArns/.test(script);
  return {
    id,
    minimum: numberAt(policy, 'MinInstancesInService') ?? 0,
    batch: numberAt(policy, 'MaxBatchSize') ?? 1,
    waits,
    asksEveryGroup: waits && asks,
  };
}

/** Whether the new instances have another kind of processor, on which images for the old one do not run. */
export function changesProcessor(update: Update, id: string): boolean {
  const [before, after] = [update.old, update.next].map((template) => processorOf(launchOf(template, id)));
  return before !== undefined && after !== undefined && before !== after;
}

function processorOf(launch: Json | undefined): string | undefined {
  const image = textsOf(at(launch, 'ImageId'));
  if (image === '') return undefined;
  return image.includes('arm64') ? 'arm64' : 'x86_64';
}

function launchOf(template: Template, id: string): Json | undefined {
  const group = template.get(id)?.properties;
  const named = at(group, 'LaunchTemplate')
    ?? at(group, 'MixedInstancesPolicy', 'LaunchTemplate', 'LaunchTemplateSpecification');
  return template.get(pointerOf(at(named, 'LaunchTemplateId'))?.id)?.properties.LaunchTemplateData;
}

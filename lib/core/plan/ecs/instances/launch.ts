import { settled } from '../../../settings/fields/field';
import {
  capacityFields, CapacitySettings, ImageName, launchFields, LaunchSettings,
} from '../../../settings/instances/instances';
import { Architecture } from '../../../settings/instances/types/families';
import { isUnresolved, showSetting } from '../../../settings/setting';
import { Decisions, DecisionSource } from '../../decision';
import { explainChosen } from '../../explain-chosen';
import { brought, chose } from '../../provenance';
import { ImagePlan, LaunchPlan, MixedInstancesPlan } from './launch-plan';

type Settings = LaunchSettings & Pick<CapacitySettings, 'instanceType'>;

const ON_DEMAND = 100;

export function planLaunch(settings: Settings, architecture: Architecture, decisions: Decisions): LaunchPlan {
  const image = planImage(settings, architecture, decisions.about('machineImage'));
  explainChosen(launchFields, settings, decisions);
  explainMonitoring(settings, decisions);
  explainPolicy(settings, decisions.about('instancePolicy'));
  return { ...settled(launchFields, settings), image, mixed: planMixed(settings, decisions) };
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html */
function planImage(
  { machineImage, instanceType }: Settings, architecture: Architecture, decisions: Decisions,
): ImagePlan {
  const source = machineImage === undefined ? DecisionSource.DERIVED : DecisionSource.PROP;
  const isKnown = instanceType === undefined || !isUnresolved(instanceType);
  const match = isKnown
    ? 'It matches the instance type and'
    : 'The instance type is known only at deployment and has to be of this architecture; the image';
  const reason = `${match} is looked up when an instance starts, so a new image replaces nothing by itself.`;
  switch (machineImage) {
    case 'own':
      decisions.choose(
        'machine image', 'given', source,
        brought('; it has to hold the agent of Amazon ECS and to be for the architecture of the instances.'),
      );
      return { kind: 'own' };
    case 'bottlerocket':
      decisions.choose('machine image', `Bottlerocket, ${architecture}`, source, reason);
      return { kind: 'bottlerocket', parameter: `/aws/service/bottlerocket/aws-ecs-2/${architecture}/latest/image_id` };
    default:
      decisions.choose(
        'machine image',
        `ECS-optimized Amazon Linux 2023${machineImage === 'ecs-optimized-gpu' ? ' with GPU drivers' : ''}, `
          + `${architecture}`,
        source,
        reason,
      );
      return {
        kind: 'ecs-optimized',
        parameter: `/aws/service/ecs/optimized-ami/amazon-linux-2023${variantOf(machineImage, architecture)}/recommended/image_id`,
      };
  }
}

function variantOf(image: ImageName | undefined, architecture: Architecture): string {
  if (image === 'ecs-optimized-gpu') return '/gpu';
  return architecture === 'arm64' ? '/arm64' : '';
}

function explainPolicy(
  { instancePolicy = launchFields.instancePolicy.fallback, machineImage }: Settings, decisions: Decisions,
): void {
  if (instancePolicy === 'beanstalk') {
    decisions.choose(
      'instance policy',
      instancePolicy,
      DecisionSource.BEANSTALK,
      machineImage === 'bottlerocket'
        ? 'The managed policies of Beanstalk, of Session Manager and, for Bottlerocket, of Amazon ECS for instances, '
          + 'which AWS keeps up to date.'
        : 'The managed policy of Beanstalk and that of Session Manager, which AWS keeps up to date.',
    );
    return;
  }
  decisions.chosen(
    'instance policy',
    instancePolicy,
    chose(
      '; the agent may act on this cluster alone, and writes logs as the execution role. What else runs on the '
        + 'instances needs permissions of its own.',
    ),
  );
}

function explainMonitoring({ detailedMonitoring }: Settings, decisions: Decisions): void {
  if (detailedMonitoring === undefined) return;
  const follows = detailedMonitoring ? 'reports every minute, at a price' : 'reports every five minutes';
  decisions.about('detailedMonitoring').chosen(
    'detailed monitoring', detailedMonitoring, chose(`; Amazon EC2 ${follows}.`),
  );
}

function planMixed(settings: Settings, decisions: Decisions): MixedInstancesPlan | null {
  const mixed = mixedInstancesOf(settings);
  if (mixed) explainMixed(mixed, settings, decisions);
  return mixed;
}

/** The types of the instances and the way to pay for them; null for one type on demand. */
export function mixedInstancesOf(settings: Settings): MixedInstancesPlan | null {
  const {
    instanceType = capacityFields.instanceType.fallback, alternativeInstanceTypes = [], onDemandBaseCapacity = 0,
  } = settings;
  const { onDemandPercentageAboveBaseCapacity: share } = settings;
  if (alternativeInstanceTypes.length === 0 && share === undefined) return null;
  const instanceTypes = [instanceType, ...alternativeInstanceTypes];
  const spot = share !== undefined && share !== ON_DEMAND;
  return { instanceTypes, onDemandBaseCapacity, onDemandPercentageAboveBaseCapacity: share ?? ON_DEMAND, spot };
}

function explainMixed(
  mixed: MixedInstancesPlan, { alternativeInstanceTypes = [] }: Settings, decisions: Decisions,
): void {
  const { spot, onDemandBaseCapacity, onDemandPercentageAboveBaseCapacity } = mixed;
  if (alternativeInstanceTypes.length > 0) {
    decisions.about('alternativeInstanceTypes').chosen(
      'alternative instance types',
      alternativeInstanceTypes.join(', '),
      chose(
        '; on demand they are tried in this order, as Spot instances where they are the least likely to be taken back '
          + 'at a low price.',
        'them',
      ),
    );
  }
  if (spot) {
    decisions.about('onDemandBaseCapacity', 'onDemandPercentageAboveBaseCapacity').chosen(
      'spot instances',
      `all but ${showSetting(onDemandBaseCapacity)} instances and `
        + `${showSetting(onDemandPercentageAboveBaseCapacity)} % of those beyond`,
      chose(
        '; AWS takes Spot instances back with two minutes of notice, in which their tasks are moved, and a replacement '
          + 'is started when it sees that coming.',
      ),
    );
  }
}

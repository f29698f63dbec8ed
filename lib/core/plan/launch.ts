import { INSTANCE_TYPE, IMDS_HOP_LIMIT, ROOT_VOLUME_GIB } from '../settings/defaults';
import { Architecture } from '../settings/instance-types/families';
import { ImageName, InstancePolicyName, LaunchSettings } from '../settings/launch';
import { isUnresolved, Setting, showSetting } from '../settings/setting';
import { EnvironmentSettings } from '../settings/settings';
import { Decisions, DecisionSource } from './decision';
import { ImagePlan, LaunchPlan, MixedInstancesPlan } from './launch-plan';

type Settings = LaunchSettings & Pick<EnvironmentSettings, 'instanceType'>;

const CHOSEN = 'You chose it';
const CHOSEN_SEVERAL = 'You chose them';
const ON_DEMAND = 100;

export function planLaunch(settings: Settings, architecture: Architecture, decisions: Decisions): LaunchPlan {
  const image = planImage(settings, architecture, decisions);
  const { rootVolumeGiB = ROOT_VOLUME_GIB, imdsHopLimit = IMDS_HOP_LIMIT, detailedMonitoring = null, containerInsights = null } = settings;
  const { maxInstanceLifetimeSeconds = null, instanceWarmupSeconds = null } = settings;
  explain(settings, decisions);
  const instancePolicy = planPolicy(settings, decisions);
  return {
    image, rootVolumeGiB, imdsHopLimit, detailedMonitoring, instancePolicy, containerInsights, mixed: planMixed(settings, decisions),
    maxInstanceLifetimeSeconds, instanceWarmupSeconds,
  };
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html */
function planImage({ machineImage, instanceType }: Settings, architecture: Architecture, decisions: Decisions): ImagePlan {
  const source = machineImage === undefined ? DecisionSource.DERIVED : DecisionSource.PROP;
  const isKnown = instanceType === undefined || !isUnresolved(instanceType);
  const match = isKnown ? 'It matches the instance type and' : 'The instance type is known only at deployment and has to be of this architecture; the image';
  const reason = `${match} is looked up when an instance starts, so a new image replaces nothing by itself.`;
  switch (machineImage) {
    case 'own':
      decisions.choose('machine image', 'given', source, 'You brought it; it has to hold the agent of Amazon ECS and to be for the architecture of the instances.');
      return { kind: 'own' };
    case 'bottlerocket':
      decisions.choose('machine image', `Bottlerocket, ${architecture}`, source, reason);
      return { kind: 'bottlerocket', parameter: `/aws/service/bottlerocket/aws-ecs-2/${architecture}/latest/image_id` };
    default:
      decisions.choose('machine image', `ECS-optimized Amazon Linux 2023${machineImage === 'ecs-optimized-gpu' ? ' with GPU drivers' : ''}, ${architecture}`, source, reason);
      return { kind: 'ecs-optimized', parameter: `/aws/service/ecs/optimized-ami/amazon-linux-2023${variantOf(machineImage, architecture)}/recommended/image_id` };
  }
}

function variantOf(image: ImageName | undefined, architecture: Architecture): string {
  if (image === 'ecs-optimized-gpu') return '/gpu';
  return architecture === 'arm64' ? '/arm64' : '';
}

function planPolicy({ instancePolicy = 'beanstalk' }: Settings, decisions: Decisions): InstancePolicyName {
  if (instancePolicy === 'beanstalk') {
    return decisions.choose('instance policy', instancePolicy, DecisionSource.BEANSTALK, 'The managed policy of Beanstalk and that of Session Manager, which AWS keeps up to date.');
  }
  return decisions.choose('instance policy', instancePolicy, DecisionSource.PROP,
    'You chose it; the agent may act on this cluster alone, and writes logs as the execution role. What else runs on the instances needs permissions of its own.');
}

/** What the user chose, and what follows from it. */
function explain(settings: Settings, decisions: Decisions): void {
  const chosen = (topic: string, setting: Setting<number | boolean> | undefined, reason: string, unit = '') => {
    if (setting === undefined) return;
    const text = showSetting(setting, unit);
    decisions.choose(topic, setting, DecisionSource.PROP, isUnresolved(setting) ? `${reason} It is known only at deployment, so the checks that need it were skipped.` : reason, text);
  };
  chosen('root volume', settings.rootVolumeGiB, `${CHOSEN}; images and whatever containers write have room there.`, ' GiB');
  chosen('commands at boot', settings.userDataCommands || undefined, `${CHOSEN_SEVERAL}; they run once on each new instance, before its agent starts.`);
  chosen('key pair', settings.keyPair, `${CHOSEN}; no rule opens port 22, and Session Manager needs no key.`);
  chosen('metadata hop limit', settings.imdsHopLimit, `${CHOSEN}; from 2, containers in bridge mode reach the instance metadata service and with it the instance role.`);
  chosen('further security groups', settings.instanceSecurityGroups || undefined, `${CHOSEN_SEVERAL} for the instances; nothing is added to them.`);
  chosen('maximum instance lifetime', settings.maxInstanceLifetimeSeconds, `${CHOSEN}; older instances are drained and replaced one after the other.`, ' s');
  chosen('instance warmup', settings.instanceWarmupSeconds, `${CHOSEN}; scaling leaves a new instance out of its figures for so long.`, ' s');
  if (settings.containerInsights) decisions.choose('container insights', settings.containerInsights, DecisionSource.PROP, `${CHOSEN}; figures of tasks and containers have the price of custom metrics.`);
  chosen('detailed monitoring', settings.detailedMonitoring, settings.detailedMonitoring ? `${CHOSEN}; Amazon EC2 reports every minute, at a price.` : `${CHOSEN}; Amazon EC2 reports every five minutes.`);
}

function planMixed(settings: Settings, decisions: Decisions): MixedInstancesPlan | null {
  const { instanceType = INSTANCE_TYPE, alternativeInstanceTypes = [], onDemandBaseCapacity = 0, onDemandPercentageAboveBaseCapacity } = settings;
  if (alternativeInstanceTypes.length === 0 && onDemandPercentageAboveBaseCapacity === undefined) return null;
  const instanceTypes = [instanceType, ...alternativeInstanceTypes];
  if (alternativeInstanceTypes.length > 0) {
    decisions.choose('alternative instance types', alternativeInstanceTypes.join(', '), DecisionSource.PROP, `${CHOSEN_SEVERAL}; on demand they are tried in this order, as Spot instances where they are the least likely to be taken back at a low price.`);
  }
  const spot = onDemandPercentageAboveBaseCapacity !== undefined && onDemandPercentageAboveBaseCapacity !== ON_DEMAND;
  if (spot) {
    decisions.choose('spot instances', `all but ${showSetting(onDemandBaseCapacity)} instances and ${showSetting(onDemandPercentageAboveBaseCapacity)} % of those beyond`, DecisionSource.PROP,
      `${CHOSEN}; AWS takes Spot instances back with two minutes of notice, in which their tasks are moved, and a replacement is started when it sees that coming.`);
  }
  return { instanceTypes, onDemandBaseCapacity, onDemandPercentageAboveBaseCapacity: onDemandPercentageAboveBaseCapacity ?? ON_DEMAND, spot };
}

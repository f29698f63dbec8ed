import { Severity } from '../../../finding/finding';
import { chosenType } from '../../../settings/instances/types/chosen-types';
import { demandOf } from '../../../settings/instances/types/fit';
import { label, shownBy } from '../../wording';
import { TargetRule } from '../target-rule';

export const imageLimits: TargetRule = {
  code: 'DR4069',
  name: 'image-limits',
  severity: Severity.ERROR,
  summary: 'The machine image supports the parameters of the file.',
  reason:
    'Bottlerocket refuses privileged containers, mounts EFS neither encrypted nor for tasks with addresses of their '
    + 'own, and only one image has drivers for GPUs.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-bottlerocket.html',
  fields: [
    'containerDefinitions[].privileged', 'containerDefinitions[].resourceRequirements',
    'volumes[].efsVolumeConfiguration',
  ],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const { machineImage = 'ecs-optimized', networkMode } = settings;
    if (chosenType(settings) === undefined || machineImage === 'own') return;
    if (machineImage !== 'ecs-optimized-gpu' && demandOf(spec, { networkMode }).gpus > 0) {
      report(
        at(spec, 'containerDefinitions'), 'ask for GPUs, for which the machine image has no drivers.',
        'Set machineImage: CapacityImage.ecsOptimizedGpu().', ['machineImage'],
      );
    }
    if (machineImage !== 'bottlerocket') return;
    const instead = 'set machineImage: CapacityImage.ecsOptimized()';
    for (const container of spec.containers.filter(({ privileged }) => privileged)) {
      report(
        at(container, 'privileged'),
        `of ${label(container, at)} must be false on Bottlerocket, which refuses privileged containers.`,
        `Remove it, or ${instead}.`, ['machineImage'],
      );
    }
    for (const volume of spec.volumes) {
      const { transitEncryption } = volume.efsVolumeConfiguration ?? {};
      if (!volume.efsVolumeConfiguration || (transitEncryption !== 'ENABLED' && networkMode !== 'awsvpc')) continue;
      report(
        shownBy(at, volume, 'efsVolumeConfiguration'),
        'must be neither encrypted nor in awsvpc mode on Bottlerocket, which mounts no such file system.',
        `Keep the files elsewhere, or ${instead}.`, ['machineImage'],
      );
    }
  },
};

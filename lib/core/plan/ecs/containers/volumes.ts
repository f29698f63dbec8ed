import { namesDockerVolume } from '../../../rules/host-paths';
import { replacementOf, VolumeReplacements, VolumeSettings } from '../../../settings/containers/containers';
import { impliedLogVolumes, logDirectory } from '../../../spec/log-volumes';
import { DockerrunSpec, VolumeSpec } from '../../../spec/model';
import { Decisions, DecisionSource } from '../../decision';
import { VolumePlan } from '../plan';

type HostVolume = Extract<VolumePlan, { kind: 'host' }>;

/** The declared volumes, and the awseb-logs volumes that somebody mounts without declaring them. */
export function planVolumes(
  spec: DockerrunSpec, replacements: VolumeReplacements | undefined, decisions: Decisions,
): VolumePlan[] {
  const declared = spec.volumes.flatMap((volume) =>
    volume.name === undefined ? [] : [planVolume(volume, volume.name)],
  );
  const implied = impliedLogVolumes(spec).map(({ name, owner }) => ({
    kind: 'host' as const, name, sourcePath: logDirectory(owner),
  }));
  for (const { name, sourcePath } of implied.filter((volume) => !replacementOf(volume.name, replacements))) {
    decisions.about(`volumes.${name}`).choose(
      `volume ${name}`, sourcePath, DecisionSource.BEANSTALK,
      'Beanstalk keeps the logs of a container there; the directory is made on the instance.',
    );
  }
  return [...declared, ...implied].map((volume) => {
    const replacement = replacementOf(volume.name, replacements);
    if (replacement) return replace(volume.name, replacement, decisions);
    if (volume.kind === 'host' && namesDockerVolume(volume.sourcePath)) explainDockerVolume(volume, decisions);
    return volume;
  });
}

/** The agent hands the name to Docker, as Beanstalk has it do, so that volumes of one name stay one. */
function explainDockerVolume({ name, sourcePath }: HostVolume, decisions: Decisions): void {
  decisions.about(`volumes.${name}`).choose(
    `volume ${name}`, `Docker's ${sourcePath}`, DecisionSource.FILE,
    'Docker takes a path without "/" for the name of a volume of its own; each instance has another, which is lost '
      + 'with it.',
  );
}

function planVolume(volume: VolumeSpec, name: string): VolumePlan {
  if (volume.efsVolumeConfiguration) return { kind: 'efs', name, configuration: volume.efsVolumeConfiguration };
  if (volume.dockerVolumeConfiguration) {
    return { kind: 'docker', name, configuration: volume.dockerVolumeConfiguration };
  }
  const sourcePath = volume.host?.sourcePath;
  return sourcePath === undefined ? { kind: 'scratch', name } : { kind: 'host', name, sourcePath };
}

function replace(name: string, settings: VolumeSettings, decisions: Decisions): VolumePlan {
  const chosen = (choice: string, reason: string) =>
    decisions.about(`volumes.${name}`).chosen(`volume ${name}`, choice, reason);
  switch (settings.kind) {
    case 'host':
      chosen(settings.sourcePath, 'You chose this path of the instance; what is there is lost with it.');
      return { kind: 'host', name, sourcePath: settings.sourcePath };
    case 'docker':
      chosen('docker', 'You chose a volume of Docker; each instance has its own, which is lost with it.');
      return { kind: 'docker', name, configuration: settings.configuration };
    case 'efs':
      chosen(
        'efs',
        'You chose a file system; it is mounted over TLS with the permissions of the task role, and outlives the '
          + 'instances.',
      );
      return { kind: 'file-system', name, rootDirectory: settings.rootDirectory };
  }
}

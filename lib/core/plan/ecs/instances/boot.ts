import { capacityBounds } from '../../../settings/instances/instance-range';
import { SourceBundleSettings } from '../../../settings/instances/instances';
import { EnvironmentSettings } from '../../../settings/settings';
import { TrafficSettings } from '../../../settings/traffic/traffic';
import { impliedLogVolumes, logDirectory } from '../../../spec/log-volumes';
import { DockerrunSpec } from '../../../spec/model';
import { Decisions, DecisionSource } from '../../decision';
import { BootPlan, RegistryAuthPlan } from './boot-plan';

type Settings = Pick<
  EnvironmentSettings,
  'sourceBundle' | 'machineImage' | 'minCapacity' | 'maxCapacity' | 'scheduling'
>
  & Pick<TrafficSettings, 'traffic'>;

export function planBoot(spec: DockerrunSpec, settings: Settings, decisions: Decisions): BootPlan {
  const { sourceBundle, machineImage } = settings;
  const runsCommands = machineImage !== 'bottlerocket';
  if (sourceBundle) explainBundle(sourceBundle, decisions);
  explainReadiness(runsCommands, settings, decisions);
  return {
    directories: runsCommands ? impliedLogVolumes(spec).map(({ owner }) => logDirectory(owner)) : [],
    unpacksBundle: sourceBundle !== undefined,
    signals: runsCommands,
    awaitedOnCreation: runsCommands && capacityBounds(settings).min > 0,
    registryAuth: planRegistryAuth(spec, decisions),
  };
}

function explainBundle({ paths }: SourceBundleSettings, decisions: Decisions): void {
  decisions.about('sourceBundle').chosen(
    'source bundle',
    paths.length === 1 ? '1 file' : `${paths.length} files`,
    'It is unpacked to /var/app/current on each instance before the agent starts; a changed bundle replaces the '
      + 'instances one by one, and a changed task definition rolls after that.',
  );
}

function explainReadiness(runsCommands: boolean, settings: Settings, decisions: Decisions): void {
  if (runsCommands) {
    decisions.about('machineImage')
      .choose('instance replacement', 'on signal', DecisionSource.DEFAULT, readinessOf(settings));
  } else {
    decisions.about('machineImage').choose(
      'instance replacement', 'every 5 minutes', DecisionSource.DERIVED,
      'Bottlerocket runs no commands, so its instances cannot say when they serve.',
    );
  }
}

function readinessOf({ scheduling, traffic }: Settings): string {
  if (scheduling?.kind === 'replicas') {
    return 'The next instance is replaced when the agent of the new one has registered. Amazon ECS starts replicas '
      + 'there when it drains an instance of before, so that no signal tells whether they run, nor whether files of a '
      + 'bundle suit them.';
  }
  const served = traffic.listeners.length > 0 ? ' and the load balancer finds it healthy' : '';
  return `The next instance is replaced when the new one runs its task${served}; on first creation, when its agent has `
    + 'registered.';
}

/** The file with registry credentials that instances read; null when the file names none. */
export function registryAuthOf({ authentication }: DockerrunSpec): RegistryAuthPlan | null {
  if (!authentication) return null;
  const { bucket = '', key = '' } = authentication;
  return { bucket, key };
}

function planRegistryAuth(spec: DockerrunSpec, decisions: Decisions): RegistryAuthPlan | null {
  const auth = registryAuthOf(spec);
  if (!auth) return null;
  return decisions.choose(
    'registry authentication',
    auth,
    DecisionSource.FILE,
    'Each instance reads the file once, before its agent starts; new credentials reach new instances only.',
    `s3://${auth.bucket}/${auth.key}`,
  );
}

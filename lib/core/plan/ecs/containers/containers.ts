import { entryOf } from '../../../finding/table';
import {
  ContainersSettings, fileName, replacementOf, VolumeReplacements,
} from '../../../settings/containers/containers';
import { NetworkModeName, sharesInterface } from '../../../settings/network/network';
import { EnvironmentSettings, Setting } from '../../../settings/settings';
import { ContainerSpec, MountPointSpec, PortMappingSpec } from '../../../spec/model';
import { ContainerPlan, LinkPlan, PortMappingPlan, VariablePlan } from '../plan';

/** The prop that stands for the region of the stack, which is known to the constructs only. */
export const REGION = { unresolved: 'region' } as const;

/** A container that passed every check, so its required keys are there. */
export function planContainer(
  container: ContainerSpec,
  networkMode: NetworkModeName,
  settings: ContainersSettings & Pick<EnvironmentSettings, 'environmentProperties' | 'volumes'>,
): ContainerPlan {
  const {
    name = '', image = '', essential = true, portMappings = [], links = [], environment = [], ...parameters
  } = container;
  const { mountPoints } = parameters;
  const own = environment.map((variable): VariablePlan => ({ name: variable.name ?? '', value: variable.value ?? '' }));
  const given: VariablePlan[] = [
    { name: 'AWS_REGION', value: REGION },
    ...Object.entries(settings.environmentProperties ?? {}).map(([key, value]) => ({ name: key, value })),
  ];
  // Amazon ECS refuses a variable with the name of a secret.
  const secrets = (entryOf(settings.secrets, name) ?? []).map((variable): VariablePlan => ({
    name: variable, value: { unresolved: `secrets.${name}.${variable}` },
  }));
  const secretNames = new Set([...(container.secrets ?? []), ...secrets].map((secret) => secret.name));
  return {
    name,
    essential,
    secrets,
    environmentFiles: (entryOf(settings.environmentFiles, name) ?? []).map(fileName),
    image: givenBy('images', name, settings) ?? image,
    registryCredentials: givenBy('registryCredentials', name, settings),
    portMappings: portMappings.map((mapping) => planPort(mapping, networkMode)),
    links: networkMode === 'bridge' ? links.map(planLink) : [],
    environment: mergeVariables(
      given.filter((variable) => !secretNames.has(variable.name)), own,
    ),
    logsToEnvironment: container.logConfiguration === undefined,
    parameters: mountPoints
      ? { ...parameters, mountPoints: mountPoints.map((mount) => planMount(mount, settings.volumes)) }
      : parameters,
  };
}

/** A file system may let in who has no permission to write, so that a mount point is what keeps a container from it. */
function planMount(mount: MountPointSpec, replacements: VolumeReplacements | undefined): MountPointSpec {
  const replacement = replacementOf(mount.sourceVolume, replacements);
  return replacement?.kind === 'efs' && replacement.readOnly ? { ...mount, readOnly: true } : mount;
}

/** The prop that gives something to a container; null for none. */
function givenBy(
  prop: 'images' | 'registryCredentials', name: string, settings: ContainersSettings,
): Setting<string> | null {
  return settings[prop]?.includes(name) ? { unresolved: `${prop}.${name}` } : null;
}

/** Later lists win; a name keeps the place of its first appearance. */
function mergeVariables(...lists: readonly (readonly VariablePlan[])[]): VariablePlan[] {
  const merged = new Map<string, VariablePlan>();
  for (const variable of lists.flat()) merged.set(variable.name, variable);
  return [...merged.values()];
}

function planPort(mapping: PortMappingSpec, networkMode: NetworkModeName): PortMappingPlan {
  const { containerPort = 0, hostPort = 0, protocol, containerPortRange = '', name = '', appProtocol = '' } = mapping;
  return {
    containerPort,
    hostPort: sharesInterface(networkMode) ? containerPort : hostPort,
    protocol: protocol === 'udp' ? 'udp' : 'tcp',
    containerPortRange, name, appProtocol,
  };
}

function planLink(link: string): LinkPlan {
  const [container, alias = container] = link.split(':');
  return { container, alias };
}

import { INSTANCE_TYPE } from './defaults';
import { known, Setting } from './setting';

/** The images that instances start from; `own` stands for one that the user brings. */
export type ImageName = 'ecs-optimized' | 'ecs-optimized-gpu' | 'bottlerocket' | 'own';

/** What the role of the instances may do: what Beanstalk allows, or just as much as they need. */
export type InstancePolicyName = 'beanstalk' | 'scoped';

/** What the user chose about the instances beyond their type and number. */
export interface LaunchSettings {
  readonly alternativeInstanceTypes?: readonly string[];
  readonly onDemandBaseCapacity?: Setting<number>;
  readonly onDemandPercentageAboveBaseCapacity?: Setting<number>;
  readonly machineImage?: ImageName;
  readonly rootVolumeGiB?: Setting<number>;
  /** How many commands there are. */
  readonly userDataCommands?: number;
  /** Whether there is one. */
  readonly keyPair?: boolean;
  readonly imdsHopLimit?: Setting<number>;
  /** How many there are beside the one of the instances. */
  readonly instanceSecurityGroups?: number;
  readonly maxInstanceLifetimeSeconds?: Setting<number>;
  readonly instanceWarmupSeconds?: Setting<number>;
  readonly detailedMonitoring?: boolean;
  readonly instancePolicy?: InstancePolicyName;
  readonly containerInsights?: 'disabled' | 'enabled' | 'enhanced';
}

/** A type that the user chose, and the prop that names it. */
export interface ChosenType {
  readonly prop: string;
  readonly name: string;
}

/** The types of the instances that are known, in the order in which they are tried. */
export function chosenTypes(settings: LaunchSettings & { readonly instanceType?: Setting<string> }): ChosenType[] {
  const { instanceType = INSTANCE_TYPE, alternativeInstanceTypes = [] } = settings;
  const first = known(instanceType);
  return [
    ...first === undefined ? [] : [{ prop: 'instanceType', name: first }],
    ...alternativeInstanceTypes.map((name, index) => ({ prop: `alternativeInstanceTypes[${index}]`, name })),
  ];
}

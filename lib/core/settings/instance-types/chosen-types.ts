import { DockerrunSpec } from '../../spec/model';
import { INSTANCE_TYPE } from '../defaults';
import { EcsSettings, isUnresolved } from '../settings';
import { demandOf, Fit, fitOf, smallestFit, TaskDemand } from './fit';
import { InstanceType, instanceTypeOf } from './instance-type';

/** What decides on which instance the task runs, and beside what. */
export type InstanceSettings = Pick<EcsSettings, 'instanceType' | 'networkMode' | 'neighbors'>;

/** How the tasks of an instance fit on a type that was chosen. */
export interface ChosenFit {
  readonly type: InstanceType;
  readonly fit: Fit;
  /** The smallest type like it on which they surely fit, if there is one. */
  readonly smallest: string | undefined;
}

/** The name of the type of the instances; nothing when it is a token. */
export function chosenType({ instanceType = INSTANCE_TYPE }: Pick<EcsSettings, 'instanceType'>): string | undefined {
  return isUnresolved(instanceType) ? undefined : instanceType;
}

/** How the task fits beside its neighbors; nothing when the type is a token, or not in the table. */
export function chosenFit(spec: DockerrunSpec, settings: InstanceSettings): ChosenFit | undefined {
  const type = instanceTypeOf(chosenType(settings) ?? '');
  if (!type) return undefined;
  const demands = demandsOf(spec, settings);
  return { type, fit: fitOf(demands, type), smallest: smallestFit(demands, type) };
}

function demandsOf(spec: DockerrunSpec, { networkMode, neighbors = [] }: InstanceSettings): TaskDemand[] {
  return [demandOf(spec, networkMode), ...neighbors.flatMap(({ demand }) => demand ?? [])];
}

import { DockerrunSpec } from '../../../spec/model';
import { isOnEveryInstance } from '../../service/neighbor';
import { EnvironmentSettings, isUnresolved } from '../../settings';
import { capacityFields, chosenTypes } from '../instances';
import { demandOf, Fit, fitOf, smallestFit, TaskDemand } from './fit';
import { InstanceType, instanceTypeOf } from './instance-type';

/** What decides on which instance the task runs, and beside what. */
export type InstanceSettings = Pick<
  EnvironmentSettings,
  'instanceType' | 'alternativeInstanceTypes' | 'networkMode' | 'neighbors' | 'worker' | 'beanstalk'
>;

/** How the tasks of an instance fit on a type that was chosen. */
export interface ChosenFit {
  /** The prop that chose it. */
  readonly prop: string;
  readonly type: InstanceType;
  readonly fit: Fit;
  /** The smallest type like it on which they surely fit, if there is one. */
  readonly smallest: string | undefined;
}

/** The name of the type of the instances; nothing when it is a token. */
export function chosenType({
  instanceType = capacityFields.instanceType.fallback,
}: Pick<EnvironmentSettings, 'instanceType'>): string | undefined {
  return isUnresolved(instanceType) ? undefined : instanceType;
}

/** How the task fits beside its neighbors, on each type that is neither a token nor missing in the table. */
export function chosenFits(spec: DockerrunSpec, settings: InstanceSettings): ChosenFit[] {
  const demands = demandsOf(spec, settings);
  return chosenTypes(settings).flatMap(({ prop, name }) => {
    const type = instanceTypeOf(name);
    return type
      ? [
        {
          prop,
          type,
          fit: fitOf(demands, type),
          get smallest() {
            return smallestFit(demands, type);
          },
        },
      ]
      : [];
  });
}

function demandsOf(spec: DockerrunSpec, { neighbors = [], ...shape }: InstanceSettings): TaskDemand[] {
  return [demandOf(spec, shape), ...neighbors.filter(isOnEveryInstance).map(({ demand }) => demand)];
}

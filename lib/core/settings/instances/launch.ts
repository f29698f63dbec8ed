import { known } from '../setting';
import { capacityFields, CapacitySettings, LaunchSettings } from './instances';

/** A type that the user chose, and the prop that names it. */
export interface ChosenType {
  readonly prop: string;
  readonly name: string;
}

/** The types of the instances that are known, in the order in which they are tried. */
export function chosenTypes(settings: LaunchSettings & Pick<CapacitySettings, 'instanceType'>): ChosenType[] {
  const { instanceType = capacityFields.instanceType.fallback, alternativeInstanceTypes = [] } = settings;
  const first = known(instanceType);
  return [
    ...first === undefined ? [] : [{ prop: 'instanceType', name: first }],
    ...alternativeInstanceTypes.map((name, index) => ({ prop: `alternativeInstanceTypes[${index}]`, name })),
  ];
}

import { chosenTypes } from '../../../settings/instances/instances';
import { ChosenFit, chosenFits, chosenType, InstanceSettings } from '../../../settings/instances/types/chosen-types';
import { registeredMemory } from '../../../settings/instances/types/registered-memory';
import { DockerrunSpec } from '../../../spec/model';
import { Decisions, DecisionSource } from '../../decision';

/** Says how much of an instance the task takes, or why that is not known. */
export function planFit(spec: DockerrunSpec, settings: InstanceSettings, decisions: Decisions): void {
  const type = chosenType(settings);
  const fits = chosenFits(spec, settings);
  const unknown = chosenTypes(settings)
    .map(({ name }) => name)
    .filter((name) => !fits.some((fit) => fit.type.name === name));
  const reasons = [
    ...(fits.length > 0
      ? [
        `Reserved by the containers, of what ${explainFigures(fits)} with Amazon ECS; AWS publishes no figures of `
            + 'memory.',
      ]
      : []),
    ...unknown.map((name) => `This version does not know ${name}, nor whether the task fits on it.`),
    ...(type === undefined
      ? ['The instance type is known only at deployment, and so is how much of it the task takes.']
      : []),
  ];
  const shares =
    fits.length === 1 ? sharesOf(fits[0]) : fits.map((fit) => `${sharesOf(fit)} on ${fit.type.name}`).join('; ');
  decisions
    .about('instanceType', 'alternativeInstanceTypes')
    .choose('instance fit', shares || 'not checked', DecisionSource.DERIVED, reasons.join(' '));
}

function sharesOf({ type, fit: { demand } }: ChosenFit): string {
  const shares = [
    `${demand.memoryMiB} of ${registeredMemory(type).memoryMiB} MiB`,
    `${demand.cpuUnits} of ${type.cpuUnits} CPU units`,
  ];
  if (demand.networkInterfaces > 0) {
    shares.push(`${demand.networkInterfaces} of ${type.networkInterfaces - 1} network interfaces`);
  }
  if (demand.gpus > 0) shares.push(`${demand.gpus} of ${type.gpus} GPUs`);
  return shares.join(', ');
}

function explainFigures(fits: readonly ChosenFit[]): string {
  return fits
    .map(({ type }) => `${type.name} ${registeredMemory(type).seen ? 'was seen to' : 'can be expected to'} register`)
    .join(' and ');
}

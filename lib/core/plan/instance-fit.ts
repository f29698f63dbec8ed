import { ChosenFit, chosenFit, chosenType, InstanceSettings } from '../settings/instance-types/chosen-types';
import { registeredMemory } from '../settings/instance-types/registered-memory';
import { DockerrunSpec } from '../spec/model';
import { Decisions, DecisionSource } from './decision';

/** Says how much of an instance the task takes, or why that is not known. */
export function planFit(spec: DockerrunSpec, settings: InstanceSettings, decisions: Decisions): void {
  const chosen = chosenFit(spec, settings);
  if (chosen) decisions.choose('instance fit', explainShares(chosen), DecisionSource.DERIVED, explainFigures(chosen));
  else decisions.choose('instance fit', 'not checked', DecisionSource.DERIVED, explainIgnorance(chosenType(settings)));
}

function explainShares({ type, fit: { demand } }: ChosenFit): string {
  const shares = [`${demand.memoryMiB} of ${registeredMemory(type).memoryMiB} MiB`, `${demand.cpuUnits} of ${type.cpuUnits} CPU units`];
  if (demand.networkInterfaces > 0) shares.push(`${demand.networkInterfaces} of ${type.networkInterfaces - 1} network interfaces`);
  if (demand.gpus > 0) shares.push(`${demand.gpus} of ${type.gpus} GPUs`);
  return shares.join(', ');
}

function explainFigures({ type }: ChosenFit): string {
  const figure = registeredMemory(type).seen ? 'was seen to register' : 'can be expected to register';
  return `Reserved by the containers, of what ${type.name} ${figure} with Amazon ECS; AWS publishes no figures of memory.`;
}

function explainIgnorance(type: string | undefined): string {
  return type === undefined
    ? 'The instance type is known only at deployment, and so is how much of it the task takes.'
    : `This version does not know ${type}, nor whether the task fits on it.`;
}

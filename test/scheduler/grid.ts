import { allRequests, Cell, cellsOf, rangeRequests, shiftRequests, show } from './cells';
import { roll, Situation } from './model/rollout';
import { answer, Answer, situationOf } from './planned';
import { complaint } from './verdict';

/** What the planner says of tasks that the instances cannot hold, and of those that they may not hold. */
export const REFUSED = 'DR4073';
export const DOUBTED = 'DR4078';

/** A cell that the planner let through, with what goes on once it is deployed. */
export interface Deployed {
  readonly cell: Cell;
  readonly situation: Situation;
}

/** What the planner makes of every request on instances of some types. */
export function answersFor(...instanceTypes: readonly string[]): Answer[] {
  return allRequests(instanceTypes).map(answer);
}

/** The same for numbers of replicas that change. */
export function answersForRanges(...instanceTypes: readonly string[]): Answer[] {
  return rangeRequests(instanceTypes).map(answer);
}

/** The same for strategies with which both versions run at once. */
export function answersForShifts(...instanceTypes: readonly string[]): Answer[] {
  return shiftRequests(instanceTypes).map(answer);
}

export function deploy(answers: readonly Answer[]): Deployed[] {
  return answers.flatMap(({ request, plan, codes }) => (!plan || codes.includes(DOUBTED) ? []
    : cellsOf(request).map((cell) => ({ cell, situation: situationOf(cell, plan) }))));
}

/** What goes wrong in the cells, each with its name; with other figures when the planner has a fault. */
export function complaints(
  deployed: readonly Deployed[], fault: (deployed: Deployed) => Situation = ({ situation }) => situation,
): string[] {
  return deployed.flatMap((each) => {
    const situation = fault(each);
    const found = complaint(each.cell, situation, roll(situation, each.cell.operation));
    return found === undefined ? [] : [`${show(each.cell)}: ${found}`];
  });
}

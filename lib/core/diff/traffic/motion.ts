import { textAt } from '../template/json';
import { Update } from '../template/update';
import { Course, Loss, Luck } from './course';
import { Refusal, refusalsOf } from './refusals';
import { SERVICE } from './services';

/** What an update does to those who use the environment, whatever the reason. */
export interface Motion {
  readonly refusals: readonly Refusal[];
  readonly losses: readonly Loss[];
}

const LUCK: readonly Luck[] = [
  { frontFirst: true, turn: 0 }, { frontFirst: true, turn: 1 }, { frontFirst: false, turn: 0 },
  { frontFirst: false, turn: 1 },
];

/** However it goes: what may happen in one of the ways that the templates leave open counts. */
export function motionOf(update: Update): Motion {
  const strategies = update.old.ofType(SERVICE)
    .map(({ properties }) => textAt(properties, 'DeploymentConfiguration', 'Strategy'));
  const takesTurns = strategies.some((strategy) => !['ROLLING', undefined].includes(strategy));
  const courses = LUCK.filter(({ turn }) => takesTurns || turn === 0).map((luck) => new Course(update, luck));
  return {
    refusals: distinct([...refusalsOf(update), ...courses.flatMap(({ refusals }) => refusals)]),
    losses: distinct(courses.flatMap(({ losses }) => losses)),
  };
}

function distinct<T>(all: readonly T[]): T[] {
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

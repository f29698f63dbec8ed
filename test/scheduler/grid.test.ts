import { INSTANCE_KINDS, showRequest } from './cells';
import { answersFor, answersForRanges, answersForShifts, complaints, deploy, DOUBTED, REFUSED } from './grid';
import { mayHold, situationOf } from './planned';
import { mostThatCanStay } from './verdict';

const answers = answersFor(...Object.keys(INSTANCE_KINDS));
const deployed = deploy(answers);

test('the grid has thousands of cells that can be deployed, and each thing that makes a difference', () => {
  expect(deployed.length).toBeGreaterThan(2000);
  expect(new Set(deployed.map(({ cell }) => cell.operation)).size).toBe(3);
  expect(new Set(deployed.map(({ cell }) => `${cell.networkMode} ${cell.ports}`)).size).toBe(7);
  expect(new Set(deployed.map(({ cell }) => cell.desired)).size).toBe(7);
  expect(new Set(deployed.map(({ cell }) => cell.bounds.join())).size).toBe(8);
});

test('no rollout ever gets stuck, and none drops below what was promised', () => {
  expect(complaints(deployed)).toEqual([]);
});

test('what is planned for a range of replicas holds for each number in it', () => {
  const ranges = deploy(answersForRanges('t3.small'));
  expect(ranges.length).toBeGreaterThan(1000);
  expect(complaints(ranges)).toEqual([]);
});

test('both versions run at full count while requests move, and whatever has no room for that is refused', () => {
  const shifts = answersForShifts(...Object.keys(INSTANCE_KINDS));
  const moved = deploy(shifts);
  expect(moved.length).toBeGreaterThan(1500);
  expect(complaints(moved)).toEqual([]);
  const refused = shifts.filter(({ plan }) => !plan);
  expect(refused.filter(({ codes }) => !codes.includes(REFUSED)).map(({ request }) => showRequest(request))).toEqual([]);
  expect(refused.filter(({ request }) => mayHold(request)).map(({ request }) => showRequest(request))).toEqual([]);
});

test('replicas keep as many tasks as can be kept, whether the instances are packed or not', () => {
  const wrong = answers.flatMap(({ request, plan, codes }) => {
    if (plan?.service.scheduling !== 'REPLICA' || codes.includes(DOUBTED)) return [];
    const { desiredCount, minHealthyPercent } = plan.service;
    const kept = Math.ceil((desiredCount * minHealthyPercent) / 100);
    const most = mostThatCanStay(
      desiredCount, [true, false].map((isFull) => situationOf({ ...request, isFull, operation: 'deploy' }, plan)),
    );
    return kept === most ? [] : [`${showRequest(request)}: keeps ${kept}, could keep ${most}`];
  });
  expect(wrong).toEqual([]);
});

test('only what does not fit on the instances is refused', () => {
  const refused = answers.filter(({ plan }) => !plan);
  expect(refused.length).toBeGreaterThan(100);
  expect(refused.filter(({ codes }) => !codes.includes(REFUSED)).map(({ request }) => showRequest(request))).toEqual([]);
  expect(refused.filter(({ request }) => mayHold(request)).map(({ request }) => showRequest(request))).toEqual([]);
});

test('an answer in doubt is one about what does not fit on what such instances registered', () => {
  const doubted = answers.filter(({ codes }) => codes.includes(DOUBTED));
  expect(doubted.length).toBeGreaterThan(0);
  expect(doubted.filter(({ request }) => mayHold(request)).map(({ request }) => showRequest(request))).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/*
 * What a user gives is judged by rules, which have codes and are all reported at once. A construct throws their report
 * and nothing else: a new `throw` in its code is a rule that is missing, or it is listed here with its reason.
 */
const LIB = join(__dirname, '../../lib');
const REPORT = 'the report of rules, with their codes';
const OURS = 'a mistake of the library, which no input leads to';
const PASSED_ON = 'what was caught and is passed on';
const ASKED = 'a method is asked for what is not there, when everything is made';

const THROWS: Readonly<Record<string, readonly string[]>> = {
  'beanstalk/private/options.ts': [OURS],
  'beanstalk/private/platform.ts': [OURS],
  'ecs/load-balancer.ts': [ASKED],
  'ecs/network-load-balancer.ts': [ASKED],
  'shared/options/index.ts': [REPORT, PASSED_ON, PASSED_ON],
  'shared/settings/surroundings.ts': [REPORT],
  'shared/settings/tokens.ts': [OURS],
  'ecs/repositories.ts': [ASKED],
};

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

/** How often the code of a file throws; comments do not count. */
function throwsIn(file: string): number {
  const code = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
  return code.match(/\bthrow\s/g)?.length ?? 0;
}

test('constructs throw nothing but what is listed', () => {
  const files = ['ecs', 'beanstalk', 'shared'].flatMap((folder) => filesIn(join(LIB, folder)));
  const found = files.map((file) => [relative(LIB, file), throwsIn(file)] as const).filter(([, count]) => count > 0);
  const listed = Object.entries(THROWS).map(([file, reasons]) => [file, reasons.length]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(listed));
});

test('a throw in a comment is none, and one in the middle of a line is', () => {
  expect(throwsIn(join(LIB, 'ecs/ecs-environment.ts'))).toBe(0);
  expect(throwsIn(join(LIB, 'ecs/repositories.ts'))).toBe(1);
});

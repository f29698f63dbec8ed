import { execFileSync } from 'node:child_process';
import { criticalPath } from './critical-path';
import type { Extent, Programs } from './main';
import { measure } from './measure';
import { ratio, Row, whole } from './report';
import { Template } from './subjects/template';

/** Ways to make an environment, with what they are called; each is compared with the second of its group. */
const GROUPS = [
  { ways: ['EcsEnvironment', 'by-hand', 'ecs-patterns', 'bare'], base: 'by-hand' },
  { ways: ['BeanstalkEnvironment', 'CfnEnvironment'], base: 'CfnEnvironment' },
];

/** What 1, 10, 50 and 100 environments take, and what their templates are like. */
export function environmentRows({ counts, runs }: Extent, { environments, usage }: Programs): Row[] {
  return GROUPS.flatMap(({ ways, base }) => {
    const subjects = ways.flatMap((way) => counts.map((count) => (
      { name: `${way} ${count}`, args: [environments, way, `${count}`] }
    )));
    const usages = measure(subjects, runs, usage);
    const [first, last] = [counts[0], counts.at(-1)!];
    const at = (way: string, count: number) => usages.get(`${way} ${count}`)!;
    const slope = (way: string) => (at(way, last).cpu - at(way, first).cpu) / (last - first);
    return ways.map((way) => ({
      'way': way,
      ...Object.fromEntries(counts.map((count) => [`CPU of ${count}`, whole(at(way, count).cpu)])),
      'each more': slope(way).toFixed(1),
      'to base': ratio(slope(way), slope(base)),
      [`memory of ${last}`]: whole(at(way, last).memory),
      ...templateFigures(environments, way),
    }));
  });
}

function templateFigures(program: string, way: string): Row {
  const text = execFileSync(process.execPath, [program, way, '1'], {
    encoding: 'utf8', env: { ...process.env, CDK_VALIDATION: 'false' },
  });
  const template = JSON.parse(text) as Template;
  return {
    'bytes': text.length,
    'resources': Object.keys(template.Resources).length,
    'longest chain (estimate, s)': criticalPath(template),
  };
}

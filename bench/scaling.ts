import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DIMENSIONS } from './inputs';
import type { Extent, Programs } from './main';
import { measure, Subject } from './measure';
import { Row, whole } from './report';

const COMMAND = 'build/bundle/cdk-dockerrun.js';

/** How much more of a dimension there is at each step. */
const STEP = 4;

/** How the work of `check` grows with what there is of a dimension: 1 is linear, 2 quadratic. */
export function scalingRows({ scale, runs }: Extent, { usage }: Programs, folder: string): Row[] {
  const counts = [scale, scale * STEP, scale * STEP * STEP];
  const subjects = Object.keys(DIMENSIONS)
    .flatMap((dimension) => counts.map((count) => subject(dimension, count, folder)));
  const usages = measure([{ name: '', args: [COMMAND, '--version'] }, ...subjects], Math.min(runs, 3), usage);
  const start = usages.get('')!.cpu;
  return Object.keys(DIMENSIONS).map((dimension) => {
    const times = counts.map((count) => Math.max(1, usages.get(nameOf(dimension, count))!.cpu - start));
    return {
      dimension,
      ...Object.fromEntries(counts.map((count, index) => [`CPU of ${count}`, whole(times[index])])),
      exponent: (Math.log(times[2] / times[1]) / Math.log(STEP)).toFixed(2),
    };
  });
}

function nameOf(dimension: string, count: number): string {
  return `${dimension} ${count}`;
}

function subject(dimension: string, count: number, folder: string): Subject {
  const name = nameOf(dimension, count);
  const bundle = join(folder, name);
  const { dockerrun, files = {} } = DIMENSIONS[dimension](count);
  for (const [path, text] of Object.entries({ ...files, 'Dockerrun.aws.json': dockerrun })) {
    mkdirSync(dirname(join(bundle, path)), { recursive: true });
    writeFileSync(join(bundle, path), text);
  }
  return { name, args: [COMMAND, 'check', bundle], mayFind: true };
}

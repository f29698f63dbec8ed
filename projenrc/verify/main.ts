import { bench } from './bench';
import { bindings } from './bindings';
import { compile } from './compile';
import { generated } from './generated';
import { guide } from './guide';
import { npmPackage } from './npm-package';
import { peers } from './peers';
import { readme } from './readme';
import { Skipped, Step } from './step';
import { templates } from './templates';
import { traces } from './traces';

/** All work on what `compile` has compiled, so without it none is tried. */
const STEPS: readonly Step[] = [
  compile, generated, readme, guide, templates, bindings, npmPackage, peers, bench, traces,
];

type Outcome = 'ok' | 'skipped' | 'FAILED';

function main(names: readonly string[]): void {
  const unknown = names.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown) {
    throw new Error(`There is no step "${unknown}"; the steps are ${STEPS.map((step) => step.name).join(', ')}.`);
  }
  const outcomes = proveAll(STEPS.filter((step) => names.length === 0 || names.includes(step.name)));
  if (outcomes.includes('FAILED')) {
    console.log(`verify: ${count(outcomes, 'FAILED')} of ${outcomes.length} steps failed`);
    process.exitCode = 1;
    return;
  }
  const skipped = count(outcomes, 'skipped');
  console.log(skipped > 0 ? `verify: ok, ${skipped} of ${outcomes.length} steps skipped` : 'verify: ok');
}

function proveAll([first, ...others]: readonly Step[]): Outcome[] {
  const outcome = proveStep(first);
  return first === compile && outcome === 'FAILED' ? [outcome] : [outcome, ...others.map(proveStep)];
}

function proveStep(step: Step): Outcome {
  console.log(`verify: ${step.name}: ${step.claim}`);
  const start = performance.now();
  const { outcome, remark } = outcomeOf(step);
  console.log(
    `verify: ${step.name}: ${outcome} in ${((performance.now() - start) / 1000).toFixed(1)} `
      + `s${remark && `: ${remark}`}`,
  );
  return outcome;
}

function outcomeOf(step: Step): { outcome: Outcome; remark: string } {
  try {
    return { outcome: 'ok', remark: step.prove() };
  } catch (error) {
    const remark = error instanceof Error ? error.message : String(error);
    return { outcome: error instanceof Skipped ? 'skipped' : 'FAILED', remark };
  }
}

function count(outcomes: readonly Outcome[], wanted: Outcome): number {
  return outcomes.filter((outcome) => outcome === wanted).length;
}

main(process.argv.slice(2));

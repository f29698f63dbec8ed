import { WrittenPlan, planBeanstalk } from '../core/beanstalk';
import { Severity } from '../core/finding/finding';
import { Problem, Rule } from '../core/finding/rule';
import { planEcs, Planning } from '../core/plan/ecs/ecs';
import { Plan } from '../core/plan/ecs/plan';
import { instanceCpu } from '../core/rules/target/instances/instance-cpu';
import { instanceMemory } from '../core/rules/target/instances/instance-memory';
import { ambiguousListener } from '../core/rules/target/traffic/listeners/ambiguous-listener';
import { chosenFits } from '../core/settings/instances/types/chosen-types';
import { EnvironmentSettings } from '../core/settings/settings';
import { tcpCandidates } from '../core/settings/traffic/listeners';
import { Document } from '../core/spec/model';
import { Origins } from '../core/translation/origins';
import { GivenSettings, Target } from './args';

/**
 * What the app that uses a file has to say and the command line, which has no app, takes for granted. It goes on with
 * it, and says so.
 */
interface Assumption {
  /** What the app would be refused for. */
  readonly rules: readonly Rule[];
  readonly assume: (document: Document, given: EnvironmentSettings) => GivenSettings;
  /** Ends before the name of the construct. */
  readonly sentence: string;
  readonly option: string;
}

const ASSUMPTIONS: readonly Assumption[] = [
  {
    rules: [ambiguousListener],
    assume({ spec }) {
      const [{ containerName, containerPort }] = tcpCandidates(spec);
      return { listeners: [{ port: 80, containerName, containerPort }] };
    },
    sentence: 'The first was assumed here',
    option: '--listener',
  },
  {
    rules: [instanceMemory, instanceCpu],
    assume: ({ spec }, given) => ({ instanceType: given.instanceType ?? chosenFits(spec, given)[0].smallest }),
    sentence: 'A type that carries it was assumed here',
    option: '--instance-type',
  },
];

const CONSTRUCTS: Readonly<Record<Target, string>> = { ecs: 'EcsEnvironment', beanstalk: 'BeanstalkEnvironment' };

/** A plan for any of the targets. */
export type InputPlan = Plan | WrittenPlan;

interface InputPlanning extends Planning<InputPlan> {
  readonly assumed: GivenSettings;
}

/** The plan of a file, with warnings in place of the errors that assumptions answer. */
export function planInput(
  document: Document, given: EnvironmentSettings, target: Target, origins = Origins.NONE,
): InputPlanning {
  const plan = (settings: EnvironmentSettings): Planning<InputPlan> =>
    target === 'ecs' ? planEcs(document, settings, origins) : planBeanstalk(document, settings, origins);
  let settings = given;
  let assumed: GivenSettings = {};
  const warnings: Problem[] = [];
  for (const { rules, assume, sentence, option } of ASSUMPTIONS) {
    const answered = plan(settings).problems.filter(({ rule }) => rules.includes(rule));
    if (answered.length === 0) continue;
    const more = assume(document, settings);
    if (plan({ ...settings, ...more }).problems.some(({ rule }) => rules.includes(rule))) continue;
    settings = { ...settings, ...more };
    assumed = { ...assumed, ...more };
    warnings.push(
      ...answered.map((problem) => warningOf(problem, `${sentence}; ${CONSTRUCTS[target]} will ask.`, option)),
    );
  }
  const { problems, ...planned } = plan(settings);
  return { assumed, problems: [...problems, ...warnings], ...planned };
}

function warningOf(problem: Problem, sentence: string, option: string): Problem {
  return {
    ...problem,
    rule: { ...problem.rule, severity: Severity.WARNING },
    message: `${problem.message} ${sentence}`,
    hint: `${problem.hint} On the command line, pass ${option}.`,
  };
}

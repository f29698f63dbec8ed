import { Problem } from '../finding/rule';
import { describeOption, OptionSetting, whereSet } from '../options/setting';
import { Origins } from '../translation/origins';
import { Decision, DecisionSource } from './decision';
import { Planning } from './ecs/ecs';
import { ExplainedSettings, propsOf } from './topic-props';

/** More would hide what a message says. */
const MAX_NAMED = 3;

/** What a message calls props: a path such as `listeners[0].port`, a name in camel case, or a word at its beginning. */
const NAMED_PROP = /^[a-z]\w*|\b[a-z]\w*(?:\[\d+\]|\.\w+)+(?:\[\d+\]|\.\w+)*|\b[a-z]+[A-Z]\w*/g;

const YOURS = /^You (?:chose|brought|gave) (it|them)\b/;

/** The same planning, in which choices and problems name the option settings that they come from. */
export function withOrigins<P extends { readonly decisions: readonly Decision[] }>(
  { problems, plan }: Planning<P>, origins: Origins, settings: ExplainedSettings,
): Planning<P> {
  return {
    problems: problems.map((problem) => explainProblem(problem, origins, settings)),
    ...(plan && {
      plan: { ...plan, decisions: plan.decisions.map((decision) => explainDecision(decision, origins, settings)) },
    }),
  };
}

/** A prop that was given is the source of what it said beside options, too. */
function explainDecision(decision: Decision, origins: Origins, settings: ExplainedSettings): Decision {
  if (decision.source !== DecisionSource.PROP) return decision;
  const props = propsOf(decision.topic, settings);
  const own = distinct(props.flatMap((prop) => origins.within(prop)));
  const from = own.length > 0 ? own : distinct(props.flatMap((prop) => origins.at(prop)));
  if (from.length === 0) return decision;
  const isOfVariables = decision.topic === 'environment properties';
  const isShared = isOfVariables && props.some((prop) => origins.within(prop).length === 0);
  const cited = cite(from);
  const several = isOfVariables ? props.length > 1 : YOURS.exec(decision.reason)?.[1] === 'them';
  const comes = isShared ? `Some come from ${cited}` : `${several ? 'They come' : 'It comes'} from ${cited}`;
  const reason = YOURS.test(decision.reason) ? decision.reason.replace(YOURS, comes) : `${comes}. ${decision.reason}`;
  return { ...decision, source: isShared ? DecisionSource.PROP : DecisionSource.OPTION_SETTING, reason };
}

/** A message, or else its hint, names a prop that its user may never have written. */
function explainProblem(problem: Problem, origins: Origins, settings: ExplainedSettings): Problem {
  const behind = (text: string) =>
    distinct([...(text.match(NAMED_PROP) ?? []), ...listenersIn(text, settings)].flatMap((prop) => origins.at(prop)));
  const from = [problem.message, problem.hint].map(behind).find((settingsBehind) => settingsBehind.length > 0);
  if (!from) return problem;
  const shown = from.filter(({ value }) => says(problem.message, value.trim()));
  return { ...problem, message: `${problem.message} It comes from ${cite(shown.length > 0 ? shown : from)}.` };
}

/** The props behind `listener 443`. */
function listenersIn(message: string, { listeners = [] }: ExplainedSettings): string[] {
  const ports = [...message.matchAll(/\blistener (\d+)\b/g)].map(([, port]) => Number(port));
  return listeners.flatMap(({ port }, index) => (ports.includes(port) ? [`listeners[${index}]`] : []));
}

function says(message: string, value: string): boolean {
  return value !== '' && message.split(/[\s"',;]+/).some((word) => word.replace(/[.:]+$/, '') === value);
}

function cite(settings: readonly OptionSetting[]): string {
  const named = settings.slice(0, MAX_NAMED).map((setting) => `${describeOption(setting)} (${whereSet(setting)})`);
  const further = settings.length - named.length;
  const all = further > 0 ? [...named, `${further} more`] : named;
  return [all.slice(0, -1).join(', '), ...all.slice(-1)].filter(Boolean).join(' and ');
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

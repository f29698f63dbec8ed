import { Decision } from '../../lib/core/plan/decision';
import { planEcs, Planning } from '../../lib/core/plan/ecs/ecs';
import { ActionPlan, Plan, TargetPlan } from '../../lib/core/plan/ecs/plan';
import { hasErrors, Reading, readDockerrun } from '../../lib/core/reading/read';
import { EnvironmentSettings } from '../../lib/core/settings/settings';

export type Settings = Partial<EnvironmentSettings>;

/** A container that lacks nothing. */
export function container(name: string, rest: object = {}): object {
  return { name, image: `example/${name}:1.0`, memory: 128, ...rest };
}

/** A container that answers on host port 80. */
export const WEB = container('web', { portMappings: [{ hostPort: 80, containerPort: 8080 }] });

/** A file with the given containers and whatever else stands at its top level; it must be free of errors. */
export function reading(containers: readonly object[], rest: object = {}): Reading {
  const text = JSON.stringify({ AWSEBDockerrunVersion: 2, ...rest, containerDefinitions: containers });
  const read = readDockerrun(text, { strict: false, substitutions: {} });
  expect(read.findings.filter((finding) => hasErrors([finding]))).toEqual([]);
  return read;
}

export function planning(settings: Settings = {}, containers: readonly object[] = [WEB], rest: object = {}): Planning<Plan> {
  return planEcs(reading(containers, rest).document!, { vpc: false, ...settings });
}

/** The plan of a file that nothing keeps from being deployed. */
export function planOf(settings: Settings = {}, containers: readonly object[] = [WEB], rest: object = {}): Plan {
  const { problems, plan } = planning(settings, containers, rest);
  if (!plan) throw new Error(problems.map(({ message }) => message).join('\n'));
  return plan;
}

/** Where an action forwards to. */
export function targetOf({ action }: { readonly action: ActionPlan }): TargetPlan {
  if (action.kind !== 'forward') throw new Error(`expected a listener that forwards, got ${action.kind}`);
  return action.target;
}

/** The only decision about a topic. */
export function decisionOf({ decisions }: Plan, topic: string): Decision {
  const found = decisions.filter((decision) => decision.topic === topic);
  expect(found).toHaveLength(1);
  return found[0];
}

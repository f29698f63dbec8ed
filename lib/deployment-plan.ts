import { WrittenPlan } from './core/beanstalk';
import { Decision } from './core/plan/decision';
import { Plan, ServiceDeployment } from './core/plan/ecs/plan';
import { drawPlan } from './core/report/draw';
import { drawBeanstalk } from './core/report/draw-beanstalk';
import { shownAs, shownJson } from './core/report/redact';

/**
 * Plan of a deployment: every default resolved, every decision with its reason.
 *
 * The constructs read nothing else, so what it says is what the template holds.
 */
export class DeploymentPlan {
  /** @internal */
  public static _of(plan: Plan | ServiceDeployment | WrittenPlan): DeploymentPlan {
    return new DeploymentPlan(plan);
  }

  private constructor(private readonly plan: Plan | ServiceDeployment | WrittenPlan) {}

  /** Every choice that was made, in the order in which it was made. */
  public get decisions(): Decision[] {
    return [...this.plan.decisions];
  }

  /**
   * The choice about a topic; throws and lists the topics when there is none.
   *
   * @param topic what was decided, such as `network mode`
   */
  public decision(topic: string): Decision {
    const found = this.plan.decisions.find((decision) => decision.topic === topic);
    if (found) return found;
    throw new Error(
      `there is no decision about "${topic}"; the topics are `
        + `${this.plan.decisions.map((decision) => decision.topic).join(', ')}`,
    );
  }

  /**
   * The plan as indented JSON. Values that are known only at deployment appear as `{ "unresolved": "<prop>" }`, and
   * those that look like secrets as stars.
   */
  public toJson(): string {
    return shownJson(this.plan);
  }

  /** A drawing of listener → target → container, and the decisions below it, as text. */
  public toText(): string {
    const shown = shownAs(this.plan);
    return shown.target === 'beanstalk' ? drawBeanstalk(shown) : drawPlan(shown);
  }
}

import { Place, Rule } from '../../finding/rule';
import { TrafficSettings } from '../../settings/traffic/traffic';
import { DockerrunSpec } from '../../spec/model';
import { Places } from '../spec-rule';

/** Where a file may run. */
export type TargetName = 'ecs' | 'beanstalk';

/** What a rule works with. It says of each problem which props it is about, by their paths: `listeners[0].port`. */
export interface TargetContext extends Places {
  readonly target: TargetName;
  readonly report: (place: Place, message: string, hint: string, props: readonly string[]) => void;
}

/** A rule about a file on its target, under the settings that its user chose. */
export interface TargetRule extends Rule {
  /**
   * Whether it is about a task definition by itself, a service with what leads to it, all that stands around these, or
   * whatever its user set.
   */
  readonly concerns: 'task' | 'service' | 'environment' | 'settings';
  /** The only target that it is about; every one when absent. */
  readonly target?: TargetName;
  readonly check: (spec: DockerrunSpec, settings: TrafficSettings, context: TargetContext) => void;
}

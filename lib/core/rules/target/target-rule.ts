import { Rule } from '../../finding/rule';
import { EcsSettings } from '../../settings/settings';
import { DockerrunSpec } from '../../spec/model';
import { CheckContext } from '../spec-rule';

/** A rule about a file on native ECS, under the settings that its user chose. */
export interface TargetRule extends Rule {
  /** Whether it is about a task definition by itself, a service with what leads to it, or all that stands around these. */
  readonly concerns: 'task' | 'service' | 'environment';
  readonly check: (spec: DockerrunSpec, settings: EcsSettings, context: CheckContext) => void;
}

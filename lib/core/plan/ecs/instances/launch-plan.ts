import { Settled } from '../../../settings/fields/field';
import { launchFields } from '../../../settings/instances/instances';
import { Setting } from '../../../settings/setting';

/** What instances start as, beyond their type. What is null is left to the account, or never happens. */
export interface LaunchPlan extends Settled<typeof launchFields> {
  readonly image: ImagePlan;
  /** Null when all instances are of one type and paid on demand. */
  readonly mixed: MixedInstancesPlan | null;
}

/** The name of the public parameter with the id of the image; none for an image that the user brings. */
export type ImagePlan =
  | { readonly kind: 'ecs-optimized' | 'bottlerocket'; readonly parameter: string }
  | { readonly kind: 'own' };

export interface MixedInstancesPlan {
  /** In the order in which they are tried on demand. */
  readonly instanceTypes: readonly Setting<string>[];
  readonly onDemandBaseCapacity: Setting<number>;
  readonly onDemandPercentageAboveBaseCapacity: Setting<number>;
  /** Whether some of them may be Spot instances. */
  readonly spot: boolean;
}

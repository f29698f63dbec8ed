import { InstancePolicyName } from '../settings/launch';
import { Setting } from '../settings/setting';

/** What instances start as, beyond their type. */
export interface LaunchPlan {
  readonly image: ImagePlan;
  readonly rootVolumeGiB: Setting<number>;
  readonly imdsHopLimit: Setting<number>;
  /** Whether figures come every minute; null for what the account has as its default, every five minutes. */
  readonly detailedMonitoring: boolean | null;
  readonly instancePolicy: InstancePolicyName;
  /** Null for what the account has as its default. */
  readonly containerInsights: 'disabled' | 'enabled' | 'enhanced' | null;
  /** Null when all instances are of one type and paid on demand. */
  readonly mixed: MixedInstancesPlan | null;
  /** Null when instances get as old as they like. */
  readonly maxInstanceLifetimeSeconds: Setting<number> | null;
  /** Null when scaling counts a new instance at once. */
  readonly instanceWarmupSeconds: Setting<number> | null;
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

import { RegistryAuthPlan } from '../plan/boot-plan';
import { Decision } from '../plan/decision';
import { CapacityPlan, FrontPlan, NetworkPlan, TaskPlan } from '../plan/plan';
import { OptionPlan } from './option';

/** What will be deployed to Elastic Beanstalk. Nothing in it is optional. */
export interface BeanstalkPlan extends Pick<TaskPlan, 'executionRoleArn' | 'pulls'> {
  readonly target: 'beanstalk';
  readonly tier: 'WebServer';
  readonly network: NetworkPlan;
  /** The load balancer that the options describe. */
  readonly front: FrontPlan;
  readonly capacity: Pick<CapacityPlan, 'instanceType' | 'architecture' | 'minCapacity' | 'maxCapacity' | 'scaling'>;
  /** The file with registry credentials that the platform reads; null for none. */
  readonly registryAuth: RegistryAuthPlan | null;
  readonly processes: readonly ProcessPlan[];
  readonly options: readonly OptionPlan[];
  /** The files that the version needs beside those of the user, by their paths in the bundle. */
  readonly extensions: Readonly<Record<string, string>>;
  readonly decisions: readonly Decision[];
}

/** A port of the instances that requests go to. */
export interface ProcessPlan {
  readonly name: string;
  readonly hostPort: number;
  /** The key of the route that leads to it. */
  readonly route: string;
}

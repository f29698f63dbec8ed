import { table } from '../finding/table';
import { LoadBalancerKind, Tier } from './catalogue/option';
import { NamedPlatform } from './platform';
import { OptionSetting } from './setting';

/** What is known about the environment that the settings are for. Whatever is absent is not known. */
export interface EnvironmentFacts {
  readonly tier?: Tier;
  /** `none` for a single instance. */
  readonly loadBalancer?: LoadBalancerKind | 'none';
  /**
   * Whether Elastic Beanstalk gets the bundle itself, so that it works out the functions and makes the resources in its
   * files.
   */
  readonly getsBundle?: boolean;
  /** Whether it is about an environment that Elastic Beanstalk keeps. */
  readonly onBeanstalk?: boolean;
  readonly platform?: NamedPlatform;
}

const TIERS = table<Tier>({ WebServer: 'web', Worker: 'worker' });

/** The tier that Beanstalk calls by this name. */
export function tierOf(name: string | undefined): EnvironmentFacts {
  const tier = name === undefined ? undefined : TIERS[name];
  return tier ? { tier } : {};
}

/** What the settings themselves say about the load balancer. */
export function loadBalancerOf(settings: readonly OptionSetting[]): EnvironmentFacts {
  const find = (name: string) =>
    settings.find(
      ({ namespace, optionName }) => namespace === 'aws:elasticbeanstalk:environment' && optionName === name,
    )?.value;
  if (find('EnvironmentType') === 'SingleInstance') return { loadBalancer: 'none' };
  const kind = find('LoadBalancerType');
  return kind === 'classic' || kind === 'application' || kind === 'network' ? { loadBalancer: kind } : {};
}

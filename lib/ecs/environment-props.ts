import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Dockerrun } from '../dockerrun';
import { OptionSettings } from '../option-settings';
import { SourceBundle } from '../source-bundle';
import { EcsCapacityProps } from './capacity-props';
import { ContainersProps } from './containers-props';
import { FrontDoor } from './front-door';
import { DockerrunListener } from './listener-props';
import { EcsLoadBalancerProps } from './load-balancer-props';
import { EcsNetworkProps } from './network-props';
import { AlarmedProps, EcsDashboardProps } from './observability-props';
import { ScheduledProps } from './scheduling';
import { VolumesProps } from './volume';
import { WorkingProps } from './worker';

/** Properties of `EcsEnvironment`. */
export interface EcsEnvironmentProps
  extends
  AlarmedProps,
  ContainersProps,
  EcsDashboardProps,
  EcsCapacityProps,
  EcsLoadBalancerProps,
  EcsNetworkProps,
  ScheduledProps,
  VolumesProps,
  WorkingProps {
  /**
   * The file that says which containers run.
   *
   * @default - that of `sourceBundle`
   */
  readonly dockerrun?: Dockerrun;

  /**
   * The files beside the Dockerrun file. They are unpacked to `/var/app/current` on each instance, where Elastic
   * Beanstalk has them, before a container starts. A change of any of them replaces the instances one by one.
   *
   * @default - volumes in `/var/app/current` are empty
   */
  readonly sourceBundle?: SourceBundle;

  /**
   * The option settings of the Beanstalk environment. Each becomes the prop that says the same, unless that is given;
   * what has no such prop is reported, or on Elastic Beanstalk passed on as it is. They win over those of
   * `sourceBundle`.
   *
   * @default - those in `.ebextensions` and `env.yaml` of `sourceBundle`
   */
  readonly optionSettings?: OptionSettings;

  /**
   * The ports that clients connect to.
   *
   * @default - port 80, or 443 with `certificates`, leading to host port 80 if the file maps it, else to its only TCP
   * port; none when it maps no TCP port
   */
  readonly listeners?: DockerrunListener[];

  /**
   * Front door that clients connect to. One before the load balancer forwards to listener 443 if it has a certificate,
   * else to the first listener, which then allows nobody else.
   *
   * @default FrontDoor.loadBalancer()
   */
  readonly frontDoor?: FrontDoor;

  /**
   * Environment variables for every container, as on Elastic Beanstalk. What a container sets itself in the file wins.
   *
   * @default - only those of the file, and AWS_REGION
   */
  readonly environmentProperties?: { readonly [name: string]: string };

  /**
   * Network mode of the containers: `BRIDGE`, `AWS_VPC`, `HOST` or `NONE`.
   *
   * @default - bridge, as on Elastic Beanstalk
   */
  readonly networkMode?: ecs.NetworkMode;
}

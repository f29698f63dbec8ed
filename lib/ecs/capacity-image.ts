import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { ImageName } from '../core/settings/instances/instances';

/** Machine image of the instances. */
export class CapacityImage {
  /** Amazon Linux 2023 with the agent of Amazon ECS. The newest one is looked up when an instance starts. */
  public static ecsOptimized(): CapacityImage {
    return new CapacityImage('ecs-optimized');
  }

  /**
   * Amazon Linux 2023 with the agent of Amazon ECS and the drivers of NVIDIA GPUs, for x86_64. The newest one is looked
   * up when an instance starts.
   */
  public static ecsOptimizedGpu(): CapacityImage {
    return new CapacityImage('ecs-optimized-gpu');
  }

  /**
   * Bottlerocket, which holds containers and little else. The newest one is looked up when an instance starts. It has
   * no shell and no SSH server, refuses privileged containers, and mounts EFS neither encrypted nor in the awsvpc
   * network mode.
   */
  public static bottlerocket(): CapacityImage {
    return new CapacityImage('bottlerocket');
  }

  /**
   * An image of your choice, such as a certain version of the ECS-optimized one. It has to be Amazon Linux 2023
   * with the agent of Amazon ECS, for the architecture of the instances.
   *
   * @param image an image whose id does not change by itself; otherwise each change of it replaces all instances
   */
  public static of(image: ec2.IMachineImage): CapacityImage {
    return new CapacityImage('own', image);
  }

  private constructor(private readonly name: ImageName, private readonly image?: ec2.IMachineImage) {}

  /** @internal */
  public get _settings(): ImageName {
    return this.name;
  }

  /**
   * The image behind `of`.
   *
   * @internal
   */
  public _image(): ec2.IMachineImage | undefined {
    return this.image;
  }
}

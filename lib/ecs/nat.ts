import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { natFields, NatSettings } from '../core/settings/network/network';
import { settingsOf } from '../shared/settings/settings-of';

/** Outbound internet access of the private subnets of a new VPC. */
export class Nat {
  /**
   * Not at all. VPC endpoints lead to the services of AWS that instances and tasks need, and every image has to come
   * from a private repository of Amazon ECR in the region of the stack.
   */
  public static none(): Nat {
    return new Nat({ kind: 'none' });
  }

  /** Through one NAT gateway. When its zone fails, the others have no way out. */
  public static single(): Nat {
    return new Nat({ kind: 'single' });
  }

  /** Through a NAT gateway in each zone. */
  public static perAz(): Nat {
    return new Nat({ kind: 'per-az' });
  }

  /**
   * Through an EC2 instance in each zone, which costs less than a gateway. Nobody restarts one that fails, and a new
   * image of Amazon Linux replaces them during a deployment.
   *
   * @param instanceType their type; t4g.micro if it is left out. A Graviton type gets the image for its architecture.
   */
  public static instances(instanceType?: ec2.InstanceType): Nat {
    return new Nat({ kind: 'instances', ...settingsOf(natFields, { instanceType }, 'nat') });
  }

  private constructor(/** @internal */ public readonly _settings: NatSettings) {}
}

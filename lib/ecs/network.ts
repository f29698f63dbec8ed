import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct, IDependable } from 'constructs';
import { createEndpoints } from '../shared/network/endpoints';
import { createFlowLog } from '../shared/network/flow-log';
import { createVpc, instanceSubnets } from '../shared/network/network';
import { stackFacts } from '../shared/settings/facts';
import { networkSettings } from '../shared/settings/settings';
import { planPart } from '../shared/settings/surroundings';
import { DockerrunNetworkProps } from './network-props';

/**
 * A VPC for container instances: public subnets for load balancers, private ones for instances and tasks, and a way
 * from there to AWS.
 *
 * Throws before it makes anything when the props do not fit together, listing every reason with the edit that helps.
 */
export class DockerrunNetwork extends Construct {
  /** The VPC. */
  public readonly vpc: ec2.Vpc;

  /** Subnets of instances, tasks and internal load balancers. */
  public readonly subnets: ec2.SubnetSelection;

  /** Resources that have to exist before an instance can reach AWS. */
  public readonly waysOut: IDependable[];

  constructor(scope: Construct, id: string, props: DockerrunNetworkProps = {}) {
    super(scope, id);
    const plan =
      props._plan ?? planPart(this, { ...networkSettings(props), facts: { stack: stackFacts(this) } }).network;
    this.vpc = createVpc(this, plan);
    this.subnets = instanceSubnets(plan);
    this.waysOut = [
      this.vpc.selectSubnets(this.subnets).internetConnectivityEstablished,
      ...createEndpoints(this.vpc, plan.endpoints, this.subnets),
    ];
    if (props.flowLogs) createFlowLog(this, this.vpc, props.flowLogs);
  }
}

import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct, IDependable } from 'constructs';
import { Decision } from '../core/plan/decision';
import { Part } from '../core/plan/ecs/ecs';
import { planNetwork } from '../core/plan/ecs/network/network';
import { NetworkPlan } from '../core/plan/ecs/plan';
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

  /** Choices of its plan, and why. Empty inside an environment, whose plan has them. */
  public readonly decisions: Decision[];

  constructor(scope: Construct, id: string, props: DockerrunNetworkProps = {}) {
    super(scope, id);
    const { part: plan, decisions } = props._plan ? { part: props._plan, decisions: [] } : this.planAlone(props);
    this.decisions = [...decisions];
    this.vpc = createVpc(this, plan);
    this.subnets = instanceSubnets(plan);
    this.waysOut = [
      this.vpc.selectSubnets(this.subnets).internetConnectivityEstablished,
      ...createEndpoints(this.vpc, plan.endpoints, this.subnets),
    ];
    if (props.flowLogs) createFlowLog(this, this.vpc, props.flowLogs);
  }

  private planAlone(props: DockerrunNetworkProps): Part<NetworkPlan> {
    const settings = { ...networkSettings(props), facts: { stack: stackFacts(this) } };
    return planPart(this, settings, planNetwork);
  }
}

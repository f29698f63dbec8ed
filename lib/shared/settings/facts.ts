import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { CfnElement, CfnParameter, Stack, Token } from 'aws-cdk-lib/core';
import { IConstruct } from 'constructs';
import { Facts, NetworkFacts, StackFacts, SubnetFacts } from '../../core/settings/facts';
import { EnvironmentSettings, known } from '../../core/settings/settings';
import { targetsOf } from '../../core/settings/traffic/listeners';
import { EcsCapacityProps } from '../../ecs/capacity-props';
import { EcsNetworkProps } from '../../ecs/network-props';
import { attempt } from '../findings/attempt';
import { dockerrunFacts, DockerrunSource } from '../source-bundle';

const PRIVATE: ec2.SubnetSelection = { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS };
const PUBLIC: ec2.SubnetSelection = { subnetType: ec2.SubnetType.PUBLIC };

/** What stands in a given VPC. */
interface Placed {
  readonly vpc: ec2.IVpc;
  readonly vpcSubnets?: ec2.SubnetSelection;
}

/** The settings of an environment with facts about what its user brings. */
export function withFacts<S extends EnvironmentSettings>(
  scope: IConstruct, settings: S, props: EcsNetworkProps & EcsCapacityProps & DockerrunSource,
): S {
  const { vpc, vpcSubnets, loadBalancerSubnets } = props;
  const isAlone = settings.beanstalk?.singleInstance === true && !settings.worker;
  const network = vpc && {
    ...vpcFacts(vpc),
    instances: subnetFacts('vpcSubnets', vpc, vpcSubnets, isAlone ? PUBLIC : PRIVATE),
    loadBalancer: loadBalancerSubnets && subnetFacts('loadBalancerSubnets', vpc, loadBalancerSubnets),
  };
  return {
    ...settings,
    facts: {
      ...settings.facts, network, stack: stackFacts(scope), ...bootFacts(props),
      dockerrun: dockerrunFacts(props), ...nameFacts(scope, settings),
    },
  };
}

/** The same for a load balancer alone. */
export function balancerFacts(
  scope: IConstruct, settings: Partial<EnvironmentSettings>, { vpc, vpcSubnets }: Placed,
): Facts {
  const loadBalancer = vpcSubnets && subnetFacts('vpcSubnets', vpc, vpcSubnets);
  return { network: { ...vpcFacts(vpc), loadBalancer }, ...nameFacts(scope, settings) };
}

/** The same for instances alone. */
export function clusterFacts({ vpc, vpcSubnets, ...props }: Placed & EcsCapacityProps): Facts {
  return {
    ...bootFacts(props),
    network: { ...vpcFacts(vpc), instances: subnetFacts('vpcSubnets', vpc, vpcSubnets, PRIVATE) },
  };
}

/** An environment is concrete when its account and its region are. */
export function stackFacts(scope: IConstruct): StackFacts {
  const { account, region, availabilityZones } = Stack.of(scope);
  return { isConcrete: ![account, region].some((value) => Token.isUnresolved(value)), zones: availabilityZones.length };
}

/** Who has the names that a user wants, in the same account and region. */
export function nameFacts(
  scope: IConstruct, settings: Partial<EnvironmentSettings>,
): Pick<Facts, 'loadBalancerNames' | 'targetGroupNames'> {
  const names = [known(settings.loadBalancerName), ...targetsOf(settings).map(({ target }) => target.targetGroupName)];
  if (names.every((name) => name === undefined)) return {};
  const { environment } = Stack.of(scope);
  const near = scope.node.root.node
    .findAll()
    .filter((one) => CfnElement.isCfnElement(one) && one.stack.environment === environment);
  const owners = (all: readonly (IConstruct & { readonly name?: string })[]) =>
    Object.fromEntries(
      all.flatMap(({ name, node }) => (name === undefined || Token.isUnresolved(name) ? [] : [[name, node.path]])),
    );
  return {
    loadBalancerNames: owners(near.filter((one) => one instanceof elbv2.CfnLoadBalancer)),
    targetGroupNames: owners(near.filter((one) => one instanceof elbv2.CfnTargetGroup)),
  };
}

function vpcFacts(vpc: ec2.IVpc): NetworkFacts {
  const range = attempt(() => vpc.vpcCidrBlock);
  return {
    hasRange: range !== undefined && range !== '',
    hasSubnets: [...vpc.publicSubnets, ...vpc.privateSubnets, ...vpc.isolatedSubnets].length > 0,
    ...vpc instanceof ec2.Vpc && { endpoints: endpointsIn(vpc) },
    publicSubnets: subnetFacts('vpc', vpc, PUBLIC),
    privateSubnets: subnetFacts('vpc', vpc, PRIVATE),
  };
}

/** What instances start from and with. */
function bootFacts(props: EcsCapacityProps): Pick<Facts, 'userDataBytes' | 'userDataCommands' | 'imageParameter'> {
  const { userDataCommands: commands, machineImage } = props;
  return {
    userDataBytes: bytesOf(props),
    userDataCommands: commands?.map((command) => (Token.isUnresolved(command) ? '' : command)),
    imageParameter: parameterOf(machineImage?._image()),
  };
}

/** The parameter of AWS with the id of an image. A stack that is thrown away is told to look it up. */
function parameterOf(image: ec2.IMachineImage | undefined): string | undefined {
  const stack = new Stack();
  if (!attempt(() => image?.getImage(stack))) return undefined;
  return stack.node.children.flatMap((child) => (child instanceof CfnParameter ? String(child.default) : []))[0];
}

/** Each command is a line; one that is a token may become longer or shorter. */
function bytesOf({ userDataCommands: commands }: EcsCapacityProps): number | undefined {
  if (!commands || commands.some((command) => Token.isUnresolved(command))) return undefined;
  return Buffer.byteLength(commands.map((command) => `${command}\n`).join(''));
}

/** What a selection finds; nothing is known as long as a lookup has to tell. */
function subnetFacts(
  prop: string, vpc: ec2.IVpc, selection: ec2.SubnetSelection | undefined, usual: ec2.SubnetSelection = PRIVATE,
): SubnetFacts | undefined {
  const selected = attempt(() => vpc.selectSubnets(selection ?? usual));
  if (selected?.isPendingLookup) return undefined;
  const count = selected?.subnets.length ?? 0;
  const zones = selected?.subnets.map((subnet) => attempt(() => subnet.availabilityZone)) ?? [];
  const areKnown = zones.every((zone) => zone !== undefined && !Token.isUnresolved(zone));
  const isIsolated = selected?.subnets.some((subnet) => !hasWayOut(vpc, subnet)) ?? false;
  return {
    prop: selection ? prop : 'vpc', count, ...areKnown && { zones: zones as string[] }, ...isIsolated && { isIsolated },
  };
}

/** Of a subnet that this app makes, by its routes; of another one, by its kind. */
function hasWayOut(vpc: ec2.IVpc, subnet: ec2.ISubnet): boolean {
  if (!(subnet instanceof ec2.Subnet)) return !vpc.isolatedSubnets.includes(subnet);
  const routes = subnet.node.findAll().filter((one) => one instanceof ec2.CfnRoute);
  return routes.some((route) => ['0.0.0.0/0', '::/0'].includes(
    route.destinationCidrBlock ?? route.destinationIpv6CidrBlock ?? '',
  ));
}

/** `ecr.api` for `com.amazonaws.eu-west-1.ecr.api`, whose region may be a token. */
function endpointsIn(vpc: ec2.Vpc): string[] {
  const stack = Stack.of(vpc);
  const all = vpc.node.root.node.findAll().filter((one) => one instanceof ec2.CfnVPCEndpoint);
  const textOf = (value: string) => JSON.stringify(stack.resolve(value));
  const own = all.filter(({ vpcId }) => textOf(vpcId) === textOf(vpc.vpcId));
  return own.map(({ serviceName = '' }) => {
    const text = stack.resolve(serviceName);
    const name = typeof text === 'string' ? text : String(text['Fn::Join']?.[1].at(-1));
    return name.replace(/^(?:com|cn\.com)?\.?amazonaws\.[\w-]+\.|^\./, '');
  });
}

import { EnvironmentSettings } from '../settings/settings';
import { OptionReferences } from '../translation/references';
import { call, Expression, listOf, named, Prop, SCOPE, struct, valueOf } from './expression';
import { Objects } from './values';

/** A variable of the stack. */
export interface Statement {
  readonly name: string;
  readonly value: Expression;
  /** What is said above it. */
  readonly comment?: string;
}

/** What an app imports of what option settings name: variables, and the props that use them. */
export interface Imports {
  readonly statements: readonly Statement[];
  readonly objects: Objects;
}

type Settings = Pick<EnvironmentSettings, 'listeners' | 'publicLoadBalancer'>;

/** What is there already is imported by its id or its name, so that nothing has to be looked up in an account. */
export function importsOf(references: OptionReferences, settings: Settings): Imports {
  const statements: Statement[] = [];
  const objects = new Map<string, Expression>();
  const { keyPairName, instanceSecurityGroupIds: groups, accessLogsBucketName } = references;
  addNetwork(references, settings.publicLoadBalancer ?? true, { statements, objects });
  addCertificates(references, settings, { statements, objects });
  if (keyPairName !== undefined) {
    objects.set('keyPair', call('ec2.KeyPair', 'fromKeyPairName', [SCOPE, valueOf('KeyPair'), valueOf(keyPairName)]));
  }
  if (groups) objects.set('instanceSecurityGroups', listOf(groups.map(groupOf)));
  if (accessLogsBucketName !== undefined) {
    const args = [SCOPE, valueOf('AccessLogs'), valueOf(accessLogsBucketName)];
    objects.set('accessLogsBucket', call('s3.Bucket', 'fromBucketName', args));
  }
  return { statements, objects };
}

interface Growing {
  readonly statements: Statement[];
  readonly objects: Map<string, Expression>;
}

/** Nothing is added to a group of somebody else. */
function groupOf(id: string): Expression {
  const mutable: Prop = { name: 'mutable', value: valueOf(false) };
  return call('ec2.SecurityGroup', 'fromSecurityGroupId', [SCOPE, valueOf(id), valueOf(id)], [mutable]);
}

const zone = (index: number) => call('cdk.Fn', 'select', [valueOf(index), call('cdk.Fn', 'getAzs', [])]);

/** The VPC with the subnets that options name. */
function addNetwork(
  { vpcId, subnetIds = [], loadBalancerSubnetIds = [] }: OptionReferences, isPublic: boolean, to: Growing,
): void {
  if (vpcId === undefined) return;
  const publicIds = isPublic ? loadBalancerSubnetIds : [];
  const privateIds = subnetIds.filter((id) => !publicIds.includes(id));
  const lengths = [...new Set([publicIds.length, privateIds.length].filter((length) => length > 0))];
  const zones = lengths.length === 1 ? lengths[0] : 1;
  to.statements.push({
    name: 'vpc',
    value: call('ec2.Vpc', 'fromVpcAttributes', [SCOPE, valueOf('Vpc')], [
      { name: 'vpcId', value: valueOf(vpcId) },
      { name: 'availabilityZones', value: listOf(Array.from({ length: zones }, (_, index) => zone(index))) },
      ...subnetsOf('public', publicIds, zones), ...subnetsOf('private', privateIds, zones),
    ]),
    comment: 'Option settings name subnets, not their zones. Write the zones if something else needs to know them.',
  });
  to.objects.set('vpc', named('vpc'));
  const usual = [
    ['vpcSubnets', subnetIds, privateIds],
    ['loadBalancerSubnets', loadBalancerSubnetIds, isPublic ? publicIds : subnetIds],
  ] as const;
  for (const [prop, ids, byDefault] of usual) {
    if (ids.join() !== byDefault.join()) to.objects.set(prop, selection(ids, publicIds, privateIds));
  }
}

/** Groups of subnets need names unless there is one in each zone. */
function subnetsOf(kind: 'public' | 'private', ids: readonly string[], zones: number): Prop[] {
  const all = listOf(ids.map(valueOf));
  return ids.length === 0 ? [] : [
    { name: `${kind}SubnetIds`, value: all },
    ...ids.length === zones ? [] : [{ name: `${kind}SubnetNames`, value: all }],
  ];
}

/** Public subnets as such, others one by one. */
function selection(ids: readonly string[], publicIds: readonly string[], privateIds: readonly string[]): Expression {
  if (ids.join() === publicIds.join()) {
    const type: Expression = { kind: 'member', of: 'ec2.SubnetType', name: 'PUBLIC' };
    return struct('ec2.SubnetSelection', [{ name: 'subnetType', value: type }]);
  }
  const subnets = ids.map((id): Expression => {
    const [open, closed] = [publicIds.indexOf(id), privateIds.indexOf(id)];
    if (open >= 0) return named(`vpc.publicSubnets[${open}]`);
    if (closed >= 0) return named(`vpc.privateSubnets[${closed}]`);
    return call('ec2.Subnet', 'fromSubnetId', [SCOPE, valueOf(id), valueOf(id)]);
  });
  return struct('ec2.SubnetSelection', [{ name: 'subnets', value: listOf(subnets) }]);
}

/** A variable for each certificate, since several listeners may have the same one. */
function addCertificates(
  { certificateArns = {} }: OptionReferences, { listeners = [] }: Settings, to: Growing,
): void {
  const arns = [...new Set(listeners.flatMap(({ port }) => certificateArns[port] ?? []))];
  const nameOf = (arn: string) => `certificate${arns.length > 1 ? arns.indexOf(arn) + 1 : ''}`;
  for (const arn of arns) {
    const id = `C${nameOf(arn).slice(1)}`;
    to.statements.push({
      name: nameOf(arn),
      value: call('acm.Certificate', 'fromCertificateArn', [SCOPE, valueOf(id), valueOf(arn)]),
    });
  }
  listeners.forEach(({ port }, index) => {
    const own = certificateArns[port] ?? [];
    if (own.length === 0) return;
    to.objects.set(`listeners[${index}].certificates`, listOf(own.map((arn) => named(nameOf(arn)))));
  });
}

import { Template } from './subjects/template';

/**
 * Seconds that CloudFormation usually waits for a new resource of a type, as seen in event logs of stacks: an estimate,
 * good to compare two templates, not to foretell a deployment. Others take two.
 */
const SECONDS = new Map([
  ['AWS::EC2::VPC', 12], ['AWS::EC2::InternetGateway', 16], ['AWS::EC2::EIP', 16], ['AWS::EC2::NatGateway', 110],
  ['AWS::IAM::Role', 18], ['AWS::IAM::InstanceProfile', 125], ['AWS::IAM::Policy', 16],
  ['AWS::EC2::LaunchTemplate', 6], ['AWS::AutoScaling::AutoScalingGroup', 150],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', 150], ['AWS::ECS::Service', 120], ['AWS::ECS::Cluster', 6],
  ['AWS::ECS::ClusterCapacityProviderAssociations', 20], ['AWS::Lambda::Function', 8], ['AWS::SNS::Topic', 6],
]);

const OTHERS = 2;

/** The seconds of the longest chain of resources that wait for each other. */
export function criticalPath({ Resources: resources }: Template): number {
  const known = new Map<string, number>();
  const end = (id: string): number => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const awaited = [...references(resources[id])].filter((name) => name !== id && Object.hasOwn(resources, name));
    const ended = Math.max(0, ...awaited.map(end)) + (SECONDS.get(resources[id].Type) ?? OTHERS);
    known.set(id, ended);
    return ended;
  };
  return Math.max(...Object.keys(resources).map(end));
}

/** The logical ids that a value names: in `DependsOn`, `Ref`, `Fn::GetAtt` and `Fn::Sub`. */
function references(value: unknown): Set<string> {
  const found = new Set<string>();
  const add = (key: string, inner: unknown): void => {
    const texts = [inner].flat().filter((text) => typeof text === 'string');
    if (key === 'DependsOn') for (const text of texts) found.add(text);
    if (key === 'Ref' || key === 'Fn::GetAtt') found.add(texts[0]?.split('.')[0] ?? '');
    if (key === 'Fn::Sub') for (const [, name] of (texts[0] ?? '').matchAll(/\$\{(\w+)/g)) found.add(name);
  };
  const walk = (inner: unknown): void => {
    if (inner === null || typeof inner !== 'object') return;
    for (const [key, child] of Object.entries(inner)) {
      add(key, child);
      walk(child);
    }
  };
  walk(value);
  return found;
}

import { NetworkSettings } from '../../../settings/network/network';
import { parseEcrImage } from '../../../spec/ecr-image';

/** Names for IPv4 and IPv6, to which VPC endpoints do not answer. */
const DUAL_STACK = /^\d+\.dkr-ecr/;

/** Whether instances pull images through VPC endpoints only. */
export function needsEndpoints({ vpc, nat }: Pick<NetworkSettings, 'vpc' | 'nat'>): boolean {
  return !vpc && nat?.kind === 'none';
}

/** What must hold of an image behind VPC endpoints that does not, and the edit. */
export function faultOfImage(image: string): [string, string] | undefined {
  const repository = parseEcrImage(image);
  if (!repository) {
    return [
      'be in a private repository of Amazon ECR',
      'Mirror it to Amazon ECR and write its name there, or choose Nat.single().',
    ];
  }
  if (!DUAL_STACK.test(image)) return undefined;
  return [
    'be named by the IPv4 name of its repository',
    `Write the name with ".dkr.ecr.${repository.region}." and the domain for IPv4, such as amazonaws.com, or choose `
      + 'Nat.single().',
  ];
}

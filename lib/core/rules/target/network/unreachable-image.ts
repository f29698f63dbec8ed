import { Severity } from '../../../finding/finding';
import { parseEcrImage } from '../../../spec/ecr-image';
import { TargetRule } from '../target-rule';

/** Names for IPv4 and IPv6, to which VPC endpoints do not answer. */
const DUAL_STACK = /^\d+\.dkr-ecr/;

export const unreachableImage: TargetRule = {
  code: 'DR4032',
  name: 'unreachable-image',
  severity: Severity.ERROR,
  summary: 'Without NAT, every image comes from a private repository of Amazon ECR, by its IPv4 name.',
  reason: 'Instances without a way to the internet pull through VPC endpoints, and only private repositories have one; Docker Hub and public.ecr.aws do not.',
  link: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
  fields: ['containerDefinitions[].image'],
  concerns: 'environment',
  check(spec, { ownVpc, nat, images = [] }, { at, report }) {
    if (ownVpc || nat?.kind !== 'none') return;
    for (const container of spec.containers.filter(({ name = '' }) => !images.includes(name))) {
      const { image } = container;
      const fault = image === undefined ? undefined : faultOf(image);
      if (fault) report(at(container, 'image'), `must ${fault[0]} when there is no NAT, got "${image}".`, fault[1]);
    }
  },
};

/** What must hold of an image that does not, and the edit. */
function faultOf(image: string): [string, string] | undefined {
  const repository = parseEcrImage(image);
  if (!repository) return ['be in a private repository of Amazon ECR', 'Mirror it to Amazon ECR and write its name there, or choose Nat.single().'];
  if (!DUAL_STACK.test(image)) return undefined;
  return ['be named by the IPv4 name of its repository', `Write the name with ".dkr.ecr.${repository.region}." and the domain for IPv4, such as amazonaws.com, or choose Nat.single().`];
}

import { Severity } from '../../finding/finding';
import { parseEcrImage } from '../../spec/ecr-image';
import { TargetRule } from './target-rule';

export const unreachableImage: TargetRule = {
  code: 'DR4032',
  name: 'unreachable-image',
  severity: Severity.ERROR,
  summary: 'Without NAT, every image comes from a private repository of Amazon ECR.',
  reason: 'Instances without a way to the internet pull through VPC endpoints, and only private repositories have one; Docker Hub and public.ecr.aws do not.',
  link: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
  fields: ['containerDefinitions[].image'],
  concerns: 'environment',
  check(spec, { ownVpc, nat }, { at, report }) {
    if (ownVpc || nat?.kind !== 'none') return;
    for (const container of spec.containers) {
      const { image } = container;
      if (image === undefined || parseEcrImage(image)) continue;
      report(at(container, 'image'), `must be in a private repository of Amazon ECR when there is no NAT, got "${image}".`,
        'Mirror it to Amazon ECR and write its name there, or choose Nat.single().');
    }
  },
};

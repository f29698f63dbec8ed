import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';
import { faultOfImage, needsEndpoints } from './reachable-images';

export const unreachableImage: TargetRule = {
  code: 'DR4032',
  name: 'unreachable-image',
  severity: Severity.ERROR,
  summary: 'Without NAT, every image comes from a private repository of Amazon ECR, by its IPv4 name.',
  reason:
    'Instances without a way to the internet pull through VPC endpoints, and only private repositories have one; '
    + 'Docker Hub and public.ecr.aws do not.',
  link: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
  fields: ['containerDefinitions[].image'],
  concerns: 'service',
  check(spec, { images = [], ...settings }, { at, report }) {
    if (!needsEndpoints(settings)) return;
    for (const container of spec.containers.filter(({ name = '' }) => !images.includes(name))) {
      const { image } = container;
      const fault = image === undefined ? undefined : faultOfImage(image);
      if (fault) {
        report(at(container, 'image'), `must ${fault[0]} when there is no NAT, got "${image}".`, fault[1], ['nat']);
      }
    }
  },
};

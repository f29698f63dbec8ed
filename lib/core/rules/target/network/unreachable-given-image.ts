import { Severity } from '../../../finding/finding';
import { entryOf } from '../../../finding/table';
import { TargetRule } from '../target-rule';
import { faultOfImage, needsEndpoints } from './reachable-images';

export const unreachableGivenImage: TargetRule = {
  code: 'DR4170',
  name: 'unreachable-given-image',
  severity: Severity.ERROR,
  summary: 'Without NAT, the images of the props come from private repositories of Amazon ECR too.',
  reason:
    'Instances without a way to the internet pull through VPC endpoints, and only private repositories have one; the '
    + 'task would never start, and the deployment hang.',
  link: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, { imageNames, worker, ...settings }, { at, report }) {
    if (!needsEndpoints(settings)) return;
    const check = (prop: string, image: string | undefined): void => {
      const fault = image === undefined ? undefined : faultOfImage(image);
      if (fault) {
        report(at(spec), `${prop} must ${fault[0]} when there is no NAT, got "${image}".`, fault[1], [prop, 'nat']);
      }
    };
    for (const { name = '' } of spec.containers) check(`images.${name}`, entryOf(imageNames, name));
    if (worker?.consumer.kind === 'dispatcher') check('the image of the dispatcher', worker.consumer.imageName);
  },
};

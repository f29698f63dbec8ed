import { Severity } from '../../finding/finding';
import { ONE_CONTAINER } from '../../spec/fields/container';
import { SpecRule } from '../spec-rule';

export const noContainers: SpecRule = {
  code: 'DR2108',
  name: 'no-containers',
  severity: Severity.ERROR,
  summary: 'The file has at least one container.',
  reason: 'Amazon ECS refuses a task definition without containers.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: ['containerDefinitions'],
  check(spec, { at, report }) {
    const place = at(spec.containers);
    const isList = place.length > 0;
    if (spec.containers.length > 0 || !isList) return;
    report(
      place, 'must hold at least one container, got none.',
      `Add one: ${ONE_CONTAINER}.`,
    );
  },
};

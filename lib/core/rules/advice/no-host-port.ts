import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';
import { isStated } from '../wording';

export const noHostPort: SpecRule = {
  code: 'DR5007',
  name: 'no-host-port',
  severity: Severity.WARNING,
  summary: 'At least one container publishes a port.',
  reason:
    'A load balancer reaches containers through published ports only; without any, the file describes a worker, or '
    + 'portMappings is misspelt.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_ecs.html#create_deploy_docker_ecs_listeners',
  fields: ['containerDefinitions[].portMappings'],
  check(spec, { at, report }) {
    const isPublished = spec.containers.some(
      (container) => isStated(container, 'portMappings') && container.portMappings?.length !== 0,
    );
    const [first] = spec.containers;
    if (!first || isPublished) return;
    const { offset, length } = at(first, spec.version === 1 ? 'image' : 'name');
    const path = spec.version === 1 ? 'Ports' : at(spec.containers).path;
    const mapping =
      spec.version === 1
        ? '"Ports": [ { "ContainerPort": 8080 } ]'
        : '"portMappings": [ { "hostPort": 80, "containerPort": 8080 } ] to the container that serves requests';
    report(
      { path, offset, length }, 'must publish a port for a listener to reach, got none.',
      `Add ${mapping}; a worker that only polls a queue needs none.`,
    );
  },
};

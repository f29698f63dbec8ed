import { Severity } from '../../../finding/finding';
import { TargetRule } from '../target-rule';

export const beanstalkVersion: TargetRule = {
  code: 'DR4211',
  name: 'beanstalk-version',
  severity: Severity.ERROR,
  summary: 'On Elastic Beanstalk the file is of version 2.',
  reason: 'The ECS platform reads no other, and deploys a version 1 file not at all.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: ['AWSEBDockerrunVersion'],
  concerns: 'task',
  target: 'beanstalk',
  check(spec, _settings, { at, report }) {
    if (spec.source === 'task-definition') {
      report(
        at(spec), 'must be a Dockerrun file on Elastic Beanstalk, got a task definition.',
        'Write "AWSEBDockerrunVersion": 2 with its containerDefinitions and volumes, or use EcsEnvironment.', [],
      );
    }
    if (spec.version === 2) return;
    report(
      at(spec), `must be of version 2 for the ECS platform of Elastic Beanstalk, got version ${spec.version}.`,
      'Write it as version 2, with containerDefinitions.', [],
    );
  },
};

import { Severity } from '../../../finding/finding';
import { BRANCHES } from '../../../options/platform';
import { branchFor, PLATFORM_MAKERS } from '../../../settings/beanstalk/platform';
import { TargetRule } from '../target-rule';

const READS = { docker: 'compose files', ecs: 'Dockerrun files of version 2' } as const;

export const beanstalkPlatform: TargetRule = {
  code: 'DR4223',
  name: 'beanstalk-platform',
  severity: Severity.ERROR,
  summary: 'The platform is one that reads the file.',
  reason:
    'The Docker platform reads compose files, the ECS platform Dockerrun files of version 2, and neither those of the '
    + 'other.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/single-container-docker-configuration.html',
  fields: [],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, { beanstalk: { platform: { branch: chosen, place } = {} } = {} }, { at, report }) {
    const needed = branchFor(spec);
    if (chosen === undefined || chosen === needed || place !== undefined) return;
    report(
      at(spec),
      `platform must be "${BRANCHES[needed]}", which reads ${READS[needed]}, got "${BRANCHES[chosen]}", which reads `
        + `${READS[chosen]}.`,
      `Use BeanstalkPlatform.${PLATFORM_MAKERS[needed]}(version).`, ['platform'],
    );
  },
};

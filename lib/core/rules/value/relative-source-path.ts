import { Severity } from '../../finding/finding';
import { BUNDLE_DIRECTORY, inBundle, namesDockerVolume } from '../host-paths';
import { SpecRule } from '../spec-rule';
import { isTemplate, quoted } from '../wording';

export const relativeSourcePath: SpecRule = {
  code: 'DR2111',
  name: 'relative-source-path',
  severity: Severity.ERROR,
  summary: 'The host path of every volume starts with "/", or is the name of a volume of Docker.',
  reason: 'No directory is current on an instance. Beanstalk unpacks the source bundle to /var/app/current.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: ['volumes[].host.sourcePath'],
  check(spec, { at, report }) {
    for (const volume of spec.volumes) {
      const path = volume.host?.sourcePath;
      if (!path || path.startsWith('/') || namesDockerVolume(path) || isTemplate(path)) continue;
      const absolute = inBundle(path);
      report(
        at(volume, 'host', 'sourcePath'),
        `must be an absolute path of the instance, got ${quoted(path)}.`,
        absolute === undefined
          ? 'Write the full path, starting with "/".'
          : `Write "${absolute}" if you mean the source bundle; it is at ${BUNDLE_DIRECTORY}.`,
      );
    }
  },
};

import { Severity } from '../../../finding/finding';
import { didYouMean } from '../../../finding/suggest';
import { replacementOf } from '../../../settings/containers/containers';
import { SourceBundleSettings } from '../../../settings/instances/instances';
import { BUNDLE_DIRECTORY, isInBundle, trimmed } from '../../host-paths';
import { quoted } from '../../wording';
import { TargetRule } from '../target-rule';

export const missingBundlePath: TargetRule = {
  code: 'DR4110',
  name: 'missing-bundle-path',
  severity: Severity.WARNING,
  summary: 'The paths that volumes mount from the source bundle exist in the bundle.',
  reason: 'Docker makes an empty folder where it finds nothing, even where a file should be.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: ['volumes[].host.sourcePath'],
  concerns: 'task',
  check(spec, { sourceBundle, volumes }, { at, report }) {
    if (!sourceBundle) return;
    const known = withFolders(sourceBundle.paths);
    for (const volume of spec.volumes) {
      const sourcePath = volume.host?.sourcePath;
      if (sourcePath === undefined || !isInBundle(sourcePath) || replacementOf(volume.name, volumes)) continue;
      const path = trimmed(sourcePath).slice(BUNDLE_DIRECTORY.length + 1);
      if (path === '' || known.has(path)) continue;
      report(
        at(volume, 'host', 'sourcePath'),
        `must be in the source bundle, which has no ${quoted(path)}, got `
          + `${quoted(sourcePath)}.${didYouMean(path, known)}`,
        wayTo(path, sourceBundle), ['sourceBundle'],
      );
    }
  },
};

/** What is left out is there, and somebody said that it is not to be. */
function wayTo(path: string, { leftOut = [] }: SourceBundleSettings): string {
  const entry = leftOut.find((each) => `${path}/`.startsWith(each.path.endsWith('/') ? each.path : `${each.path}/`));
  return entry
    ? `It is left out of the bundle: ${entry.way}.`
    : 'Add it to the bundle, or correct the path.';
}

/** The files and the folders that they are in. */
function withFolders(paths: readonly string[]): Set<string> {
  return new Set(paths.flatMap((path) => {
    const parts = path.split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  }));
}

import { Severity } from '../../finding/finding';
import { Place } from '../../finding/rule';
import { ContainerSpec } from '../../spec/model';
import { trimmed } from '../host-paths';
import { At, SpecRule } from '../spec-rule';
import { isTemplate, quoted } from '../wording';

export const relativeContainerPath: SpecRule = {
  code: 'DR2112',
  name: 'relative-container-path',
  severity: Severity.ERROR,
  summary: 'Every path inside a container starts with "/", and nothing is mounted on "/" itself.',
  reason: 'Docker refuses to create the container otherwise.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_storage_ec2',
  fields: [
    'containerDefinitions[].mountPoints[].containerPath',
    'containerDefinitions[].linuxParameters.tmpfs[].containerPath', 'containerDefinitions[].workingDirectory',
  ],
  check(spec, { at, report }) {
    for (const container of spec.containers) {
      for (const [path, place] of mountPaths(container, at)) {
        if (trimmed(path) === '/') {
          report(
            place, 'must be a directory below "/", got "/".', 'Mount the volume on a subdirectory, such as "/data".',
          );
        } else if (!isAbsolute(path)) {
          report(place, `must be an absolute path of the container, got ${quoted(path)}.`, 'Start it with "/".');
        }
      }
      const { workingDirectory } = container;
      if (!workingDirectory || isAbsolute(workingDirectory)) continue;
      report(
        at(container, 'workingDirectory'),
        `must be an absolute path of the container, got ${quoted(workingDirectory)}.`, 'Start it with "/".',
      );
    }
  },
};

function mountPaths(container: ContainerSpec, at: At): [string, Place][] {
  const mounts = [...container.mountPoints ?? [], ...container.linuxParameters?.tmpfs ?? []];
  return mounts.flatMap((mount): [string, Place][] =>
    mount.containerPath === undefined ? [] : [[mount.containerPath, at(mount, 'containerPath')]],
  );
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || isTemplate(path);
}

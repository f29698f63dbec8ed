import { Severity } from '../../../finding/finding';
import { didYouMean, oneOf } from '../../../finding/suggest';
import { TargetRule } from '../target-rule';

export const unknownContainer: TargetRule = {
  code: 'DR4120',
  name: 'unknown-container',
  severity: Severity.ERROR,
  summary: 'Images, secrets, files with variables and credentials in the props are for containers of the file.',
  reason: 'What is meant for a container that does not exist reaches none.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
  fields: [],
  concerns: 'task',
  target: 'ecs',
  check(spec, { images = [], secrets = {}, environmentFiles = {}, registryCredentials = [] }, { at, report }) {
    const names = spec.containers.flatMap(({ name }) => name ?? []);
    const named = {
      images, secrets: Object.keys(secrets), environmentFiles: Object.keys(environmentFiles), registryCredentials,
    };
    for (const [prop, keys] of Object.entries(named)) {
      for (const key of keys.filter((candidate) => !names.includes(candidate))) {
        report(
          at(spec), `Each key of ${prop} must be the name of a container, got "${key}".`,
          didYouMean(key, names).trim() || `Write ${oneOf(names)}.`, [`${prop}.${key}`],
        );
      }
    }
  },
};

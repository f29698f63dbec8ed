import { entryOf } from '../../../finding/table';
import { ContainersSettings, fileName } from '../../../settings/containers/containers';
import { Setting, showSetting } from '../../../settings/setting';
import { BuildSpec, DockerrunSpec } from '../../../spec/model';
import { Decisions, DecisionSource } from '../../decision';
import { Reason, chose } from '../../provenance';

/** The role that the agent acts as; null for a new one. */
export function executionRoleOf(
  { executionRoleArn }: DockerrunSpec, { executionRole }: ContainersSettings,
): Setting<string> | null {
  return executionRole ? { unresolved: 'executionRole' } : (executionRoleArn ?? null);
}

export function planExecutionRole(
  spec: DockerrunSpec, settings: ContainersSettings, decisions: Decisions,
): Setting<string> | null {
  const role = executionRoleOf(spec, settings);
  const choose = (source: DecisionSource, reason: string | Reason) =>
    decisions
      .about('executionRole')
      .choose('execution role', role, source, reason, role === null ? 'new' : showSetting(role));
  if (settings.executionRole) {
    return choose(DecisionSource.PROP, chose('; what its tasks need is attached to it.'));
  }
  if (role !== null) return choose(DecisionSource.FILE, 'The file names it; what its tasks need is attached to it.');
  return choose(
    DecisionSource.DEFAULT, 'The agent uses it to pull images, read secrets and write logs; it may do nothing else.',
  );
}

/** The role that containers act as; null for a new one. */
export function planTaskRole(
  { task }: DockerrunSpec, { taskRole }: ContainersSettings, reachesMetadata: boolean, decisions: Decisions,
): Setting<string> | null {
  const way = reachesMetadata
    ? 'Containers get permissions by granting them to this role; those of the instance are within their reach, too.'
    : 'Containers get permissions by granting them to this role, not from the instance.';
  if (!taskRole && task?.taskRoleArn !== undefined) {
    return decisions.about('taskRole').choose(
      'task role', task.taskRoleArn, DecisionSource.FILE, `The file names it. ${way}`,
    );
  }
  const role = taskRole ? { unresolved: 'taskRole' } : null;
  return decisions.about('taskRole').choose(
    'task role', role, taskRole ? DecisionSource.PROP : DecisionSource.DEFAULT, taskRole ? chose(`. ${way}`) : way,
    taskRole ? '${taskRole}' : 'new, empty',
  );
}

function explainBuilt(name: string, { context }: BuildSpec, decisions: Decisions): void {
  decisions.about(`images.${name}`).choose(
    `image of ${name}`, `built from ${context}`, DecisionSource.FILE,
    'The file says so; the CDK builds and pushes it when it deploys. An image of the prop images takes its place.',
  );
}

/** What the props give to single containers. */
export function explainGiven(spec: DockerrunSpec, settings: ContainersSettings, decisions: Decisions): void {
  const { images = [], secrets, environmentFiles, registryCredentials = [] } = settings;
  const { builds } = spec;
  for (const { name = '', image } of spec.containers) {
    const variables = entryOf(secrets, name) ?? [];
    const build = entryOf(builds, name);
    if (build) {
      explainBuilt(name, build, decisions);
    } else if (images.includes(name)) {
      decisions.about(`images.${name}`).chosen(
        `image of ${name}`, `\${images.${name}}`, chose(`; it takes the place of ${image} in the file.`),
      );
    }
    if (variables.length > 0) {
      decisions.about(`secrets.${name}`).chosen(
        `secrets of ${name}`, variables.join(', '),
        chose('; the agent reads them when the container starts, so a new value reaches new tasks only.', 'them'),
      );
    }
    const files = entryOf(environmentFiles, name) ?? [];
    if (files.length > 0) {
      decisions.about(`environmentFiles.${name}`).chosen(
        `environment files of ${name}`,
        files.map((file) => showSetting(fileName(file))).join(', '),
        chose(
          '; of two files that set a variable the first counts, these before those of the file, and a variable set '
            + 'elsewhere wins.',
          'them',
        ),
      );
    }
    if (registryCredentials.includes(name)) {
      decisions.about(`registryCredentials.${name}`).chosen(
        `registry credentials of ${name}`, `\${registryCredentials.${name}}`,
        chose('; the agent reads them when it pulls the image.', 'them'),
      );
    }
  }
}

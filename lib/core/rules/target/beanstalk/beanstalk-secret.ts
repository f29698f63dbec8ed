import { Severity } from '../../../finding/finding';
import { ContainerSpec, DockerrunSpec } from '../../../spec/model';
import { TargetRule } from '../target-rule';

const NAME = /^[A-Za-z_][\w.:/+\-@]*$/;

/** What the agent reads as that role, before it starts a container. */
const READ_BY_AGENT = ['secrets', 'repositoryCredentials', 'environmentFiles'] as const;

function usersOfRole({ containers }: DockerrunSpec): [ContainerSpec, typeof READ_BY_AGENT[number]][] {
  return containers.flatMap((container) =>
    READ_BY_AGENT.filter((key) => isUsed(container[key])).map((key): [ContainerSpec, typeof key] => [container, key]),
  );
}

function isUsed(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

export const beanstalkSecret: TargetRule = {
  code: 'DR4218',
  name: 'beanstalk-secret',
  severity: Severity.ERROR,
  summary:
    'Secrets, files and credentials that the agent reads come with an executionRoleArn in the file on Elastic '
    + 'Beanstalk, and secrets are no environment properties as well.',
  reason: 'The agent reads them as that role before it starts the containers; ECS refuses a task without one.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.secrets.env-vars.html',
  fields: ['executionRoleArn', 'containerDefinitions[].secrets', 'containerDefinitions[].repositoryCredentials'],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, { environmentProperties = {}, beanstalk: { environmentSecrets = [] } = {} }, { at, report }) {
    for (const [container, key] of spec.executionRoleArn === undefined ? usersOfRole(spec) : []) {
      report(
        at(container, key), 'must come with an executionRoleArn in the file, got none.',
        'Write the ARN of a role that may read it to the file, beside containerDefinitions.', [],
      );
    }
    if (environmentSecrets.length === 0) return;
    if (spec.executionRoleArn === undefined) {
      report(
        at(spec), 'must have an executionRoleArn for environmentSecrets, got none.',
        'Write the ARN of a role that may read the secrets to the file.', ['environmentSecrets'],
      );
    }
    for (const name of environmentSecrets) {
      if (!NAME.test(name)) {
        report(
          at(spec), `environmentSecrets must be by names of variables, got "${name}".`,
          'Use letters, digits and underscores.', ['environmentSecrets'],
        );
      }
      if (Object.hasOwn(environmentProperties, name)) {
        report(
          at(spec), `environmentSecrets must not set ${name} beside environmentProperties.`, 'Remove one of the two.',
          ['environmentSecrets', `environmentProperties.${name}`],
        );
      }
    }
  },
};

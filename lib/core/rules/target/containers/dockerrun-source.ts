import { Severity } from '../../../finding/finding';
import { DockerrunFacts } from '../../../settings/facts';
import { TargetRule } from '../target-rule';

const ABOUT = {
  severity: Severity.ERROR,
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html',
  fields: [],
  concerns: 'settings',
} as const;

export const missingDockerrun: TargetRule = {
  ...ABOUT,
  code: 'DR4191',
  name: 'missing-dockerrun',
  summary: 'There is a Dockerrun file: a prop, or Dockerrun.aws.json at the root of the bundle.',
  reason: 'It says which containers there are.',
  check(spec, { facts: { dockerrun } = {} }, { at, report }) {
    const [message, hint] = missing(dockerrun);
    if (message) report(at(spec), message, hint, ['dockerrun', 'sourceBundle']);
  },
};

function missing(dockerrun: DockerrunFacts | undefined): readonly [message: string, hint: string] {
  switch (dockerrun?.kind) {
    case 'none': return [
      'dockerrun or sourceBundle must be set.',
      'Set dockerrun: Dockerrun.fromFile(…), or sourceBundle: SourceBundle.fromDirectory(…) for the files beside '
        + 'it too.',
    ];
    case 'not-in-bundle': return [
      `sourceBundle must have a Dockerrun.aws.json at its root, which "${dockerrun.bundle}" has not.`,
      dockerrun.way === undefined ? 'Add it, or set dockerrun.' : `It is there: ${dockerrun.way}.`,
    ];
    default: return ['', ''];
  }
}

export const differentDockerrun: TargetRule = {
  ...ABOUT,
  code: 'DR4192',
  name: 'different-dockerrun',
  summary: 'The Dockerrun file of the props says the same as that of the bundle.',
  reason: 'One of the two would be deployed, and nobody could tell which.',
  check(spec, { facts: { dockerrun } = {} }, { at, report }) {
    if (dockerrun?.kind !== 'two') return;
    report(
      at(spec), 'dockerrun must say the same as the Dockerrun.aws.json of sourceBundle, got another file.',
      'Remove dockerrun.', ['dockerrun', 'sourceBundle'],
    );
  },
};

import { COMPOSE_KEYS } from '../../lib/core/compose/keys';
import { Answer } from '../../lib/core/compose/keys/answer';

const INTRODUCTION = `# Compose files

The services of a \`docker-compose.yml\` become the containers of one task, as if a \`Dockerrun.aws.json\` of version 2 had them.

\`\`\`ts
import { SourceBundle } from 'cdk-dockerrun';

const dockerrun = Dockerrun.fromCompose('docker-compose.yml', { profiles: ['jobs'], substitutions: { TAG: '4.2' } });
new EcsEnvironment(stack, 'Shop', { dockerrun, sourceBundle: SourceBundle.fromDirectory('.') });
\`\`\`

\`\`\`console
$ npx cdk-dockerrun check docker-compose.yml --override production.yml --profile jobs --set TAG=4.2
\`\`\`

A \`SourceBundle\` without a Dockerrun file of version 1 or 2 has its compose file by itself, with
\`docker-compose.override.yml\` over it. A Dockerrun file of version 3 beside it says where the credentials of a registry are.

- **Variables** come from \`substitutions\` (\`--set\`), and below them from \`.env\` in the folder of the file. The environment of
  the machine that deploys is not read, so that everyone deploys the same.
- **Paths** are those of the bundle: \`./conf:/conf\` mounts \`/var/app/current/conf\`, where the instances have the files of
  \`sourceBundle\`.
- **Images** with \`build\` are built and pushed by the CDK for the architecture of the instances. The prop \`images\` gives
  others.
- **Names**: on the network of a project all services know each other by name. In the bridge network mode of a task links do
  that, one way, and not in a circle. They are made for \`links\` and \`depends_on\`, for names in variables and commands, and
  from services with ports to those without. DR7015 and DR7016 name what is left.
- **Memory** has to be said on Amazon ECS; 256 MiB are reserved for a service that says none.
- **One task** runs all services together, as one machine did. A service that is to have a number of its own goes into a file
  of its own: \`environment.addService(…)\`.
- **On Elastic Beanstalk** the bundle goes as it is to the platform Docker on Amazon Linux 2023, which reads compose files
  itself: \`platform: BeanstalkPlatform.dockerAl2023(version)\`. It has no proxy, so that a service publishes port 80. The ECS
  platform reads Dockerrun files of version 2 only, and DR4223 refuses it.

What has no like on Amazon ECS is reported with its line and the way, as DR7010 (left out) or DR7011 (in the way);
[RULES.md](../RULES.md) has all of them.

## Every key

Written by \`npx projen docs\` from \`lib/core/compose/keys\`. On Elastic Beanstalk each key means what it means to Compose.
`;

/** docs/guide/compose.md: what becomes of every key of the Compose specification. */
export function composePage(): string {
  const groups = ['services', 'volumes', 'networks', 'configs', 'secrets', ''] as const;
  return [INTRODUCTION, ...groups.map(section)].join('\n');
}

function section(group: string): string {
  const rows = Object.entries(COMPOSE_KEYS).filter(([path]) => groupOf(path) === group).map(([path, answer]) =>
    `| \`${shortened(path)}\` | ${answerText(answer).replaceAll('|', '\\|')} |`);
  const title = group === '' ? 'Top level' : group === 'services' ? 'In a service' : `In \`${group}\``;
  return [`### ${title}\n`, '| Key | On Amazon ECS |', '| --- | --- |', ...rows, ''].join('\n');
}

function groupOf(path: string): string {
  return path.includes('.') ? path.split('.')[0] : '';
}

/** Without the section and the name in it. */
function shortened(path: string): string {
  const [top, name, ...keys] = path.split('.');
  return keys.length > 0 ? keys.join('.') : name === undefined ? top : 'a name';
}

function answerText(answer: Answer): string {
  switch (answer.kind) {
    case 'becomes': return answer.field;
    case 'unneeded': return `Not needed: ${answer.because}.`;
    case 'lost': return `Left out: ${answer.because}. ${answer.edit}`;
    case 'refused': return `Refused: ${answer.because}. ${answer.edit}`;
  }
}

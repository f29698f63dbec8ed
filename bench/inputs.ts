/** A valid file with so many containers, each `padding` characters longer than it has to be. */
export function dockerrun(containers: number, padding = 0): string {
  const containerDefinitions = Array.from({ length: containers }, (_, index) => ({
    name: `service-${index}`,
    image: `example/service-${index}:1.0`,
    essential: index === 0,
    memory: 128,
    portMappings: [{ hostPort: 8000 + index, containerPort: 80 }],
    environment: [{ name: 'MODE', value: 'production' }, { name: 'PADDING', value: 'x'.repeat(padding) }],
    mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
    links: index === 0 ? [] : ['service-0'],
  }));
  const volumes = [{ name: 'data', host: { sourcePath: '/data' } }];
  return JSON.stringify({ AWSEBDockerrunVersion: 2, volumes, containerDefinitions }, undefined, 2);
}

/** A file with one container, which has more of something. */
function oneContainer(container: object, rest: object = {}): string {
  const web = { name: 'web', image: 'nginx:1.29', memory: 128, portMappings: [{ hostPort: 80, containerPort: 80 }] };
  return JSON.stringify({ AWSEBDockerrunVersion: 2, ...rest, containerDefinitions: [{ ...web, ...container }] });
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** A file, and what lies beside it in the bundle. */
export interface Bundle {
  readonly dockerrun: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** What may grow, and a bundle with so many of it. */
export const DIMENSIONS: Readonly<Record<string, (count: number) => Bundle>> = {
  'containers': (count) => ({ dockerrun: dockerrun(count) }),
  'links to all others': (count) => {
    const names = times(Math.ceil(Math.sqrt(count)), (index) => `service-${index}`);
    const containerDefinitions = names.map((name) => (
      { name, image: 'a:1', memory: 4, links: names.filter((other) => other !== name) }
    ));
    return { dockerrun: JSON.stringify({ AWSEBDockerrunVersion: 2, containerDefinitions }) };
  },
  'ports': (count) => ({
    dockerrun: oneContainer({ portMappings: times(count, (index) => ({ hostPort: 1 + index, containerPort: 80 })) }),
  }),
  'environment variables': (count) => ({
    dockerrun: oneContainer({ environment: times(count, (index) => ({ name: `NAME_${index}`, value: `${index}` })) }),
  }),
  'volumes': (count) => ({
    dockerrun: oneContainer(
      { mountPoints: times(count, (index) => ({ sourceVolume: `v${index}`, containerPath: `/v${index}` })) },
      { volumes: times(count, (index) => ({ name: `v${index}` })) },
    ),
  }),
  'characters of a value': (count) => ({
    dockerrun: oneContainer({ environment: [{ name: 'LONG', value: 'x'.repeat(count * 100) }] }),
  }),
  'option settings of one file': (count) => ({
    dockerrun: dockerrun(1), files: { '.ebextensions/a.config': optionSettings(count) },
  }),
  'files in .ebextensions': (count) => ({
    dockerrun: dockerrun(1),
    files: Object.fromEntries(
      times(Math.ceil(count / 10), (index) => [`.ebextensions/${index}.config`, optionSettings(5)]),
    ),
  }),
  'YAML aliases': (count) => ({
    dockerrun: dockerrun(1),
    files: {
      '.ebextensions/a.config': ['x: &x value', 'option_settings:', '  aws:elasticbeanstalk:application:environment:',
        ...times(count, (index) => `    NAME_${index}: *x`)].join('\n'),
    },
  }),
  'patterns of .ebignore': (count) => ({
    dockerrun: dockerrun(1), files: { '.ebignore': times(count, (index) => `ignored-${index}/*.log`).join('\n') },
  }),
};

function optionSettings(count: number): string {
  return ['option_settings:', '  aws:elasticbeanstalk:application:environment:',
    ...times(count, (index) => `    NAME_${index}: value ${index}`)].join('\n');
}

import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

/** The agent takes five of the 100 for SSH, Docker and itself. */
const MAX_HOST_PORTS = 95;

export const tooManyHostPorts: SpecRule = {
  code: 'DR2133',
  name: 'too-many-host-ports',
  severity: Severity.ERROR,
  summary: `The containers take at most ${MAX_HOST_PORTS} host ports.`,
  reason:
    'An instance has at most 100 reserved ports, and five of them are taken, so that a task with more is never placed.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  fields: ['containerDefinitions[].portMappings[].hostPort'],
  check(spec, { at, report }) {
    const fixed = spec.containers.flatMap(({ portMappings = [] }) => portMappings)
      .filter(({ hostPort = 0 }) => hostPort > 0);
    const next = fixed[MAX_HOST_PORTS];
    if (!next) return;
    report(
      at(next, 'hostPort'), `must be one of at most ${MAX_HOST_PORTS} host ports, got ${fixed.length} in the file.`,
      'Write 0, or remove it; the instance then picks a free port, which reserves none.',
    );
  },
};

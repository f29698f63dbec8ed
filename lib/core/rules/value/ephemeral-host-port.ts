import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';

/** What Linux and the agent hand out by themselves. */
const EPHEMERAL = { first: 32768, last: 60999 };

export const ephemeralHostPort: SpecRule = {
  code: 'DR2134',
  name: 'ephemeral-host-port',
  severity: Severity.WARNING,
  summary: `No host port is between ${EPHEMERAL.first} and ${EPHEMERAL.last}.`,
  reason: 'These ports are handed out to outgoing connections and dynamic mappings, so that one may be taken already.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  fields: ['containerDefinitions[].portMappings[].hostPort'],
  check(spec, { at, report }) {
    for (const mapping of spec.containers.flatMap(({ portMappings = [] }) => portMappings)) {
      const { hostPort = 0 } = mapping;
      if (hostPort < EPHEMERAL.first || hostPort > EPHEMERAL.last) continue;
      report(
        at(mapping, 'hostPort'), `must be outside the ephemeral ports, got ${hostPort}.`,
        `Use at most ${EPHEMERAL.first - 1}, or remove it so that the instance picks one.`,
      );
    }
  },
};

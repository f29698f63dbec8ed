import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

/** The drivers that write files without an end, with the option that sets one. */
const FILE_DRIVERS = ['json-file'];

export const growingLog: SpecRule = {
  code: 'DR5011',
  name: 'growing-log',
  severity: Severity.WARNING,
  summary: 'The log driver json-file has a "max-size".',
  reason: 'Docker rotates nothing by default, so that the log file grows until the disk of the instance is full.',
  link: 'https://docs.docker.com/engine/logging/drivers/json-file/',
  fields: ['containerDefinitions[].logConfiguration.options'],
  check(spec, { at, report }) {
    for (const { logConfiguration } of spec.containers) {
      const { logDriver = '', options = {} } = logConfiguration ?? {};
      if (!logConfiguration || !FILE_DRIVERS.includes(logDriver) || options['max-size'] !== undefined) continue;
      report(
        at(logConfiguration, 'logDriver'), `must have a "max-size" with ${quoted(logDriver)}, got none.`,
        'Add "options": { "max-size": "10m", "max-file": "3" }, or remove logConfiguration, so that the container logs '
          + 'to CloudWatch.',
      );
    }
  },
};

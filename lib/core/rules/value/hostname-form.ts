import { Severity } from '../../finding/finding';
import { SpecRule } from '../spec-rule';
import { isTemplate, quoted } from '../wording';

const MAX_LENGTH = 63;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;

export const hostnameForm: SpecRule = {
  code: 'DR2123',
  name: 'hostname-form',
  severity: Severity.WARNING,
  summary: 'Every hostname has at most 63 letters, digits, hyphens and dots.',
  reason: 'Linux refuses longer names, and many programs refuse names that are not made for DNS.',
  link: 'https://www.rfc-editor.org/rfc/rfc1123#section-2.1',
  fields: ['containerDefinitions[].hostname'],
  check(spec, { at, report }) {
    for (const container of spec.containers) {
      const { hostname } = container;
      if (!hostname || isTemplate(hostname)) continue;
      if (hostname.length <= MAX_LENGTH && hostname.split('.').every((part) => LABEL.test(part))) continue;
      report(
        at(container, 'hostname'),
        `must be at most ${MAX_LENGTH} letters, digits, hyphens and dots, got ${quoted(hostname)}.`,
        'Replace every other character by a hyphen.',
      );
    }
  },
};

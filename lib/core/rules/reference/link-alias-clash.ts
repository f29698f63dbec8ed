import { Severity } from '../../finding/finding';
import { parseLink } from '../links';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

export const linkAliasClash: SpecRule = {
  code: 'DR3021',
  name: 'link-alias-clash',
  severity: Severity.ERROR,
  summary: 'No container links two containers under the same alias.',
  reason: 'The alias is a host name inside the container, and one name cannot lead to two containers.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_network_ec2',
  fields: ['containerDefinitions[].links[]'],
  check(spec, { at, report }) {
    for (const { links } of spec.containers) {
      const targets = new Map<string, string>();
      for (const [index, link] of links?.entries() ?? []) {
        const { target, alias } = parseLink(link);
        const other = targets.get(alias) ?? target;
        targets.set(alias, other);
        if (!links || other === target) continue;
        report(
          at(links, index),
          `must have an alias of its own, got ${quoted(link)}, while "${alias}" already leads to "${other}".`,
          `Write "${target}:${target}", or another alias.`,
        );
      }
    }
  },
};

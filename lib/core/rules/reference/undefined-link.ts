import { Severity } from '../../finding/finding';
import { DockerrunSpec } from '../../spec/model';
import { Candidates } from '../candidates';
import { parseLink } from '../links';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

export const undefinedLink: SpecRule = {
  code: 'DR3020',
  name: 'undefined-link',
  severity: Severity.ERROR,
  summary: 'Every link names a container of the file.',
  reason: 'Amazon ECS refuses a task definition with a link to an unknown container.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_network_ec2',
  fields: ['containerDefinitions[].links[]'],
  check(spec, { at, report }) {
    const known = new Candidates(spec.containers.map((container) => container.name));
    for (const links of spec.containers.flatMap((container) => (container.links ? [container.links] : []))) {
      for (const [index, link] of links.entries()) {
        const { target } = parseLink(link);
        if (known.has(target)) continue;
        report(
          at(links, index), `must name a container (${known}), got ${quoted(link)}.`,
          known.hint(target, byHostname(spec, target)),
        );
      }
    }
  },
};

/** Some link to what a container calls itself. */
function byHostname({ containers }: DockerrunSpec, target: string): string {
  const meant = containers.find(({ hostname }) => hostname === target)?.name;
  return meant === undefined
    ? 'Remove it; something outside the task is reached by its DNS name.'
    : `Write "${meant}:${target}"; "${target}" is the hostname of that container.`;
}

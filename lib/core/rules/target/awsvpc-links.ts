import { Severity } from '../../finding/finding';
import { mentionsOf } from './mentions';
import { TargetRule } from './target-rule';

export const awsvpcLinks: TargetRule = {
  code: 'DR4010',
  name: 'awsvpc-links',
  severity: Severity.WARNING,
  summary: 'In awsvpc mode no container is linked to another.',
  reason: 'All containers of a task share one network interface there and reach each other on localhost; the names that links made do not exist.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html',
  fields: ['containerDefinitions[].links'],
  drops: true,
  concerns: 'task',
  check(spec, settings, { at, report }) {
    if (settings.networkMode !== 'awsvpc') return;
    for (const container of spec.containers) {
      for (const [index, link] of (container.links ?? []).entries()) {
        const [target, alias = target] = link.split(':');
        const mentions = mentionsOf(alias, container);
        const found = mentions.length > 0 ? ` It is mentioned in ${mentions.join(' and ')}.` : '';
        report(at(container, 'links', index), `was dropped: "${alias}" is localhost in awsvpc mode.${found}`,
          `Let the container "${container.name}" reach "${target}" as localhost, and remove the link.`);
      }
    }
  },
};

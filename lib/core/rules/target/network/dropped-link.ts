import { Severity } from '../../../finding/finding';
import { sharesInterface } from '../../../settings/network/network';
import { TargetRule } from '../target-rule';
import { mentionsIn } from './mentions';

export const droppedLink: TargetRule = {
  code: 'DR4010',
  name: 'dropped-link',
  severity: Severity.WARNING,
  summary: 'Only in bridge mode is a container linked to another.',
  reason:
    'In awsvpc and host mode the containers of a task share one network interface and reach each other on localhost, '
    + 'and in none they reach nobody; the names that links made do not exist.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html',
  fields: ['containerDefinitions[].links'],
  drops: true,
  concerns: 'task',
  target: 'ecs',
  check(spec, { networkMode = 'bridge' }, { at, report }) {
    if (networkMode === 'bridge') return;
    for (const container of spec.containers) {
      const mentionedNames = mentionsIn(container);
      for (const [index, link] of (container.links ?? []).entries()) {
        const [target, alias = target] = link.split(':');
        const mentions = [...(mentionedNames.get(alias) ?? [])];
        const found = mentions.length > 0 ? ` It is mentioned in ${mentions.join(' and ')}.` : '';
        const instead = sharesInterface(networkMode) ? `"${alias}" is localhost` : `nobody reaches "${alias}"`;
        report(
          at(container, 'links', index),
          `was dropped: ${instead} in ${networkMode} mode.${found}`,
          sharesInterface(networkMode)
            ? `Let the container "${container.name}" reach "${target}" as localhost, and remove the link.`
            : `Remove the link, if the container "${container.name}" does not need "${target}".`, ['networkMode'],
        );
      }
    }
  },
};

import { Place } from '../../finding/rule';
import { didYouMean } from '../../finding/suggest';
import { table } from '../../finding/table';
import { array, number, object, string } from '../../syntax/build-tree';
import { JsonNode } from '../../syntax/json-tree';
import { itemsOf, membersOf, textAt, textIn, textsOf, truthOf, valueAt } from '../nodes';
import { undefinedService } from '../rules';
import { secondsOf } from '../text/units';
import { Container, Converters } from './container';
import { setRestart } from './resources';
import { asName } from './volumes';

const CONDITIONS = table<string>({
  service_started: 'START', service_healthy: 'HEALTHY', service_completed_successfully: 'SUCCESS',
});

/** When a container starts, is well, and ends. */
export const LIFECYCLE: Converters = {
  depends_on(value, container) {
    for (const { name, at, condition, required } of dependenciesOf(value)) {
      if (!container.project.services.has(name)) {
        if (required) absent(name, at, container);
        else container.explain(at, 'it is not required, and not there');
        continue;
      }
      container.add('dependsOn', object(at, [
        ['containerName', string(at, asName(name))],
        ['condition', string(condition ?? at, CONDITIONS[textIn(condition) ?? 'service_started'] ?? 'START')],
      ]));
    }
  },
  healthcheck(value, container) {
    if (truthOf(valueAt(value, 'disable')) === true || isNone(valueAt(value, 'test'))) {
      container.explain(value, 'the container has no health check');
      return;
    }
    const test = valueAt(value, 'test');
    if (!test) {
      container.lost(value, 'Amazon ECS asks nothing without a command, whatever the image has', 'Write test, too.');
      return;
    }
    container.set('healthCheck', object(value, [
      ['command', test.kind === 'array'
        ? array(test, textsOf(test).map((item) => string(item, String(item.value))))
        : array(test, [string(test, 'CMD-SHELL'), string(test, textIn(test) ?? '')])],
      ['interval', seconds(valueAt(value, 'interval'), [5, 300], container)],
      ['timeout', seconds(valueAt(value, 'timeout'), [2, 60], container)],
      ['retries', clamped(valueAt(value, 'retries'), Number(textAt(value, 'retries')), [1, 10], '', container)],
      ['startPeriod', seconds(valueAt(value, 'start_period'), [0, 300], container)],
    ]));
  },
  restart(value, container) {
    const [word, tries] = (textIn(value) ?? '').split(':');
    if (!['no', 'false', 'always', 'on-failure', 'unless-stopped'].includes(word)) {
      container.wrong(
        value,
        'no, always, on-failure or unless-stopped',
        didYouMean(word, ['always', 'on-failure', 'unless-stopped']).trim() || 'Write unless-stopped.',
      );
      return;
    }
    if (tries !== undefined) {
      container.adjusted(
        value, `gives up after ${tries} times; Amazon ECS tries again without end.`, 'Write on-failure.',
      );
    }
    setRestart(value, word, container);
  },
  stop_grace_period: (value, container) => container.set('stopTimeout', seconds(value, [2, Infinity], container)),
};

/** What another service has to be before this one starts. */
interface Dependency {
  readonly name: string;
  readonly at: Place;
  readonly condition?: JsonNode;
  readonly required: boolean;
}

export function dependenciesOf(value: JsonNode | undefined): Dependency[] {
  if (value?.kind === 'object') {
    return value.members.map(({ key, place, value: one }) => ({
      name: key, at: place, condition: valueAt(one, 'condition'), required: truthOf(valueAt(one, 'required')) ?? true,
    }));
  }
  return textsOf(value).map((item) => ({ name: String(item.value), at: item, required: true }));
}

function absent(name: string, at: Place, { project }: Container): void {
  const isLeftOut = membersOf(valueAt(project.root, 'services')).some(({ key }) => key === name);
  project.report(
    undefinedService,
    at,
    `names the service ${JSON.stringify(name)}, which is ${isLeftOut ? 'left out' : 'not there'}.`,
    isLeftOut
      ? 'Turn on one of its profiles, or write "required: false".'
      : didYouMean(name, project.services.keys()).trim() || 'Correct the name.',
  );
}

function isNone(test: JsonNode | undefined): boolean {
  return itemsOf(test).length === 1 && textIn(itemsOf(test)[0]) === 'NONE';
}

type Range = readonly [least: number, most: number];

/** A duration in whole seconds, within what Amazon ECS takes. */
function seconds(value: JsonNode | undefined, range: Range, container: Container): JsonNode | undefined {
  if (!value) return undefined;
  const found = secondsOf(textIn(value) ?? '');
  if (found !== undefined) return clamped(value, found, range, ' s', container);
  return container.wrong(value, 'a duration', 'Write such as 30s or 1m30s.');
}

function clamped(
  value: JsonNode | undefined, figure: number, [least, most]: Range, unit: string, container: Container,
): JsonNode | undefined {
  if (!value) return undefined;
  if (Number.isNaN(figure)) return container.wrong(value, 'a number', 'Write a number.');
  const taken = Math.min(most, Math.max(least, Math.round(figure)));
  if (taken !== figure) {
    const limits = most === Infinity ? `whole numbers from ${least} on` : `whole numbers from ${least} to ${most}`;
    container.adjusted(
      value, `is ${figure}${unit}; Amazon ECS takes ${limits}, so that ${taken}${unit} was used.`,
      `Write ${taken}${unit.trim()}.`,
    );
  }
  return number(value, taken);
}


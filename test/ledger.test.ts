import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { Dockerrun, EcsEnvironment } from '../lib';
import { planEcs } from '../lib/core/plan/ecs/ecs';
import { hasErrors, readDockerrun } from '../lib/core/reading/read';
import { ledgerOf, LedgerEntry } from '../lib/core/report/ledger';
import { DROPPING_RULES } from '../lib/core/rules/dropping';
import { NetworkModeName } from '../lib/core/settings/network/network';
import { tcpCandidates } from '../lib/core/settings/traffic/listeners';
import { chooseTraffic } from '../lib/core/settings/traffic/traffic';
import { JsonNode } from '../lib/core/syntax/json-tree';
import { dockerrunOrigin } from '../lib/origin';
import { textOf } from './cases/case';
import { fileCases } from './cases/stages';

/*
 * Every value of every file that can be deployed is either in the synthesized template, at the place that the ledger
 * names and with the value of the file, or the ledger gives the reason.
 */
const MODES = ['bridge', 'awsvpc', 'host', 'none'] as const;

type NamedText = readonly [name: string, text: string];

function filesBelow(folder: string): NamedText[] {
  return readdirSync(join(__dirname, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && !/options\.json|settings\.json/.test(file))
    .map((file) => [join(folder, file), readFileSync(join(__dirname, folder, file), 'utf8')]);
}

const CASES = fileCases().map(({ rule, name, given }): NamedText => [`${rule}: ${name}`, textOf(given)]);
const FILES = [...filesBelow('fixtures'), ...CASES, ...filesBelow('../bin/sample')];
const deployable = FILES.flatMap(([name, text]) => MODES.map((mode) => [name, mode, text] as const))
  .filter(([, mode, text]) => ledger(text, mode) !== undefined);

/** The ledger of a file, unless something keeps it from being deployed. */
function ledger(text: string, networkMode: NetworkModeName) {
  const reading = readDockerrun(text, { strict: false, substitutions: {} });
  if (!reading.document || hasErrors(reading.findings)) return undefined;
  const { document } = reading;
  const [first] = tcpCandidates(document.spec);
  const ambiguous = chooseTraffic(document.spec, {}).kind === 'ambiguous';
  const listeners = ambiguous ? [{ port: 80, containerName: first.containerName, containerPort: first.containerPort }] : undefined;
  const { problems, plan } = planEcs(document, { vpc: false, networkMode, listeners });
  if (!plan) return undefined;
  const findings = [...reading.findings, ...reading.locate(problems)];
  return { document, listeners, entries: ledgerOf(document, findings, DROPPING_RULES) };
}

test('there are files to test with in every mode', () => {
  const counts = MODES.map((mode) => deployable.filter(([, candidate]) => candidate === mode).length);
  expect(Math.min(...counts)).toBeGreaterThan(2);
  expect(Math.max(...counts)).toBeGreaterThan(30);
});

test.each(deployable)('%s (%s) is accounted for', (_name, mode, text) => {
  const { document, listeners, entries } = ledger(text, mode)!;
  expect(entries.filter(({ template, because }) => template === '' && because === '')).toEqual([]);

  const stack = new Stack(new App(), 'Test');
  new EcsEnvironment(stack, 'Environment', { dockerrun: Dockerrun._of(dockerrunOrigin({ text }, {}), true), networkMode: mode as NetworkMode, listeners });
  const [taskDefinition] = Object.values(Template.fromStack(stack).findResources('AWS::ECS::TaskDefinition'));
  const wrong = entries.filter(({ template }) => template !== '').filter((entry) => !isThere(entry, document.root, taskDefinition.Properties));
  expect(wrong).toEqual([]);
});

/** Whether the template holds the value of the file where the ledger says. */
function isThere({ path, template }: LedgerEntry, root: JsonNode, properties: object): boolean {
  const written = valuesAt(root, path);
  const found = follow(properties, template.replace(/^TaskDefinition\./, ''));
  if (found === undefined || typeof found === 'object') return written.length === 0;
  if (typeof found === 'boolean') return written.some((value) => String(value).toLowerCase() === String(found));
  return written.some((value) => String(value) === String(found) || String(value).split(/\s+/).includes(String(found)));
}

function valuesAt(node: JsonNode, path: string): unknown[] {
  if (node.path === path && 'value' in node) return [node.value];
  if (node.kind === 'object') return node.members.flatMap(({ value }) => valuesAt(value, path));
  return node.kind === 'array' ? node.items.flatMap((item) => valuesAt(item, path)) : [];
}

/** Follows `ContainerDefinitions[0].Environment[Name=X].Value` into an object. */
function follow(from: any, path: string): unknown {
  return [...path.matchAll(/\[Name=([^\]]+)\]|\["([^"]+)"\]|\[(\d+)\]|([^.[\]]+)/g)].reduce((value, [, name, quoted, index, key]) => {
    if (name !== undefined) return value?.find((entry: { Name: string }) => entry.Name === name);
    return value?.[quoted ?? index ?? key];
  }, from);
}

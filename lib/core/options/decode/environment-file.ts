import { JsonMember, JsonNode, JsonObject, member } from '../../syntax/json-tree';
import { EnvironmentFacts, tierOf } from '../environment-facts';
import { environmentKey, settingsForm } from '../rules/read';
import { nameText, shownKind } from './decode-value';
import { decodeOptionSettings } from './option-settings';
import { reportRepeated } from './repeated';
import { SourceContext } from './source-context';

/** Keys that only describe the file. */
const SILENT = new Set(['AWSConfigurationTemplateVersion', 'EnvironmentConfigurationMetadata', 'EnvironmentTier']);

/** What a stack does for the keys that are no option settings. */
const INSTEAD: Readonly<Record<string, string>> = {
  Platform:
    'Leave it out: the stack runs the ECS-optimized AMI, and its version is the one that is current when an instance '
    + 'starts.',
  SolutionStack:
    'Leave it out: the stack runs the ECS-optimized AMI, and its version is the one that is current when an instance starts.',
  Tags: 'Tag the stack, as in Tags.of(environment).add(key, value).',
  CName: 'Give the load balancer a name of your own, with domainName and hostedZone or with a record in your DNS.',
  EnvironmentName: 'Name the stack or the construct instead.',
  EnvironmentLinks: 'Pass the address of the other environment with environmentProperties.',
};

/** `env.yaml`, or a saved configuration. */
export function decodeEnvironmentFile(root: JsonNode, context: SourceContext): EnvironmentFacts {
  if (root.kind === 'null') return {};
  if (root.kind !== 'object') {
    context.report(
      settingsForm, root, `The file has to be a map with OptionSettings, got ${shownKind(root)}.`,
      'Start it with "OptionSettings:".',
    );
    return {};
  }
  reportRepeated(root, context.report);
  for (const entry of root.members) decodeKey(entry, context);
  return factsOf(root);
}

function decodeKey({ key, place, value }: JsonMember, context: SourceContext): void {
  if (key === 'OptionSettings') {
    decodeOptionSettings(value, context);
  } else if (!SILENT.has(key) && value.kind !== 'null') {
    context.report(
      environmentKey, place, `is no option setting (${shownKind(value)}), and the stack does not read it.`,
      INSTEAD[key] ?? 'Remove it, or correct its name.',
    );
  }
}

function factsOf(root: JsonObject): EnvironmentFacts {
  const tier = member(root, 'EnvironmentTier')?.value;
  return tier?.kind === 'object' ? tierOf(nameText(member(tier, 'Name')?.value)) : {};
}

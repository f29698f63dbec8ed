import { table } from '../../finding/table';
import { JsonMember, JsonNode, JsonObject, member } from '../../syntax/json-tree';
import { EnvironmentFacts, tierOf } from '../environment-facts';
import { platformAt } from '../platform';
import { environmentKey, settingsForm } from '../rules/read';
import { nameText, shownKind } from './decode-value';
import { decodeOptionSettings } from './option-settings';
import { reportRepeated } from './repeated';
import { SourceContext } from './source-context';

/** Keys that only describe the file. */
const SILENT = new Set(['AWSConfigurationTemplateVersion', 'EnvironmentConfigurationMetadata', 'EnvironmentTier']);

/** What a stack does for the keys that are no option settings. */
const INSTEAD = table<string>({
  Platform:
    'Leave it out: the stack runs the ECS-optimized AMI, and its version is the one that is current when an instance '
    + 'starts.',
  SolutionStack:
    'Leave it out: the stack runs the ECS-optimized AMI, and its version is the one that is current when an instance '
    + 'starts.',
  Tags: 'Tag the stack, as in Tags.of(environment).add(key, value).',
  CName: 'Give the load balancer a name of your own, with domainName and hostedZone or with a record in your DNS.',
  EnvironmentName: 'Name the stack or the construct instead.',
  EnvironmentLinks: 'Pass the address of the other environment with environmentProperties.',
});

const OTHER_PLATFORM =
  'Move to ECS on Amazon Linux 2023, and name its version with platform: BeanstalkPlatform.ecsAl2023(version); compose '
  + 'files move to Docker on it, with dockerAl2023(version).';

/** What a stack with an environment of Elastic Beanstalk does for them, where that is something else. */
const ON_BEANSTALK = table<string>({
  Platform: OTHER_PLATFORM,
  SolutionStack: OTHER_PLATFORM,
  CName: 'Set cnamePrefix, once no other environment has that name.',
  EnvironmentName: 'Set environmentName, once no other environment has that name.',
});

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
  return factsOf(root, context);
}

function decodeKey({ key, place, value }: JsonMember, context: SourceContext): void {
  const { onBeanstalk, source, report } = context;
  if (key === 'OptionSettings') {
    decodeOptionSettings(value, context);
  } else if (
    !SILENT.has(key)
    && value.kind !== 'null'
    && !(onBeanstalk && platformAt(platformNode(key, value), source))
  ) {
    report(
      environmentKey,
      place,
      `is no option setting (${shownKind(value)}), and the stack does not read it.`,
      (onBeanstalk ? ON_BEANSTALK[key] : undefined) ?? INSTEAD[key] ?? 'Remove it, or correct its name.',
    );
  }
}

/** What names the platform: a solution stack, or the ARN in a map. */
function platformNode(key: string, value: JsonNode): JsonNode | undefined {
  if (key === 'SolutionStack') return value;
  return key === 'Platform' && value.kind === 'object' ? member(value, 'PlatformArn')?.value : undefined;
}

function factsOf(root: JsonObject, { source }: SourceContext): EnvironmentFacts {
  const tier = member(root, 'EnvironmentTier')?.value;
  const platforms = root.members.map(({ key, value }) => platformAt(platformNode(key, value), source));
  const platform = platforms.find((named) => named !== undefined);
  return {
    ...(tier?.kind === 'object' && tierOf(nameText(member(tier, 'Name')?.value))), ...(platform && { platform }),
  };
}

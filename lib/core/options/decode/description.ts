import { JsonNode, JsonObject, member } from '../../syntax/json-tree';
import { EnvironmentFacts, tierOf } from '../environment-facts';
import { platformAt } from '../platform';
import { settingsForm } from '../rules/read';
import { nameText, shownKind } from './decode-value';
import { chosenAmong } from './listed';
import { decodeEntries } from './option-settings';
import { SourceContext } from './source-context';

const KEYS = { namespace: 'Namespace', optionName: 'OptionName', value: 'Value', resourceName: 'ResourceName' };
const LIST = 'ConfigurationSettings';
const COMMAND = 'aws elasticbeanstalk describe-configuration-settings';

/** What `describe-configuration-settings` prints. Every option is listed there; most of them nobody chose. */
export function decodeDescription(root: JsonNode, context: SourceContext): EnvironmentFacts {
  const list = root.kind === 'object' ? member(root, LIST)?.value : undefined;
  const [first, second] = list?.kind === 'array' ? list.items : [];
  if (first?.kind !== 'object') {
    context.report(
      settingsForm, root, `The file has to hold ${LIST} with one environment, got ${shownKind(list ?? root)}.`,
      `Save the output of ${COMMAND}.`,
    );
    return {};
  }
  if (second) {
    context.report(
      settingsForm, second, 'is a second environment; only the first one is read.',
      `Name one environment to ${COMMAND}.`,
    );
  }
  const settings = member(first, 'OptionSettings')?.value;
  if (settings?.kind === 'array') decodeEntries(chosenAmong(settings.items, context), KEYS, context);
  return factsOf(first, context);
}

function factsOf(environment: JsonObject, { source }: SourceContext): EnvironmentFacts {
  const tier = member(environment, 'Tier')?.value;
  const [arn, stack] = ['PlatformArn', 'SolutionStackName'].map((key) => member(environment, key)?.value);
  const platform = platformAt(arn, source) ?? platformAt(stack, source);
  return {
    ...(tier?.kind === 'object' && tierOf(nameText(member(tier, 'Name')?.value))), ...(platform && { platform }),
  };
}

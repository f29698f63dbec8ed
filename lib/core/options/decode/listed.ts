import { table } from '../../finding/table';
import { JsonNode, JsonObject, member } from '../../syntax/json-tree';
import { findNamespace, findOption } from '../catalogue';
import { describedValue } from '../rules/read';
import { nameText } from './decode-value';
import { SourceContext } from './source-context';

const LAUNCH = 'aws:autoscaling:launchconfiguration';

/** What is listed always and tells nothing of a choice: the image and the groups that Beanstalk made. */
const MADE = new Set([
  `${LAUNCH} ImageId`, `${LAUNCH} SecurityGroups`, 'aws:elbv2:loadbalancer SecurityGroups',
  'aws:elbv2:loadbalancer ManagedSecurityGroup', 'aws:elb:loadbalancer SecurityGroups',
  'aws:elb:loadbalancer ManagedSecurityGroup', 'aws:elasticbeanstalk:healthreporting:system ConfigDocument',
]);

/** Values that Beanstalk, its console or its command line set unasked, beside the defaults of the catalogue. */
const UNASKED = table<RegExp>({
  [`${LAUNCH} SSHSourceRestriction`]: /^tcp,\s*22,\s*22,\s*0\.0\.0\.0\/0$/,
  [`${LAUNCH} IamInstanceProfile`]: /^aws-elasticbeanstalk-ec2-role$/,
  'aws:ec2:instances SupportedArchitectures': /^x86_64$/,
  'aws:elasticbeanstalk:environment ServiceRole': /(^|\/)aws-elasticbeanstalk-service-role$/,
  'aws:elasticbeanstalk:managedactions ServiceRoleForManagedUpdates': /./,
  'aws:elasticbeanstalk:healthreporting:system SystemType': /^enhanced$/,
});

/**
 * What counts whatever its value is. It says that there is something: without it, a listener on its usual ways would be
 * gone. Or it says how many instances run, which is seen and paid for.
 */
const TELLING = ['ListenerEnabled', 'Priority', 'LoadBalancerType', 'EnvironmentType', 'MinSize', 'MaxSize'];

const OLD_POLICY = /^ELBSecurityPolicy-2016-08$/;

/** The entries of a complete list that are choices of somebody. Those that cannot tell are told. */
export function chosenAmong(entries: readonly JsonNode[], context: SourceContext): JsonNode[] {
  const hasTypes = entries.some((entry) => entry.kind === 'object' && textAt(entry, 'OptionName') === 'InstanceTypes');
  return entries.filter((entry) => entry.kind !== 'object' || isChosen(entry, hasTypes, context));
}

function isChosen(entry: JsonObject, hasTypes: boolean, context: SourceContext): boolean {
  const [namespace, name] = [textAt(entry, 'Namespace'), textAt(entry, 'OptionName')];
  const value = textAt(entry, 'Value').trim();
  const key = `${namespace} ${name}`;
  const { internal, open } = findNamespace(namespace) ?? {};
  if ((value === '' && open === undefined) || internal || (name === 'InstanceType' && hasTypes)) return false;
  if (MADE.has(key)) {
    reportMade(entry, key, value, context);
    return false;
  }
  if (UNASKED[key]?.test(value) || (name === 'SSLPolicy' && OLD_POLICY.test(value))) return false;
  const { default: usual } = findOption(namespace, name) ?? {};
  return TELLING.includes(name) || usual?.toLowerCase() !== value.toLowerCase();
}

/** The image and further groups may be those of somebody. */
function reportMade(entry: JsonObject, key: string, value: string, { report }: SourceContext): void {
  const [namespace, name] = key.split(' ');
  const isImage = name === 'ImageId';
  if (!isImage && (key !== `${LAUNCH} SecurityGroups` || !value.includes(','))) return;
  report(
    describedValue, member(entry, 'Value')!.value,
    `(${name} of ${namespace}) is listed whether somebody chose it or not, so it is not taken, got ${value}.`,
    isImage
      ? 'Pass the image as machineImage if it is one of yours.'
      : 'Pass groups of yours as instanceSecurityGroups.',
  );
}

function textAt(entry: JsonObject, key: string): string {
  return nameText(member(entry, key)?.value) ?? '';
}

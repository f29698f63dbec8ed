import { Severity } from '../../../finding/finding';
import { OptionRule } from '../../../options/rules/option-rule';
import { quoted } from '../../wording';
import { TargetRule } from '../target-rule';

/** What CloudFormation puts another value in the place of. */
const REFERENCE = /\{\{resolve:[^}]*\}\}/;

const ABOUT = {
  severity: Severity.WARNING,
  reason:
    'CloudFormation puts the secret or the parameter in its place, with the rights of whoever deploys; Elastic '
    + 'Beanstalk leaves it as it is in a Dockerrun file.',
  link: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html',
  strict: true,
  fields: [],
} as const;

const HINT = 'Reference the secret with "secrets" of the container, which Amazon ECS reads with the execution role.';

export const dynamicReference: TargetRule = {
  ...ABOUT,
  code: 'DR4174',
  name: 'dynamic-reference',
  summary: 'No value of the file is a dynamic reference of CloudFormation.',
  concerns: 'task',
  target: 'ecs',
  check(spec, _, { at, report }) {
    for (const [owner, key, text] of [...spec.containers, ...spec.volumes].flatMap(textsIn)) {
      if (!REFERENCE.test(text)) continue;
      report(at(owner, key), `must be no dynamic reference of CloudFormation, got ${quoted(text)}.`, HINT, []);
    }
  },
};

export const dynamicSetting: OptionRule = {
  ...ABOUT,
  code: 'DR6090',
  name: 'dynamic-setting',
  summary: 'No value of an option setting is a dynamic reference of CloudFormation.',
  check({ value, place, source }, { report }) {
    if (source.kind === 'props' || !REFERENCE.test(value)) return;
    report(place, `must be no dynamic reference of CloudFormation, got ${quoted(value)}.`, HINT);
  },
};

/** Each text with the object or the list that it is in. */
function textsIn(owner: object): (readonly [object, string | number, string])[] {
  const isList = Array.isArray(owner);
  return Object.entries(owner).flatMap(([name, value]: [string, unknown]) => {
    const key = isList ? Number(name) : name;
    if (typeof value === 'string') return [[owner, key, value] as const];
    return typeof value === 'object' && value !== null ? textsIn(value) : [];
  });
}

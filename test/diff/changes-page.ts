import { EFFECTS, Effect } from '../../lib/core/diff/model';
import { Resource, Template } from '../../lib/core/diff/template/cfn-template';
import { ENVIRONMENT, OPTION_EDITS, OPTION_WORDS, versionRoll } from '../../lib/core/diff/words/beanstalk';
import { Does, Edit, EDITS } from '../../lib/core/diff/words/edits';
import { REASONS } from '../../lib/core/diff/words/ways';

const HEAD = `# What an edit does

Written by \`npx projen docs\` from the tables in \`lib/core/diff/words\`. What your own edit does, the command says:

\`\`\`sh
npx cdk-dockerrun diff --from HEAD~1                     # a bundle, with its last revision in git
npx cdk-dockerrun diff cdk.out --from deployed.json      # your own app, with the template that is deployed
\`\`\`

[The way back](back-and-delete.md) from a version that does not come up, and what deletion does, is a page of its own.
`;

const MEANINGS: Readonly<Record<Effect, string>> = {
  'nothing': 'The templates do the same.',
  'in place': 'CloudFormation changes it while everything serves.',
  'rolls': 'Tasks or instances are exchanged, some of them serving all the time.',
  'removed': 'Something is deleted that has data, or an address that others know.',
  'replaced': 'Another one takes the place of something that has data, or an address that others know.',
  'outage': 'Some requests get no answer for a time.',
  'cannot be deployed': 'AWS refuses it now and on every retry, and CloudFormation goes back.',
};

const DOES: Readonly<Record<Does, string>> = {
  'in place': 'It changes in place.',
  'tasks': 'Tasks are exchanged for new ones.',
  'instances': 'Instances are exchanged for new ones.',
  'another': 'Another one takes its place.',
};

const POLICIES = ['AllAtOnce', 'Rolling', 'RollingWithAdditionalBatch', 'Immutable', 'TrafficSplitting'];

/** docs/guide/changes.md */
export function changesPage(): string {
  return [
    HEAD, table(['Word', 'Meaning'], EFFECTS.map((effect) => [effect, MEANINGS[effect]])),
    '## On Amazon ECS\n', 'It also may be, by what else is there, that several deployments are needed.\n',
    table(['Edit of', 'What happens', 'It may be that'], rows()),
    '## On Elastic Beanstalk\n',
    'Without a row here, an option changes in place.\n',
    table(['Options', 'What happens'], optionRows()),
    table(
      ['Deployment policy', 'What a version does'],
      POLICIES.map((policy) => [policy, versionRoll(environmentWith(policy))]),
    ),
    '## What takes more than one deployment\n',
    ...Object.values(REASONS).map((reason) => [
      `### ${reason.title}\n`, `${reason.effect === 'outage' ? 'An outage' : 'It cannot be deployed'}. ${reason.why}\n`,
      ...steps(reason.way), '',
    ].join('\n')),
  ].join('\n').trimEnd().concat('\n');
}

/** Keys and props that lead to the same are one row. */
function rows(): string[][] {
  const all = new Map<string, { readonly edit: Edit; readonly from: readonly string[] }>();
  for (const edit of EDITS.filter(({ from = [] }) => from.length > 0)) {
    const key = [edit.does, edit.says, edit.may].join();
    const { from } = all.get(key) ?? { from: [] };
    all.set(key, { edit, from: [...new Set([...from, ...edit.from!])] });
  }
  return [...all.values()].map(({ edit: { does, says = '', may = [] }, from }) => [
    from.map((name) => (/ /.test(name) ? name : `\`${name}\``)).join(', '), `${DOES[does]} ${says}`.trim(),
    may.map((kind) => linkTo(REASONS[kind].title)).join('; '),
  ]);
}

/** To a heading, as GitHub names it. */
function linkTo(title: string): string {
  const anchor = title.toLowerCase().replace(/[^a-z0-9 -]/g, '').replaceAll(' ', '-');
  return `[${title.charAt(0).toLowerCase()}${title.slice(1)}](#${anchor})`;
}

function optionRows(): string[][] {
  return OPTION_EDITS.map(({ namespace, names, does }) => {
    const { says, link } = OPTION_WORDS[does];
    const options = names ? names.map((name) => `\`${name}\``).join(', ') : 'all';
    return [`${options} of \`${namespace}\``, `${says} [AWS](${link})`];
  });
}

function environmentWith(policy: string): Resource {
  const option = (Namespace: string, OptionName: string, Value: string) => ({ Namespace, OptionName, Value });
  const OptionSettings = [
    option('aws:elasticbeanstalk:command', 'DeploymentPolicy', policy),
    option('aws:elasticbeanstalk:command', 'BatchSizeType', 'Percentage'),
    option('aws:elasticbeanstalk:command', 'BatchSize', '50'),
  ];
  return Template.of({ Resources: { Shop: { Type: ENVIRONMENT, Properties: { OptionSettings } } } })!.get('Shop')!;
}

function steps(way: readonly string[]): string[] {
  return way.length === 1 ? [way[0]] : way.map((step, index) => `${index + 1}. ${step}`);
}

function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...body.map(row), ''].join('\n');
}

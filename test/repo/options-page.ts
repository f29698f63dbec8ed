import { CatalogueNamespace, CatalogueOption, OptionType } from '../../lib/core/options/catalogue/option';
import { Answer } from '../../lib/core/translation/answer';
import { answersByValue, answerTo } from '../../lib/core/translation/answers';

const INTRODUCTION = `# Option settings

Written by \`npx projen docs\` from the catalogue in \`lib/core/options/catalogue\`.

Every option that AWS documents for Elastic Beanstalk, with what native ECS makes of it. A prop in the last column is one
of \`EcsEnvironment\`; a colon leads into it. Names and values are told apart by case, as on Beanstalk.

Settings come from \`.ebextensions/*.config\` (later files win), \`env.yaml\`, saved configurations, the output of
\`aws elasticbeanstalk describe-configuration-settings\`, and props; each wins over those before it. For \`env.yaml\` and for
a described environment AWS documents no rank: the first has the form of a saved configuration, and the second is what is
in effect.

[RULES.md](RULES.md) lists what is reported about settings; those rules have codes from DR6001.
`;

const TYPES: Readonly<Record<OptionType, string>> = {
  text: 'text', flag: 'true, false', whole: 'whole number', decimal: 'number', choice: '', list: 'list',
};

/** docs/OPTIONS.md: every namespace with its options. */
export function optionsPage(catalogue: readonly CatalogueNamespace[]): string {
  return [INTRODUCTION, ...catalogue.filter(({ internal }) => !internal).map(namespaceSection)].join('\n');
}

function namespaceSection(namespace: CatalogueNamespace): string {
  const { name, about, options, open } = namespace;
  const rows = [
    ...options.map((option) =>
      row(option.name, valuesOf(option), defaultOf(option), answersTo(name, option.name), remarks(option)),
    ),
    ...(open === undefined ? [] : [row(`(${open})`, 'text', '', answersTo(name, ''), [])]),
  ];
  const head = ['| Option | Values | Default | On ECS |', '| --- | --- | --- | --- |'];
  return [
    `## ${name}\n`,
    `${sentence(about)}${remarks(namespace)
      .map((remark) => ` ${sentence(remark)}`)
      .join('')}\n`,
    ...head,
    ...rows,
    '',
  ].join('\n');
}

/** What narrows a namespace or an option. */
function remarks({ tier, loadBalancers, ...rest }: Partial<CatalogueNamespace & CatalogueOption>): string[] {
  return [
    ...(tier ? [`${tier} tier`] : []),
    ...(loadBalancers ? [`load balancer: ${loadBalancers.join(', ')}`] : []),
    ...(rest.platforms ? [`only ${rest.platforms}`] : []),
    ...(rest.needsResourceName ? ['each setting has a resource_name'] : []),
    ...(rest.retired ? [`retired; instead: ${rest.retired}`] : []),
  ];
}

function row(name: string, values: string, initial: string, answers: string, notes: readonly string[]): string {
  const label = [name, ...notes.map((note) => `*${note}*`)].join('<br>');
  return `| ${[label, values, initial, answers].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function valuesOf({ type, values, min, max, form }: CatalogueOption): string {
  if (type === 'list') {
    return [values ? `list of ${values.join(', ')}` : 'list', ...(max === undefined ? [] : [`at most ${max}`])].join(
      ', ',
    );
  }
  if (values) return values.join(', ');
  if (form) return form.words;
  if (min === undefined) return TYPES[type];
  return max === undefined ? `${min} or more` : `${min} to ${max}`;
}

function defaultOf({ default: initial, defaultNote }: CatalogueOption): string {
  return [
    ...(initial === undefined ? [] : [`\`${initial}\``]), ...(defaultNote === undefined ? [] : [defaultNote]),
  ].join('; ');
}

/** The answer, and those that only hold for some values. */
function answersTo(namespace: string, option: string): string {
  const special = Object.entries(answersByValue(namespace, option)).map(
    ([value, answer]) => `${value}: ${answerText(answer)}`,
  );
  return [answerText(answerTo(namespace, option)), ...special].join('<br>');
}

function answerText(answer: Answer | undefined): string {
  switch (answer?.kind) {
    case 'becomes': return `\`${answer.prop}\``;
    case 'unneeded': return `Not needed: ${answer.because}`;
    case 'instead': return answer.edit;
    case 'refused': return `Refused: ${answer.must}. ${answer.edit}`;
    default: return '';
  }
}

function sentence(text: string): string {
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

import { CATALOGUE, findNamespace, findOption, namespacesWith, nearestNamespace, nearestOption } from '../../lib/core/options/catalogue';
import { CatalogueNamespace, CatalogueOption } from '../../lib/core/options/catalogue/option';
import { readOptions } from '../../lib/core/reading/read-options';

const options = CATALOGUE.flatMap((namespace) => namespace.options.map((option) => ({ namespace, option })));

function label({ namespace, option }: { namespace: CatalogueNamespace; option: CatalogueOption }): string {
  return `${namespace.name} ${option.name}`;
}

function repeated(words: readonly string[]): string[] {
  return words.filter((word, index) => words.indexOf(word) !== index);
}

/** The findings of a setting, without those about retirement and platform. */
function findingsOf(namespace: string, optionName: string, value: string) {
  const { files } = readOptions({ sources: [], props: [{ namespace, optionName, resourceName: 'Name', value }] });
  return files.flatMap(({ findings }) => findings).filter(({ code }) => code === 'DR6012' || code === 'DR6013').map(({ code, message }) => `${code} ${message}`);
}

/** A name of the user's in the place of `<port>` and the like. */
function concrete(name: string): string {
  return name.replace('<port>', '8080').replace(/<\w+>/, 'own');
}

test('the catalogue holds the namespaces and options that Beanstalk documents', () => {
  const documented = CATALOGUE.filter(({ internal }) => !internal);
  expect([documented.length, documented.flatMap((namespace) => namespace.options).length]).toEqual([49, 224]);
});

test('no namespace and no option stands there twice', () => {
  expect(repeated(CATALOGUE.map(({ name }) => name))).toEqual([]);
  expect(repeated(options.map(label))).toEqual([]);
});

test.each(options.filter(({ option }) => option.default !== undefined).map((entry) => [label(entry), entry] as const))('the default of %s is valid', (_name, { namespace, option }) => {
  expect(findingsOf(concrete(namespace.name), option.name, option.default!)).toEqual([]);
});

const bounded = options.filter(({ option }) => option.type === 'whole' && option.min !== undefined && option.max !== undefined);

test.each(bounded.map((entry) => [label(entry), entry] as const))('the range of %s ends where it says', (_name, { namespace, option }) => {
  const of = (value: number) => findingsOf(concrete(namespace.name), option.name, String(value));
  expect([of(option.min!), of(option.max!)]).toEqual([[], []]);
  expect([of(option.min! - 1), of(option.max! + 1)]).toEqual([
    [`DR6013 \`optionSettings[0]\` (${option.name} of ${concrete(namespace.name)} for Name) has to be from ${option.min} to ${option.max}, got "${option.min! - 1}".`],
    [`DR6013 \`optionSettings[0]\` (${option.name} of ${concrete(namespace.name)} for Name) has to be from ${option.min} to ${option.max}, got "${option.max! + 1}".`],
  ]);
});

describe('looking up', () => {
  test('minds the case, as Beanstalk does', () => {
    expect(findOption('aws:autoscaling:asg', 'MinSize')).toMatchObject({ type: 'whole', min: 1, max: 10000, default: '1' });
    expect(findOption('aws:autoscaling:asg', 'minSize')).toBeUndefined();
    expect(findOption('AWS:autoscaling:asg', 'MinSize')).toBeUndefined();
  });

  test.each([
    ['aws:elbv2:listener:443', 'aws:elbv2:listener:<port>'],
    ['aws:elbv2:listener:default', 'aws:elbv2:listener:default'],
    ['aws:elb:listener:65535', 'aws:elb:listener:<port>'],
    ['aws:elasticbeanstalk:environment:process:web', 'aws:elasticbeanstalk:environment:process:<process>'],
    ['aws:elbv2:listenerrule:api', 'aws:elbv2:listenerrule:<rule>'],
    ['aws:elb:policies:sticky', 'aws:elb:policies:<policy>'],
  ])('%s is %s', (name, found) => {
    expect(findNamespace(name)?.name).toBe(found);
  });

  test.each(['aws:elb:listener:65536', 'aws:elb:listener:0', 'aws:elb:listener:https', 'aws:elbv2:listener:', 'aws:elbv2:listenerrule', '', ':', 'aws'])('%j is none', (name) => {
    expect(findNamespace(name)).toBeUndefined();
  });
});

describe('what is meant', () => {
  test.each([
    ['aws:autoscaling:trigers', 'aws:autoscaling:trigger'],
    ['aws:elbv2:listner:8443', 'aws:elbv2:listener:8443'],
    ['aws:elasticbeanstalk:environment:proces:api', 'aws:elasticbeanstalk:environment:process:api'],
    ['aws:ec2:VPC', 'aws:ec2:vpc'],
    ['com:example', undefined],
  ])('%s: %s', (name, meant) => {
    expect(nearestNamespace(name)).toBe(meant);
  });

  test('an option of the namespace, or the namespaces that have it', () => {
    expect(nearestOption(findNamespace('aws:autoscaling:asg')!, 'Minsize')).toBe('MinSize');
    expect(nearestOption(findNamespace('aws:autoscaling:asg')!, 'InstanceTypes')).toBeUndefined();
    expect(namespacesWith('InstanceTypes')).toEqual(['aws:ec2:instances']);
  });
});

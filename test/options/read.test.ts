import { isPlatformFile, OptionSource, SourceKind, sourceKindOf } from '../../lib/core/options/setting';
import { readOptions } from '../../lib/core/reading/read-options';

const ASG = 'aws:autoscaling:asg';
const VARIABLES = 'aws:elasticbeanstalk:application:environment';

function source(text: string, name = '.ebextensions/01.config', kind: SourceKind = 'extension'): OptionSource {
  return { kind, name, text };
}

/** The settings as lines, weakest source first. */
function lines(...sources: readonly OptionSource[]): string[] {
  return readOptions({ sources }).settings.map(({ namespace, optionName, resourceName, value }) =>
    [namespace, ...(resourceName ? [resourceName] : []), `${optionName}=${value}`].join(' '),
  );
}

function codes(...sources: readonly OptionSource[]): string[] {
  return readOptions({ sources }).files.flatMap(({ findings }) =>
    findings.map(({ code, line, column }) => `${code} ${line}:${column}`),
  );
}

describe('a file of .ebextensions', () => {
  test('in map form', () => {
    expect(lines(source('option_settings:\n  aws:autoscaling:asg:\n    MinSize: 2\n    MaxSize: "4"\n'))).toEqual([
      `${ASG} MinSize=2`, `${ASG} MaxSize=4`,
    ]);
  });

  test('in list form, where the namespace may be left out', () => {
    const text =
      'option_settings:\n  - namespace: aws:autoscaling:asg\n    option_name: MinSize\n    value: 2\n  - '
      + 'option_name: MODE\n    value: fast\n';
    expect(lines(source(text))).toEqual([`${ASG} MinSize=2`, `${VARIABLES} MODE=fast`]);
  });

  test('with a resource', () => {
    const text =
      'option_settings:\n  - namespace: aws:autoscaling:scheduledaction\n    resource_name: Morning\n    '
      + 'option_name: MinSize\n    value: 4\n';
    expect(lines(source(text))).toEqual(['aws:autoscaling:scheduledaction Morning MinSize=4']);
  });

  test('as JSON', () => {
    const text = '{ "option_settings": { "aws:autoscaling:asg": { "MinSize": 2 } } }';
    expect(lines(source(text))).toEqual([`${ASG} MinSize=2`]);
  });

  test('as YAML in braces', () => {
    expect(lines(source('{ option_settings: { "aws:autoscaling:asg": { MinSize: 2 } } } # all\n'))).toEqual([
      `${ASG} MinSize=2`,
    ]);
  });

  test('as JSON that is broken: what is wrong is said of the JSON', () => {
    expect(codes(source('{ "option_settings": { "aws:autoscaling:asg": { "MinSize": 2 "MaxSize": 4 } } }'))).toEqual([
      'DR0003 1:62',
    ]);
  });

  test.each([
    '', '\n', '# nothing\n', '---\n', 'option_settings:\n', 'option_settings: []\n', 'option_settings: {}\n',
    'option_settings:\n  aws:autoscaling:asg:\n',
  ])('%j sets nothing, and nothing is wrong with it', (text) => {
    expect([lines(source(text)), codes(source(text))]).toEqual([[], []]);
  });

  test('with a byte-order mark and Windows line ends', () => {
    const text = '\uFEFFoption_settings:\r\n  aws:autoscaling:asg:\r\n    MinSize: none\r\n';
    expect(codes(source(text))).toEqual(['DR6012 3:14']);
  });
});

describe('values', () => {
  const valueOf = (text: string) =>
    lines(source(`option_settings:\n  ${VARIABLES}:\n    A: ${text}\n`)).map((line) =>
      line.slice(`${VARIABLES} A=`.length),
    );

  test.each([
    ['text', 'text'],
    ['"80"', '80'],
    ['80', '80'],
    ['true', 'true'],
    ['[a, b]', 'a,b'],
    ['[1, true]', '1,true'],
    ['2015-05-14T07:00:00Z', '2015-05-14T07:00:00Z'],
    ['0.5', '0.5'],
    ['-1', '-1'],
    ['""', ''],
    ['|\n      a\n      b', 'a\nb\n'],
    ['!!binary aGk=', 'aGk='],
    ['12345678901', '12345678901'],
  ])('%j is %j', (written, read) => {
    expect(valueOf(written)).toEqual([read]);
  });

  test('an object is JSON where the option is a document', () => {
    const text =
      'option_settings:\n  aws:elasticbeanstalk:healthreporting:system:\n    ConfigDocument:\n      Version: 1\n     '
      + ' Rules: { Environment: [true, null] }\n';
    expect(lines(source(text))).toEqual([
      'aws:elasticbeanstalk:healthreporting:system ConfigDocument={"Version":1,"Rules":{"Environment":[true,null]}}',
    ]);
  });

  test('anchors and merges stand for what they name, and what is written out wins', () => {
    const text =
      'Mappings:\n  base: &base\n    MinSize: 2\n    MaxSize: 4\noption_settings:\n  aws:autoscaling:asg:\n'
      + '    <<: *base\n    MaxSize: 6\n';
    expect(lines(source(text))).toEqual([`${ASG} MinSize=2`, `${ASG} MaxSize=6`]);
  });

  test('a tag is short for a function, which only Beanstalk can work out', () => {
    const text =
      'option_settings:\n  aws:ec2:vpc:\n    VPCId: !Ref Vpc\n    Subnets: !Split [",", a]\n    ELBSubnets: !GetAtt '
      + 'Vpc.Id\n';
    expect(lines(source(text))).toEqual([
      'aws:ec2:vpc VPCId={"Ref":"Vpc"}', 'aws:ec2:vpc Subnets={"Fn::Split":[",","a"]}',
      'aws:ec2:vpc ELBSubnets={"Fn::GetAtt":"Vpc.Id"}',
    ]);
    expect(codes(source(text))).toEqual(['DR6019 3:17', 'DR6019 4:21', 'DR6019 5:25']);
  });

  test('a list of merges, and a merge of nothing', () => {
    const text =
      'option_settings:\n  aws:autoscaling:asg:\n    <<: [{ MinSize: 2 }, { MaxSize: 6 }]\n    Cooldown: 10\n  '
      + 'aws:ec2:vpc:\n    <<: none\n    VPCId: vpc-1\n';
    expect(lines(source(text))).toEqual([
      `${ASG} MinSize=2`, `${ASG} MaxSize=6`, `${ASG} Cooldown=10`, 'aws:ec2:vpc VPCId=vpc-1',
    ]);
  });

  test('an anchor that holds itself, and one that stands for too much', () => {
    expect(codes(source('option_settings: &a\n  - *a\n'))).toEqual(['DR6001 1:1']);
    const doubled = Array.from(
      { length: 20 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`,
    ).join('\n');
    expect(codes(source(`a0: &a0 x\n${doubled}\n`))).toEqual(['DR6001 1:1']);
  });

  test('a text that nests deeper than the parser can follow', () => {
    expect(codes(source(`option_settings: ${'['.repeat(20000)}`))).toEqual(['DR6001 1:1']);
  });
});

describe('env.yaml and saved configurations', () => {
  const saved = (text: string) => source(text, '.elasticbeanstalk/saved_configs/prod.cfg.yml', 'saved');

  test('have OptionSettings in map form', () => {
    expect(lines(source('OptionSettings:\n  aws:autoscaling:asg:\n    MinSize: 2\n', 'env.yaml', 'manifest'))).toEqual([
      `${ASG} MinSize=2`,
    ]);
  });

  test('write a resource before the namespace', () => {
    const text =
      'OptionSettings:\n  AWSEBAutoScalingScaleUpPolicy.aws:autoscaling:trigger:\n    UpperBreachScaleIncrement: "2"\n';
    expect(lines(saved(text))).toEqual([
      'aws:autoscaling:trigger AWSEBAutoScalingScaleUpPolicy UpperBreachScaleIncrement=2',
    ]);
  });

  test('tell the tier', () => {
    expect(
      readOptions({ sources: [saved('EnvironmentTier: { Type: SQS/HTTP, Name: Worker }\n')] }).environment,
    ).toEqual({ tier: 'worker' });
  });
});

describe('the description of an environment', () => {
  const described = (environment: object) =>
    source(JSON.stringify({ ConfigurationSettings: [environment] }), 'described.json', 'environment');

  test('holds settings, and options that are not set', () => {
    const OptionSettings = [
      { Namespace: ASG, OptionName: 'MinSize', ResourceName: 'AWSEBAutoScalingGroup', Value: '2' },
      { Namespace: ASG, OptionName: 'Custom Availability Zones', ResourceName: 'AWSEBAutoScalingGroup' },
      {
        Namespace: 'aws:cloudformation:template:parameter', OptionName: 'InstancePort', ResourceName: null, Value: '80',
      },
    ];
    const text = described({ Tier: { Name: 'WebServer', Type: 'Standard', Version: ' ' }, OptionSettings });
    expect(lines(text)).toEqual([`${ASG} AWSEBAutoScalingGroup MinSize=2`]);
    expect(readOptions({ sources: [text] }).environment).toEqual({ tier: 'web' });
    expect(codes(text)).toEqual([]);
  });

  test('of two environments is read for the first', () => {
    const text = source('{"ConfigurationSettings":[{"OptionSettings":[]},{}]}', 'described.json', 'environment');
    expect(codes(text)).toEqual(['DR6004 1:49']);
  });
});

describe('precedence', () => {
  const maxSize = (value: number, key = 'option_settings') =>
    `${key}:\n  aws:autoscaling:asg:\n    MaxSize: ${value}\n`;
  const all = [
    source(maxSize(1), '.ebextensions/01.config'),
    source(maxSize(2), '.ebextensions/02.config'),
    source(maxSize(3, 'OptionSettings'), 'env.yaml', 'manifest'),
    source(maxSize(4, 'OptionSettings'), 'prod.cfg.yml', 'saved'),
    source(
      '{"ConfigurationSettings":[{"OptionSettings":[{"Namespace":"aws:autoscaling:asg","OptionName":"MaxSize","Value":"5"}]}]}',
      'described.json', 'environment',
    ),
  ];

  test.each([1, 2, 3, 4, 5])('of %d sources, the strongest wins in whatever order they are given', (count) => {
    const given = all.slice(0, count);
    expect(lines(...given)).toEqual([`${ASG} MaxSize=${count}`]);
    expect(lines(...given.reverse())).toEqual([`${ASG} MaxSize=${count}`]);
  });

  test('props win over all of them', () => {
    const { settings } = readOptions({ sources: all, props: [{ namespace: ASG, optionName: 'MaxSize', value: '6' }] });
    expect(settings.map(({ value, source: { kind } }) => `${kind} ${value}`)).toEqual(['props 6']);
  });

  test('files go by their names, capitals first, and 10 before 9', () => {
    const files = ['b', 'B', '9', '10', 'a'].map((name, index) =>
      source(maxSize(index + 1), `.ebextensions/${name}.config`),
    );
    expect(readOptions({ sources: files }).files.map((file) => file.source.name)).toEqual(
      ['10', '9', 'B', 'a', 'b'].map((name) => `.ebextensions/${name}.config`),
    );
    expect(lines(...files)).toEqual([`${ASG} MaxSize=1`]);
  });

  test('in one file, the later setting wins', () => {
    expect(lines(source(`${maxSize(1)}${maxSize(2)}`))).toEqual([`${ASG} MaxSize=2`]);
  });

  const ofResource = (namespace: string, resource: string, value: number) =>
    `  - { namespace: ${namespace}, resource_name: ${resource}, option_name: MinSize, value: ${value} }\n`;

  test('settings of two scheduled actions do not meet', () => {
    const [first, second] = ['A', 'B'].map((name) => ofResource('aws:autoscaling:scheduledaction', name, 1));
    expect(lines(source(`option_settings:\n${first}${second}`))).toHaveLength(2);
  });

  test('elsewhere the resource tells nothing, and one value for two resources is no conflict', () => {
    const [same, first, second] = [ofResource(ASG, 'Group', 1), ofResource(ASG, 'Low', 1), ofResource(ASG, 'High', 2)];
    expect([
      lines(source(`option_settings:\n${same}${first}`)), codes(source(`option_settings:\n${same}${first}`)),
    ]).toEqual([[`${ASG} Low MinSize=1`], []]);
    expect(codes(source(`option_settings:\n${first}${second}`))).toEqual(['DR6020 2:88']);
    expect(codes(source(`option_settings:\n${same}`, 'a'), source(`option_settings:\n${first}`, 'b'))).toEqual([
      'DR6020 2:90',
    ]);
  });
});

describe('what is known of the environment', () => {
  const kind = (type: string) =>
    source(`option_settings:\n  aws:elasticbeanstalk:environment:\n    LoadBalancerType: ${type}\n`);

  test.each(['classic', 'application', 'network'])('a load balancer of type %s', (type) => {
    expect(readOptions({ sources: [kind(type)] }).environment).toEqual({ loadBalancer: type });
  });

  test('nothing where the type is none', () => {
    expect(readOptions({ sources: [kind('quick')] }).environment).toEqual({});
  });

  test('what is given wins', () => {
    expect(
      readOptions({ sources: [kind('classic')], environment: { tier: 'web', loadBalancer: 'network' } }).environment,
    ).toEqual({ tier: 'web', loadBalancer: 'network' });
  });
});

test('strict turns names that nobody knows into errors', () => {
  const severity = (strict: boolean) =>
    readOptions({ sources: [source('option_settings:\n  aws:autoscaling:asg:\n    Min: 2\n')], strict }).files[0]
      .findings[0].severity;
  expect([severity(false), severity(true)]).toEqual(['warning', 'error']);
});

test('the files of a bundle that hold settings', () => {
  const paths = [
    '.ebextensions/a.config', '.ebextensions/a.yaml', '.ebextensions/sub/a.config', 'env.yaml', 'sub/env.yaml',
    '.elasticbeanstalk/saved_configs/p.cfg.yml', '.elasticbeanstalk/config.yml',
  ];
  expect(paths.map(sourceKindOf)).toEqual([
    'extension', undefined, undefined, 'manifest', undefined, 'saved', undefined,
  ]);
  expect(['.platform/hooks/a.sh', '.platformer', 'a/.platform/b'].map(isPlatformFile)).toEqual([true, false, false]);
});

test('thousands of aliases stand for the last anchor before them, in a moment', () => {
  const name = 'aws:elasticbeanstalk:application:environment';
  const options = Array.from({ length: 3000 }, (_, index) => `    A${index}: *a`);
  const anchors = ['  x: &a 1', '  y: [*a, 2]', '  z: &a three'];
  const text = ['Mappings:', ...anchors, 'option_settings:', `  ${name}:`, ...options].join('\n');
  const started = process.cpuUsage().user;
  const { settings } = readOptions({ sources: [{ kind: 'extension', name: '.ebextensions/a.config', text }] });
  expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(3);
  expect(settings.map(({ value }) => value)).toEqual(options.map(() => 'three'));
});

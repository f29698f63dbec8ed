import { faultsOf } from './faults';
import { formatOf, overlap, patternOf } from './pattern';
import { Statement, statementsIn } from './statements';

/* The checker finds each kind of mistake, and nothing in statements that AWS documents. */

function faults(statement: Partial<Statement>): Promise<string[]> {
  return faultsOf({ place: 'P', actions: [], resources: ['*'], conditionKeys: [], isNegative: false, ...statement });
}

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:jobs';
const CLUSTER = 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop';

test.each<[string, Partial<Statement>, string[]]>([
  ['an action that there is not', { actions: ['sqs:RecieveMessage'] }, ['P: there is no action sqs:RecieveMessage']],
  ['a service that there is not', { actions: ['sqss:SendMessage'] }, ['P: there is no action sqss:SendMessage']],
  ['an action without a service', { actions: ['SendMessage'] }, ['P: there is no action SendMessage']],
  ['a pattern that fits no action', { actions: ['s3:Gett*'] }, ['P: there is no action s3:Gett*']],
  [
    'a resource of another type', { actions: ['sqs:SendMessage'], resources: [CLUSTER] },
    [`P: sqs:SendMessage acts on none of ${CLUSTER}`, `P: ${CLUSTER} is nothing that sqs:SendMessage acts on`],
  ],
  [
    'an object where a bucket is meant',
    { actions: ['s3:ListBucket'], resources: ['arn:aws:s3:::files/*'] },
    [
      'P: s3:ListBucket acts on none of arn:aws:s3:::files/*',
      'P: arn:aws:s3:::files/* is nothing that s3:ListBucket acts on',
    ],
  ],
  [
    'a bucket where an object is meant',
    { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::files'] },
    [
      'P: s3:GetObject acts on none of arn:aws:s3:::files',
      'P: arn:aws:s3:::files is nothing that s3:GetObject acts on',
    ],
  ],
  [
    'a name instead of an ARN', { actions: ['sqs:SendMessage'], resources: ['jobs'] },
    ['P: sqs:SendMessage acts on none of jobs', 'P: jobs is nothing that sqs:SendMessage acts on'],
  ],
  [
    'a resource for an action that takes none',
    { actions: ['ecs:DiscoverPollEndpoint'], resources: [CLUSTER] },
    [
      `P: ecs:DiscoverPollEndpoint acts on * alone, got ${CLUSTER}`,
      `P: ${CLUSTER} is nothing that ecs:DiscoverPollEndpoint acts on`,
    ],
  ],
  [
    'a resource that no action is about', { actions: ['sqs:SendMessage'], resources: [QUEUE, CLUSTER] },
    [`P: ${CLUSTER} is nothing that sqs:SendMessage acts on`],
  ],
  [
    'an action about none of the resources', { actions: ['sqs:SendMessage', 'ecs:Poll'], resources: [QUEUE] },
    [`P: ecs:Poll acts on none of ${QUEUE}`],
  ],
  [
    'a condition key that there is not', { actions: ['sqs:SendMessage'], conditionKeys: ['sqs:cluster'] },
    ['P: sqs:SendMessage has no condition key sqs:cluster'],
  ],
  [
    'a condition key of other actions',
    { actions: ['ecs:ListServices', 'ecs:DiscoverPollEndpoint'], conditionKeys: ['ecs:cluster'] },
    ['P: ecs:DiscoverPollEndpoint has no condition key ecs:cluster'],
  ],
  [
    'a global condition key that there is not', { actions: ['sqs:SendMessage'], conditionKeys: ['aws:SourceAcount'] },
    ['P: sqs:SendMessage has no condition key aws:SourceAcount'],
  ],
  ['what a statement is not about', { isNegative: true }, ['P: names what it is not about']],
])('%s is found', async (_, statement, expected) => {
  expect(await faults(statement)).toEqual(expected);
});

test.each<[string, Partial<Statement>]>([
  ['a queue', { actions: ['sqs:SendMessage', 'sqs:GetQueueUrl'], resources: [QUEUE] }],
  ['capitals', { actions: ['SQS:sendmessage'], resources: [QUEUE], conditionKeys: ['AWS:sourcearn'] }],
  [
    'a bucket and what is in it',
    { actions: ['s3:ListBucket', 's3:GetObject*'], resources: ['arn:aws:s3:::files', 'arn:aws:s3:::files/*'] },
  ],
  [
    'a repository with slashes in its name',
    { actions: ['ecr:BatchGetImage'], resources: ['arn:aws:ecr:eu-west-1:111122223333:repository/shop/web'] },
  ],
  [
    'all tasks of a cluster',
    {
      actions: ['ecs:StopTask'],
      resources: ['arn:aws:ecs:eu-west-1:111122223333:task/shop/*'],
      conditionKeys: ['ecs:cluster'],
    },
  ],
  ['a key of a tag', { actions: ['ecs:StopTask'], conditionKeys: ['ecs:ResourceTag/stage', 'aws:ResourceTag/stage'] }],
  [
    'a trust policy',
    { actions: ['sts:AssumeRole'], resources: [], conditionKeys: ['sts:ExternalId', 'aws:SourceAccount'] },
  ],
  [
    'a service that a role is passed to',
    {
      actions: ['iam:PassRole'],
      resources: ['arn:aws:iam::111122223333:role/agent'],
      conditionKeys: ['iam:PassedToService'],
    },
  ],
])('%s is right', async (_, statement) => {
  expect(await faults(statement)).toEqual([]);
});

test.each<[string, string, boolean]>([
  ['arn:aws:sqs:eu-west-1:1:jobs', 'arn:${Partition}:sqs:${Region}:${Account}:${QueueName}', true],
  ['arn:aws:sqs:*', 'arn:${Partition}:sqs:${Region}:${Account}:${QueueName}', true],
  ['arn:aws:sqs:eu-west-1:1:jobs/more', 'arn:${Partition}:sqs:${Region}:${Account}:${QueueName}', false],
  ['*', 'arn:${Partition}:s3:::${BucketName}', true],
  ['arn:aws:s3:::*', 'arn:${Partition}:s3:::${BucketName}/${ObjectName}', true],
  ['arn:aws:s3:::a/b/c', 'arn:${Partition}:s3:::${BucketName}/${ObjectName}', true],
  ['', 'arn:${Partition}:s3:::${BucketName}', false],
])('%j and %s', (resource, format, expected) => {
  expect(overlap(patternOf(resource), formatOf(format))).toBe(expected);
});

test('statements are found wherever they stand, with what their functions yield', () => {
  const document = (statement: object) => ({ Version: '2012-10-17', Statement: statement });
  const template = {
    Resources: {
      Queue: { Type: 'AWS::SQS::Queue' },
      Secret: { Type: 'AWS::SecretsManager::Secret' },
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: document({
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'aws:SourceAccount': '1' }, Bool: { 'aws:SecureTransport': 'true' } },
          }),
          Policies: [{ PolicyDocument: document([{ Action: ['a:B'], Resource: { 'Fn::GetAtt': ['Queue', 'Arn'] } }]) }],
        },
      },
      Policy: {
        Type: 'AWS::IAM::Policy',
        Properties: {
          PolicyDocument: document([
            {
              Action: 'a:C',
              Resource: [
                { Ref: 'Secret' },
                { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::', { 'Fn::Sub': 'x-${AWS::Region}' }]] },
              ],
            },
            {
              Action: 'a:D',
              Resource: { 'Fn::Select': [2, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Queue', 'Arn'] }] }] },
              NotAction: 'a:E',
            },
          ]),
        },
      },
    },
  };
  expect(statementsIn(template)).toEqual([
    {
      place: 'Role.AssumeRolePolicyDocument[0]',
      actions: ['sts:AssumeRole'],
      resources: [],
      conditionKeys: ['aws:SourceAccount', 'aws:SecureTransport'],
      isNegative: false,
    },
    {
      place: 'Role.Policies.0.PolicyDocument[0]',
      actions: ['a:B'],
      resources: ['arn:aws:sqs:eu-west-1:111122223333:name'],
      conditionKeys: [],
      isNegative: false,
    },
    {
      place: 'Policy.PolicyDocument[0]',
      actions: ['a:C'],
      conditionKeys: [],
      isNegative: false,
      resources: ['arn:aws:secretsmanager:eu-west-1:111122223333:secret:name-AbCdEf', 'arn:aws:s3:::x-eu-west-1'],
    },
    { place: 'Policy.PolicyDocument[1]', actions: ['a:D'], resources: ['sqs'], conditionKeys: [], isNegative: true },
  ]);
  expect(() =>
    statementsIn({
      Resources: {
        A: { Type: 'AWS::IAM::Policy', Properties: { D: document({ Resource: { 'Fn::GetAtt': ['A', 'Arn'] } }) } },
      },
    }),
  ).toThrow('the ARN of AWS::IAM::Policy is not known here');
});

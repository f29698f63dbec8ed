import { agentStatements, container, containersOf, Json, only, statementsOf, target, templateOf, templateWith } from './helpers';

/** An ARN in the partition of the stack. */
function arn(...rest: (string | object)[]): object {
  return { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ...rest]] };
}

const REGION = { Ref: 'AWS::Region' };
const ACCOUNT = { Ref: 'AWS::AccountId' };

/** Writing to the log group of the environment, which every agent may whose containers configure no logging. */
const WRITE_LOGS = {
  Effect: 'Allow',
  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  Resource: { 'Fn::GetAtt': [expect.stringMatching(/^EnvironmentServiceTaskDefinitionLogGroup/), 'Arn'] },
};

/** What the agent may do for one container besides writing its logs. */
function grantsFor(rest: object): Json[] {
  const [logs, ...others] = agentStatements(templateWith([container('web', rest)]));
  expect(logs).toEqual(WRITE_LOGS);
  return others;
}

describe('the task role', () => {
  test('may do nothing until something is granted to it', () => {
    const template = templateOf();
    const id = target(only(template, 'AWS::ECS::TaskDefinition').Properties.TaskRoleArn);
    const role = template.findResources('AWS::IAM::Role')[id];
    expect(role.Properties).toEqual({
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' } }],
      },
    });
    expect(statementsOf(template, id)).toEqual([]);
  });
});

describe('the execution role', () => {
  test('writes the logs of the task and does nothing else', () => {
    expect(grantsFor({})).toEqual([]);
  });

  test('pulls from private repositories, also in other accounts and regions, each once', () => {
    const statements = agentStatements(templateWith([
      container('web', { image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1.0' }),
      container('api', { image: '444455556666.dkr.ecr-fips.us-east-1.amazonaws.com/team/api:1.0' }),
      container('job', { image: '444455556666.dkr.ecr-fips.us-east-1.amazonaws.com/team/api:2.0' }),
    ]));
    expect(statements).toEqual([
      WRITE_LOGS,
      { Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' },
      {
        Effect: 'Allow',
        Action: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
        Resource: [arn(':ecr:eu-west-1:111122223333:repository/web'), arn(':ecr:us-east-1:444455556666:repository/team/api')],
      },
    ]);
  });

  test('reads a secret, whatever part of it the container asks for', () => {
    const secret = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-AbCdEf';
    expect(grantsFor({ secrets: [{ name: 'PASSWORD', valueFrom: `${secret}:password::` }, { name: 'USER', valueFrom: `${secret}:user:AWSCURRENT:` }] }))
      .toEqual([{ Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: secret }]);
  });

  test('reads SSM parameters, by name in this account or by ARN in another region', () => {
    const there = 'arn:aws:ssm:us-east-1:111122223333:parameter/shop/color';
    expect(grantsFor({ secrets: [{ name: 'A', valueFrom: '/shop/size' }, { name: 'B', valueFrom: 'flat' }, { name: 'C', valueFrom: there }] })).toEqual([
      arn(':ssm:', REGION, ':', ACCOUNT, ':parameter/shop/size'), arn(':ssm:', REGION, ':', ACCOUNT, ':parameter/flat'), there,
    ].map((Resource) => ({ Effect: 'Allow', Action: 'ssm:GetParameters', Resource })));
  });

  test('reads an environment file and the place of its bucket', () => {
    expect(grantsFor({ environmentFiles: [{ value: 'arn:aws:s3:::shop-config/web/prod.env', type: 's3' }] })).toEqual([
      { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::shop-config/web/prod.env' },
      { Effect: 'Allow', Action: 's3:GetBucketLocation', Resource: 'arn:aws:s3:::shop-config' },
    ]);
  });

  test('reads the credentials of a private registry, by ARN or by name', () => {
    const credentialsParameter = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:registry-AbCdEf';
    expect(grantsFor({ repositoryCredentials: { credentialsParameter } })).toEqual([
      { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: credentialsParameter },
    ]);
    expect(grantsFor({ repositoryCredentials: { credentialsParameter: 'registry' } })).toEqual([
      { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: arn(':secretsmanager:', REGION, ':', ACCOUNT, ':secret:registry-??????') },
    ]);
  });

  test.each([
    [{ 'awslogs-region': 'eu-west-1' }, arn(':logs:eu-west-1:', ACCOUNT, ':log-group:/shop/web:*')],
    [{}, arn(':logs:', REGION, ':', ACCOUNT, ':log-group:/shop/web:*')],
  ])('writes to the log group that the file names, and to no other (%j)', (region, Resource) => {
    const logConfiguration = { logDriver: 'awslogs', options: { 'awslogs-group': '/shop/web', ...region } };
    expect(agentStatements(templateWith([container('web', { logConfiguration })]))).toEqual([
      { Effect: 'Allow', Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], Resource },
    ]);
  });

  test('is the one that the file names, with what its tasks need attached to it', () => {
    const executionRoleArn = 'arn:aws:iam::111122223333:role/team/agent';
    const template = templateWith([container('web')], { executionRoleArn });
    expect(only(template, 'AWS::ECS::TaskDefinition').Properties.ExecutionRoleArn).toBe(executionRoleArn);
    const [policy] = Object.values(template.findResources('AWS::IAM::Policy', { Properties: { Roles: ['agent'] } }));
    expect(policy.Properties.PolicyDocument.Statement).toEqual([WRITE_LOGS]);
    expect(Object.keys(template.findResources('AWS::IAM::Role')).map((id) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual([
      'EnvironmentClusterCapacityInstanceRole', 'EnvironmentServiceTaskDefinitionTaskRole',
    ]);
  });
});

describe('the log group', () => {
  test('keeps what containers say for 30 days, and stays when the stack goes', () => {
    const { Properties, DeletionPolicy } = only(templateOf(), 'AWS::Logs::LogGroup');
    expect(Properties).toEqual({ RetentionInDays: 30 });
    expect(DeletionPolicy).toBe('Retain');
  });

  test('gets a stream for each container, and never blocks it', () => {
    const template = templateWith([container('web'), container('api')]);
    const Options = {
      'awslogs-group': { Ref: only(template, 'AWS::Logs::LogGroup').id },
      'awslogs-region': REGION,
      'mode': 'non-blocking',
    };
    expect(containersOf(template).map(({ LogConfiguration }) => LogConfiguration)).toEqual([
      { LogDriver: 'awslogs', Options: { ...Options, 'awslogs-stream-prefix': 'web' } },
      { LogDriver: 'awslogs', Options: { ...Options, 'awslogs-stream-prefix': 'api' } },
    ]);
  });
});

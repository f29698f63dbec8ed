import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { EcsEnvironment } from '../../lib';
import { environment, file, only, statementsOf, target, templateOf, WEB } from './helpers';

describe('the log group', () => {
  test('keeps events for as long as was said', () => {
    expect(only(templateOf({ logRetention: logs.RetentionDays.ONE_WEEK }), 'AWS::Logs::LogGroup').Properties).toEqual({ RetentionInDays: 7 });
    expect(environment({ logRetention: logs.RetentionDays.ONE_WEEK }).plan.decision('log retention')).toMatchObject({ choice: '7 days', source: 'prop' });
  });

  test('keeps them forever', () => {
    const logRetention = logs.RetentionDays.INFINITE;
    expect(only(templateOf({ logRetention }), 'AWS::Logs::LogGroup').Properties ?? {}).toEqual({});
    expect(environment({ logRetention }).plan.decision('log retention').choice).toBe('forever');
  });

  test('is encrypted with a key that CloudWatch Logs may use for log groups of this account', () => {
    const stack = new Stack(new App(), 'Test');
    const logEncryptionKey = new kms.Key(stack, 'Key');
    const { plan } = new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), logEncryptionKey });
    const template = Template.fromStack(stack);
    const key = only(template, 'AWS::KMS::Key');
    expect(only(template, 'AWS::Logs::LogGroup').Properties.KmsKeyId).toEqual({ 'Fn::GetAtt': [key.id, 'Arn'] });
    expect(key.Properties.KeyPolicy.Statement[1]).toMatchObject({
      Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'],
      Principal: { Service: { 'Fn::Join': ['', ['logs.', { Ref: 'AWS::Region' }, '.amazonaws.com']] } },
      Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': { 'Fn::Join': ['', expect.arrayContaining([':log-group:*'])] } } },
    });
    expect(key.Properties.KeyPolicy.Statement[2]).toEqual({ Effect: 'Allow', Action: 'kms:DescribeKey', Principal: key.Properties.KeyPolicy.Statement[1].Principal, Resource: '*' });
    expect(plan.decision('log encryption').choice).toBe('${logEncryptionKey}');
  });

  test('of the user has a retention of its own', () => {
    const stack = new Stack(new App(), 'Test');
    const logGroup = new logs.LogGroup(stack, 'Logs');
    expect(() => new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), logGroup, logRetention: logs.RetentionDays.ONE_DAY }))
      .toThrow('logRetention must not be given beside logGroup, which has its own.');
    const { logGroup: used } = new EcsEnvironment(stack, 'Good', { dockerrun: file([WEB]), logGroup });
    expect(used).toBe(logGroup);
  });
});

describe('a shell in containers', () => {
  test('is not allowed', () => {
    expect(only(templateOf(), 'AWS::ECS::Service').Properties.EnableExecuteCommand).toBeUndefined();
  });

  test('needs a permission of the task role', () => {
    const template = templateOf({ enableExecuteCommand: true });
    expect(only(template, 'AWS::ECS::Service').Properties.EnableExecuteCommand).toBe(true);
    const role = target(only(template, 'AWS::ECS::TaskDefinition').Properties.TaskRoleArn);
    expect(statementsOf(template, role)[0].Action).toContain('ssmmessages:OpenDataChannel');
    expect(environment({ enableExecuteCommand: true }).plan.decision('shell in containers').choice).toBe('allowed');
  });
});

describe('container insights', () => {
  test('are what the account has as its default', () => {
    expect(only(templateOf(), 'AWS::ECS::Cluster').Properties?.ClusterSettings).toBeUndefined();
  });

  test.each([[ecs.ContainerInsights.ENHANCED, 'enhanced'], [ecs.ContainerInsights.DISABLED, 'disabled']])('%s', (containerInsights, value) => {
    expect(only(templateOf({ containerInsights }), 'AWS::ECS::Cluster').Properties.ClusterSettings).toEqual([{ Name: 'containerInsights', Value: value }]);
    expect(environment({ containerInsights }).plan.decision('container insights').choice).toBe(value);
  });
});

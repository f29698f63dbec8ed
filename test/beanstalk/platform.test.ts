import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { BeanstalkEnvironment, BeanstalkEnvironmentProps, BeanstalkPlatform, OptionSettings } from '../../lib';

import { container, file, Json, only } from '../ecs/helpers';
import { folder as temporaryFolder } from '../option-settings/folder';

/* Which version of the platform an environment gets, and who said so. */
const WEB = container('web', { portMappings: [{ hostPort: 80, containerPort: 80 }] });
const NAME = 'ECS running on 64bit Amazon Linux 2023';
const described = (environment: object) => JSON.stringify({ ConfigurationSettings: [environment] });

function made(props: Partial<BeanstalkEnvironmentProps> = {}) {
  const stack = new Stack(new App(), 'Test', { env: { account: '111122223333', region: 'eu-west-1' } });
  const { plan } = new BeanstalkEnvironment(stack, 'Environment', { dockerrun: file([WEB]), ...props });
  const { PlatformArn } = only(Template.fromStack(stack), 'AWS::ElasticBeanstalk::Environment').Properties as Json;
  const version = /\/([\d.]+)"?\]*\}?$/.exec(JSON.stringify(PlatformArn))?.[1];
  const warned = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('DR4222')).length > 0;
  const [{ choice, source, reason }] = plan.decisions.filter(({ topic }) => topic === 'platform');
  return { version, warned, choice, source, reason };
}

test('a version that nobody gave is an old one, with a warning', () => {
  expect(made()).toEqual({
    version: '4.5.0', warned: true, choice: 'ECS on Amazon Linux 2023, 4.5.0', source: 'default',
    reason: 'Nobody named a version; this one is of March 2026. Another version updates the environment in place.',
  });
});

test('the prop wins over files', () => {
  const optionSettings = OptionSettings.fromDirectory(temporaryFolder({ 'env.yaml': 'SolutionStack: 64bit Amazon Linux 2023 v4.0.8 running ECS\n' }));
  expect(made({ platform: BeanstalkPlatform.ecsAl2023('4.9.0'), optionSettings })).toMatchObject({ version: '4.9.0', warned: false, source: 'prop' });
});

test.each<[string, Record<string, string>, string]>([
  ['a manifest', { 'env.yaml': 'CName: shop\nSolutionStack: 64bit Amazon Linux 2023 v4.0.8 running ECS\n' }, 'env.yaml:2'],
  ['a saved configuration', { '.elasticbeanstalk/saved_configs/live.cfg.yml': `Platform:\n  PlatformArn: arn:aws:elasticbeanstalk:us-east-1::platform/${NAME}/4.0.8\n` }, '.elasticbeanstalk/saved_configs/live.cfg.yml:2'],
])('%s names the version, whatever region its ARN is of', (_, files, place) => {
  const { version, warned, source, reason } = made({ optionSettings: OptionSettings.fromDirectory(temporaryFolder(files)) });
  expect([version, warned, source]).toEqual(['4.0.8', false, 'option setting']);
  expect(reason).toBe(`It comes from ${place}. Another version updates the environment in place.`);
});

test.each([
  ['by ARN', { PlatformArn: `arn:aws:elasticbeanstalk:eu-west-1::platform/${NAME}/4.1.2`, SolutionStackName: '64bit Amazon Linux 2023 v4.0.8 running ECS' }, '4.1.2'],
  ['by solution stack', { SolutionStackName: '64bit Amazon Linux 2023 v4.0.8 running ECS' }, '4.0.8'],
  ['another platform', { PlatformArn: 'arn:aws:elasticbeanstalk:eu-west-1::platform/Docker running on 64bit Amazon Linux 2023/4.1.2' }, '4.5.0'],
])('a described environment names it: %s', (_, environment, version) => {
  const folder = temporaryFolder({ 'described.json': described({ ...environment, OptionSettings: [] }) });
  expect(made({ optionSettings: OptionSettings.fromConfigurationSettings(`${folder}/described.json`) }).version).toBe(version);
});

test('a version may be a parameter of the stack', () => {
  const stack = new Stack(new App(), 'Test');
  const { valueAsString } = new CfnParameter(stack, 'Version');
  new BeanstalkEnvironment(stack, 'Environment', { dockerrun: file([WEB]), platform: BeanstalkPlatform.ecsAl2023(valueAsString) });
  const { PlatformArn } = only(Template.fromStack(stack), 'AWS::ElasticBeanstalk::Environment').Properties as Json;
  expect(PlatformArn['Fn::Join'][1].slice(-2)).toEqual([`::platform/${NAME}/`, { Ref: 'Version' }]);
});

test('the environment may have names of its own', () => {
  const stack = new Stack(new App(), 'Test');
  new BeanstalkEnvironment(stack, 'Environment', { dockerrun: file([WEB]), environmentName: 'shop-green', cnamePrefix: 'shop-next' });
  Template.fromStack(stack).hasResourceProperties('AWS::ElasticBeanstalk::Environment', { EnvironmentName: 'shop-green', CNAMEPrefix: 'shop-next' });
});

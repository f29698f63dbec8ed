import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { OptionSettings } from '../../lib';
import { isKnowable } from '../../lib/core/options/setting';
import { container, environment, file } from '../ecs/helpers';
import { readBundle } from '../options/bundle';

/*
 * Each finding about an option of the bundle is an annotation with the name of its file, and each variable is in the
 * template. The values of the other props are asserted one by one in environment.test.ts.
 */
const BUNDLE = join(__dirname, '..', 'options', 'bundles', 'shop');
const PORTS = [80, 81, 8080].map((port) => ({ hostPort: port, containerPort: port }));
const optionSettings = OptionSettings.fromDirectory(BUNDLE);
const stack = Stack.of(environment(
  { dockerrun: file([container('web', { portMappings: PORTS })]), optionSettings },
  { env: { account: '123456789012', region: 'eu-west-1' } },
));

test('what there is to say is said, with the file', () => {
  const told = optionSettings._translate({ props: [], variables: [] }, 'ecs').files
    .flatMap(({ source, findings }) => findings.map(({ code, rule, line }) => `(${source.name}, line ${line}) [${code} ${rule}]`));
  const annotations = Annotations.fromStack(stack);
  const said = [...annotations.findInfo('*', Match.anyValue()), ...annotations.findWarning('*', Match.anyValue())].map(({ entry }) => String(entry.data));
  expect(told.length).toBeGreaterThan(3);
  expect(told.filter((text) => !said.some((annotation) => annotation.includes(text)))).toEqual([]);
});

test('each variable is in the template', () => {
  const isVariable = ({ namespace }: { namespace: string }) => namespace === 'aws:elasticbeanstalk:application:environment';
  const variables = readBundle(BUNDLE).settings.filter((setting) => isKnowable(setting) && isVariable(setting));
  const text = JSON.stringify(Template.fromStack(stack).findResources('AWS::ECS::TaskDefinition'));
  expect(variables.length).toBeGreaterThan(0);
  expect(variables.filter(({ optionName, value }) => !text.includes(JSON.stringify({ Name: optionName, Value: value })))).toEqual([]);
});

import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { container, containersOf, file, Json, Props, templateOf, templateWith } from './helpers';

const REGION = { Ref: 'AWS::Region' };

/** `[name, value]` of every variable of every container. */
function variables(containers: readonly object[], props: Props = {}): Json[] {
  return containersOf(templateWith(containers, {}, props)).map(({ Environment }) => Environment.map(({ Name, Value }: Json) => [Name, Value]));
}

describe('environment variables', () => {
  test('the region is set, since the metadata service is out of reach', () => {
    expect(variables([container('web'), container('api')])).toEqual([[['AWS_REGION', REGION]], [['AWS_REGION', REGION]]]);
  });

  test('the region is that of the stack when it is known', () => {
    const [web] = containersOf(templateOf({}, { env: { account: '111122223333', region: 'eu-west-1' } }));
    expect(web.Environment).toEqual([{ Name: 'AWS_REGION', Value: 'eu-west-1' }]);
  });

  test('a region of the file wins', () => {
    const environment = [{ name: 'AWS_REGION', value: 'us-east-2' }];
    expect(variables([container('web', { environment })])).toEqual([[['AWS_REGION', 'us-east-2']]]);
  });

  test('a region of environmentProperties wins over ours', () => {
    expect(variables([container('web')], { environmentProperties: { AWS_REGION: 'us-east-2' } })).toEqual([[['AWS_REGION', 'us-east-2']]]);
  });

  test('environmentProperties reach every container; what a container sets itself wins, at the place of the property', () => {
    const environment = [{ name: 'OWN', value: '1' }, { name: 'SHARED', value: 'mine' }];
    expect(variables([container('web', { environment }), container('api')], { environmentProperties: { SHARED: 'all', STAGE: 'prod' } })).toEqual([
      [['AWS_REGION', REGION], ['SHARED', 'mine'], ['STAGE', 'prod'], ['OWN', '1']],
      [['AWS_REGION', REGION], ['SHARED', 'all'], ['STAGE', 'prod']],
    ]);
  });

  test('a secret of the container wins over a property of the same name', () => {
    const secrets = [{ name: 'PASSWORD', valueFrom: '/shop/password' }];
    const [web] = containersOf(templateWith([container('web', { secrets })], {}, { environmentProperties: { PASSWORD: 'plain' } }));
    expect(web.Secrets).toEqual([{ Name: 'PASSWORD', ValueFrom: '/shop/password' }]);
    expect(web.Environment).toEqual([{ Name: 'AWS_REGION', Value: REGION }]);
  });

  test('names like those of every object are names like all others', () => {
    const environment = ['constructor', 'toString', '7'].map((name) => ({ name, value: `value of ${name}` }));
    expect(variables([container('web', { environment })])[0]).toEqual(expect.arrayContaining([
      ['constructor', 'value of constructor'], ['toString', 'value of toString'], ['7', 'value of 7'],
    ]));
  });
});

describe('links', () => {
  const containers = [container('app'), container('db'), container('web', { links: ['app', 'db:database'] })];

  test('stand in the template as in the file', () => {
    expect(containersOf(templateWith(containers)).map(({ Links }) => Links)).toEqual([undefined, undefined, ['app', 'db:database']]);
  });

  test('may lead to a container that comes later', () => {
    expect(containersOf(templateWith([container('web', { links: ['app'] }), container('app')]))[0].Links).toEqual(['app']);
  });

  test('disappear in awsvpc mode, where containers are each other\'s localhost', () => {
    const template = templateOf({ dockerrun: file(containers), networkMode: NetworkMode.AWS_VPC });
    expect(containersOf(template).map(({ Links }) => Links)).toEqual([undefined, undefined, undefined]);
  });
});

test('dependencies may lead to a container that comes later', () => {
  const [web] = containersOf(templateWith([
    container('web', { dependsOn: [{ containerName: 'migrate', condition: 'SUCCESS' }] }), container('migrate', { essential: false }),
  ]));
  expect(web.DependsOn).toEqual([{ ContainerName: 'migrate', Condition: 'SUCCESS' }]);
});

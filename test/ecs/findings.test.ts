import { Annotations as CdkAnnotations, App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { NetworkMode } from 'aws-cdk-lib/aws-ecs';
import { Dockerrun, EcsEnvironment } from '../../lib';
import { container, environment, file, Props, WEB } from './helpers';

const NUMERIC = container('web', { memory: '128', portMappings: [{ hostPort: 80, containerPort: 80 }] });

/** The warnings of a stack, as `construct: text`. */
function warnings(stack: Stack): string[] {
  return Annotations.fromStack(stack).findWarning('*', Match.anyValue()).map(({ id, entry }) => `${id}: ${entry.data}`);
}

describe('what there is to say about the file', () => {
  test('is a warning at the task definition, with the edit and the name to acknowledge it by', () => {
    expect(warnings(Stack.of(environment({ dockerrun: file([NUMERIC]) })))).toEqual([
      '/Test/Environment/Service/TaskDefinition: `containerDefinitions[0].memory` must be an integer, got the string "128". Write 128 without quotes; the number was used. '
      + '(line 1) [DR1002 numeric-string] [ack: cdk-dockerrun:numeric-string]',
    ]);
  });

  test('is said once, although the environment and the task definition read the same file', () => {
    const props: Props = { dockerrun: file([NUMERIC]), minCapacity: 1 };
    const rules = warnings(Stack.of(environment(props))).map((text) => /\[ack: (.+)\]/.exec(text)![1]);
    expect(rules).toEqual(['cdk-dockerrun:single-instance', 'cdk-dockerrun:numeric-string']);
  });

  test('is silent once it is acknowledged', () => {
    const made = environment({ dockerrun: file([NUMERIC]), minCapacity: 1 });
    CdkAnnotations.of(made).acknowledgeWarning('cdk-dockerrun:numeric-string', 'the file is written by a tool');
    CdkAnnotations.of(made).acknowledgeWarning('cdk-dockerrun:single-instance', 'a test environment');
    expect(warnings(Stack.of(made))).toEqual([]);
  });

  test('is a note when nothing has to change', () => {
    const notes = Annotations.fromStack(Stack.of(environment())).findInfo('*', Match.anyValue());
    expect(notes.map(({ id, entry }) => `${id}: ${entry.data}`)).toEqual([
      '/Test/Environment/Service/TaskDefinition: `containerDefinitions` get their AWS permissions from the task role, which starts empty; on Beanstalk they had '
      + 'those of the instance profile. Grant what they use to it, as in bucket.grantRead(environment.taskRole), or pass a taskRole that has it. (line 1) [DR4007 task-role] '
      + '[ack: cdk-dockerrun:task-role]',
    ]);
  });
});

test('what there is to say about the props is a warning at the environment', () => {
  expect(warnings(Stack.of(environment({ minCapacity: 1 })))).toEqual([
    '/Test/Environment: the group may shrink to one instance, so each deployment may stop all tasks at once, however many instances there are. Set minCapacity to 2 or more. '
    + '[DR4005 single-instance] [ack: cdk-dockerrun:single-instance]',
  ]);
});

describe('misuse throws before anything is made', () => {
  /** The message of the error, after making sure that nothing was made. */
  function refusal(props: Partial<Props>): string {
    const stack = new Stack(new App(), 'Test');
    let message = '';
    try {
      new EcsEnvironment(stack, 'Environment', { dockerrun: file([WEB]), ...props });
    } catch (error) {
      message = (error as Error).message;
    }
    expect(stack.node.findChild('Environment').node.children).toEqual([]);
    Template.fromStack(stack).templateMatches({});
    return message;
  }

  const TEXT = [
    '{',
    '  "AWSEBDockerrunVersion": 2,',
    '  "containerDefinitions": [',
    '    { "name": "web", "image": "web:1.0", "memory": 128, "portMappings": [{ "hostPort": 8000, "containerPort": 80 }] },',
    '    { "name": "api", "image": "api:1.0", "memory": 128, "portMappings": [{ "hostPort": 8001, "containerPort": 80 }] }',
    '  ]',
    '}',
  ].join('\n');

  test('with every reason in one message, notes included', () => {
    expect(refusal({ dockerrun: Dockerrun.fromString(TEXT), listeners: [{ port: 80 }], minCapacity: 5, maxCapacity: 3 })).toBe(`\
Dockerrun.aws.json cannot be deployed: 2 errors, 1 note

error DR4002 unmapped-listener  Dockerrun.aws.json:1:1
  listeners[0] must lead to one mapped TCP port, got host port 80, which fits none of 8000 (web:80), 8001 (api:80).
  hint: Set instancePort: 8000 in listeners[0], or map the port in the file.

error DR4004 invalid-setting  Dockerrun.aws.json:1:1
  minCapacity must be at most maxCapacity, which is 3, got 5.
  hint: Set maxCapacity: 5, or lower minCapacity.

info DR4007 task-role  Dockerrun.aws.json:3:27
  \`containerDefinitions\` get their AWS permissions from the task role, which starts empty; on Beanstalk they had those of the instance profile.
  3 |   "containerDefinitions": [
    |                           ^
  hint: Grant what they use to it, as in bucket.grantRead(environment.taskRole), or pass a taskRole that has it.
`);
  });

  test.each<[string, Partial<Props>, string]>([
    ['no listener to choose', { dockerrun: Dockerrun.fromString(TEXT) },
      '`containerDefinitions[0].portMappings[0]` is one of several ports that listener 80 could lead to: 8000 (web:80), 8001 (api:80).'],
    ['a network mode of Windows', { networkMode: NetworkMode.NAT }, 'networkMode must be "bridge", "awsvpc", "host" or "none", got "nat".'],
    ['two containers on one port', { dockerrun: Dockerrun.fromString(TEXT), networkMode: NetworkMode.AWS_VPC, listeners: [{ port: 80, instancePort: 8000 }] },
      '`containerDefinitions[1].portMappings[0].containerPort` must be free in awsvpc mode, got 80/tcp, which "web" listens on already.'],
    ['two listeners on one port', { listeners: [{ port: 80 }, { port: 80 }] }, 'listeners[1] must have a port of its own, got 80, which listeners[0] has already.'],
    ['a port that does not exist', { listeners: [{ port: 0, instancePort: 80 }] }, 'listeners[0].port must be a whole number between 1 and 65535, got 0.'],
    ['a range that is none', { listeners: [{ port: 80, allowedCidrs: ['203.0.113.0/33'] }] },
      'listeners[0].allowedCidrs[0] must have a prefix length between 0 and 32, got "203.0.113.0/33".'],
    ['half an instance', { minCapacity: 1.5 }, 'minCapacity must be a whole number, 0 or more, got 1.5.'],
  ])('%s', (_, props, sentence) => {
    const [summary, , ...report] = refusal(props).split('\n');
    expect(summary).toMatch(/^Dockerrun\.aws\.json cannot be deployed: 1 error, /);
    expect(report.map((line) => line.trim())).toContain(sentence);
  });
});

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { EcsEnvironment, PeriodicTask, SourceBundle, WorkerConsumer } from '../../lib';
import { container, environment, file, Json } from './helpers';

const CRON = `version: 1
cron:
  - name: report
    url: /report
    schedule: "0 7 * * 1-5"
  - name: clean-up
    url: /clean-up
    schedule: "*/10 * * * *"
`;

function bundleWith(cron: string): SourceBundle {
  const folder = mkdtempSync(join(tmpdir(), 'cron-'));
  writeFileSync(join(folder, 'Dockerrun.aws.json'), JSON.stringify({ AWSEBDockerrunVersion: 2, containerDefinitions: [container('jobs')] }));
  writeFileSync(join(folder, 'cron.yaml'), cron);
  return SourceBundle.fromDirectory(folder);
}

function worker(cron: string, periodicTasks?: PeriodicTask[]): EcsEnvironment {
  return environment({ dockerrun: undefined, sourceBundle: bundleWith(cron), worker: { consumer: WorkerConsumer.polls(), periodicTasks } });
}

/** The schedules by their construct ids. */
function schedulesOf(made: EcsEnvironment): Record<string, string> {
  const schedules = Object.values<Json>(Template.fromStack(Stack.of(made)).findResources('AWS::Scheduler::Schedule'));
  const nameOf = ({ Target }: Json) => JSON.parse(Target.Input['Fn::Join'][1].map((part: Json) => part.Ref ?? part).join('')).MessageAttributes['beanstalk.sqsd.task_name'].StringValue;
  return Object.fromEntries(schedules.map(({ Properties }) => [nameOf(Properties), Properties.ScheduleExpression]));
}

test('the tasks of cron.yaml go to the queue of a worker', () => {
  const made = worker(CRON);
  expect(schedulesOf(made)).toEqual({ 'report': 'cron(0 7 ? * 2-6 *)', 'clean-up': 'cron(*/10 * * * ? *)' });
  expect(made.plan.decision('periodic task report')).toMatchObject({
    topic: 'periodic task report', choice: '0 7 * * 1-5', source: 'file',
    reason: 'EventBridge Scheduler sends a message for /report to the queue, in UTC; cron.yaml of the source bundle says so.',
  });
});

test('a prop of the same name wins, and others are added', () => {
  const made = worker(CRON, [{ name: 'report', url: '/late', schedule: '0 9 * * *' }, { name: 'extra', url: '/extra', schedule: '0 1 * * *' }]);
  expect(schedulesOf(made)).toEqual({ 'report': 'cron(0 9 * * ? *)', 'extra': 'cron(0 1 * * ? *)', 'clean-up': 'cron(*/10 * * * ? *)' });
  expect(made.plan.decision('periodic task report')).toMatchObject({
    source: 'prop', reason: 'EventBridge Scheduler sends a message for /late to the queue, in UTC; the prop wins over cron.yaml.',
  });
  expect(made.plan.decision('periodic task extra').reason).toBe('EventBridge Scheduler sends a message for /extra to the queue, in UTC.');
});

test('a worker is refused for its errors, before anything is made', () => {
  const stack = new Stack(new App(), 'Test');
  const refused = () => new EcsEnvironment(stack, 'Environment', {
    sourceBundle: bundleWith('version: 1\ncron:\n  - name: report\n    url: report\n    schedule: "0 7 * * *"\n'), worker: { consumer: WorkerConsumer.polls() },
  });
  expect(refused).toThrow('the tasks of cron.yaml cannot be used: 1 error\n\nerror DR6064 cron-task  cron.yaml:4:10\n  `cron[0].url` must start with a slash, got "report".\n');
  expect(stack.node.tryFindChild('Environment')!.node.children).toEqual([]);
});

test('what nobody reads is a warning, with its line', () => {
  const stack = Stack.of(worker('version: 1\ncron: []\ntimezone: UTC\n'));
  Annotations.fromStack(stack).hasWarning('/Test/Environment', Match.stringLikeRegexp('^`timezone` is read by nobody. Remove it. \\(cron.yaml, line 3\\) \\[DR6063 unknown-cron-key\\]'));
});

test('a web environment says that it sends none of them, and minds no errors', () => {
  const sourceBundle = bundleWith('version: 3');
  expect(sourceBundle.cronFindings.map(({ code, line }) => [code, line])).toEqual([['DR6062', 1], ['DR6062', 1]]);
  const made = environment({ dockerrun: undefined, sourceBundle });
  const warning = 'The tasks of cron.yaml in sourceBundle are not sent, for the environment is not a worker.';
  Annotations.fromStack(Stack.of(made)).hasWarning('/Test/Environment', Match.stringLikeRegexp(`^${warning}`));
  expect(schedulesOf(made)).toEqual({});
});

test('a service that is added gets those of its props only', () => {
  const made = worker(CRON);
  made.addService('More', { dockerrun: file([container('more')]), worker: { consumer: WorkerConsumer.polls() } });
  expect(Object.keys(schedulesOf(made))).toEqual(['report', 'clean-up']);
});

test('a FIFO queue takes no messages of them', () => {
  const stack = new Stack(new App(), 'Test');
  const queue = new Queue(stack, 'Mine', { fifo: true });
  expect(() => new EcsEnvironment(stack, 'Environment', { sourceBundle: bundleWith(CRON), worker: { consumer: WorkerConsumer.polls(), queue } }))
    .toThrow('worker.queue must not be a FIFO queue beside the tasks of cron.yaml, got one.');
});

test('a bundle without the file has nothing to say about it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cron-'));
  expect(SourceBundle.fromDirectory(folder).cronFindings).toEqual([]);
});

import { Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { WorkerConsumer } from '../../lib';
import { container, file } from '../ecs/helpers';
import { environment, Props } from './helpers';

/* What there is to say about the file reaches whoever stays on Elastic Beanstalk, too. */
const PORTS = { portMappings: [{ hostPort: 80, containerPort: 80 }] };

const ABOUT_PRIVILEGED = /^`containerDefinitions\[0\]\.privileged` .*\(line 1\) \[DR5004 privileged-container\] \[ack: cdk-dockerrun:privileged-container\]$/;

function codesOf(containers: readonly object[], rest: object = {}, props: Props = {}): string[] {
  const annotations = Annotations.fromStack(Stack.of(environment({ dockerrun: file(containers, rest), ...props })));
  const all = [...annotations.findInfo('*', Match.anyValue()), ...annotations.findWarning('*', Match.anyValue())];
  return all.flatMap(({ entry }) => /\[(DR[1235]\d{3})/.exec(String(entry.data))?.[1] ?? []);
}

test('warnings about the file are warnings of the environment, on their lines', () => {
  const made = environment({ dockerrun: file([container('web', { ...PORTS, privileged: true })]) });
  const [{ id, entry }] = Annotations.fromStack(Stack.of(made)).findWarning('*', Match.stringLikeRegexp('DR5004'));
  expect([id, String(entry.data)]).toEqual(['/Test/Environment', expect.stringMatching(ABOUT_PRIVILEGED)]);
});

test('a file without mistakes is nothing to speak of', () => {
  expect(codesOf([container('web', PORTS)])).toEqual([]);
});

test('the platform reads the credentials of registries itself', () => {
  expect(codesOf([container('web', PORTS)], { authentication: { bucket: 'secrets', key: '.dockercfg' } })).toEqual([]);
});

test('a worker is told of the port that the daemon posts to, once', () => {
  const worker = { consumer: WorkerConsumer.daemon() };
  expect(codesOf([container('web', PORTS)], {}, { worker })).toEqual([]);
  expect(() => codesOf([container('web')], {}, { worker })).toThrow('host port 80');
});

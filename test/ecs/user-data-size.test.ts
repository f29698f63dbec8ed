import { Aws } from 'aws-cdk-lib';
import { environment, Json, only, templateOf } from './helpers';

/** The characters of the user data that stand in the template; what tokens add comes on top. */
function bytesOf(commands: string[]): number {
  const { UserData } = only(templateOf({ userDataCommands: commands }), 'AWS::EC2::LaunchTemplate').Properties.LaunchTemplateData as Json;
  const parts: unknown[] = UserData['Fn::Base64']['Fn::Join'][1];
  return Buffer.byteLength(parts.filter((part) => typeof part === 'string').join(''));
}

const ROOM = 16_384 - 3_000;
const filling = (bytes: number) => [`#${'x'.repeat(bytes - 2)}`];

test('commands for which there can be no room are refused', () => {
  expect(() => environment({ userDataCommands: [...filling(ROOM - 2), 'x'] })).not.toThrow();
  expect(() => environment({ userDataCommands: [...filling(ROOM - 1), 'x'] }))
    .toThrow(`userDataCommands must have ${ROOM} bytes at most, got ${ROOM + 1}.`);
});

test('bytes count, not characters', () => {
  expect(() => environment({ userDataCommands: ['é'.repeat(ROOM / 2)] })).toThrow(`got ${ROOM + 1}.`);
});

test('nothing is refused that Amazon EC2 would take: booting needs the rest at least', () => {
  expect(bytesOf(['true']) - 'true\n'.length).toBeGreaterThanOrEqual(3_000);
});

test('a command that is a token is not counted', () => {
  expect(() => environment({ userDataCommands: [...filling(ROOM), `echo ${Aws.REGION}`] })).not.toThrow();
});

import { container } from '../../lib/core/spec/fields/container';
import { typesOfTaskDefinition } from './cfn-types';
import { fileWith, findingsOf } from './helpers';

/** Keys of CloudFormation that the file does not have under that name, with the reason. */
const NOT_IN_THE_FILE: Readonly<Record<string, string>> = {
  'volumes.configuredAtLaunch': 'the service attaches such a volume, and it is not in the file',
  'volumes.fSxWindowsFileServerVolumeConfiguration': 'it needs Windows instances',
  'volumes.s3FilesVolumeConfiguration': 'the documented format of the file does not have it',
  'volumes.efsVolumeConfiguration.filesystemId': 'Amazon ECS spells it fileSystemId',
};

/** Keys of the file that CloudFormation does not have under that name, with the reason. */
const NOT_IN_CLOUDFORMATION: Readonly<Record<string, string>> = {
  'volumes.efsVolumeConfiguration.fileSystemId': 'CloudFormation spells it filesystemId',
};

const types = typesOfTaskDefinition();

/** The path of every key below a type of CloudFormation; what the file leaves out is not followed. */
function keysBelow(type: string, path: string): string[] {
  return [...types.get(type)!].flatMap(([key, inner]) => {
    const below = `${path}.${key}`;
    return inner && !(below in NOT_IN_THE_FILE) ? [below, ...keysBelow(inner, below)] : [below];
  });
}

/** The keys that we know at a path: the hint about a key that nobody knows lists them. */
function knownKeys(path: string): string[] {
  if (path === 'containerDefinitions') return Object.keys(container.fields);
  const hints = filesWithUnknownKey(path.split('.')).flatMap((file) =>
    findingsOf(file)
      .filter((finding) => finding.path.endsWith('["?"]'))
      .map(({ hint }) => hint),
  );
  return [...(hints[0] ?? '').matchAll(/"(\w+)"/g)].map(([, key]) => key);
}

/** Files with an unknown key at the end of a path of objects, any of which may have to stand in a list. */
function filesWithUnknownKey([top, ...steps]: readonly string[]): string[] {
  const values = steps.reduceRight<object[]>(
    (inner, key) => inner.flatMap((value) => [{ [key]: value }, { [key]: [value] }]), [{ 'name': 'x', '?': 1 }],
  );
  return values.map((value) => (top === 'volumes' ? fileWith({}, { volumes: [value] }) : fileWith(value)));
}

const cloudFormation = [
  ...keysBelow('ContainerDefinitionProperty', 'containerDefinitions'), ...keysBelow('VolumeProperty', 'volumes'),
];
const owners = [...new Set(cloudFormation.map((path) => path.slice(0, path.lastIndexOf('.'))))];
const ours = owners.flatMap((owner) => knownKeys(owner).map((key) => `${owner}.${key}`));

test('CloudFormation has the keys that are compared', () => {
  expect(cloudFormation.length).toBeGreaterThan(100);
  expect(owners.length).toBeGreaterThan(25);
});

test('every key of a container or volume in CloudFormation is one of ours, but for those with a reason', () => {
  expect(cloudFormation.filter((path) => !ours.includes(path))).toEqual(
    expect.arrayContaining(Object.keys(NOT_IN_THE_FILE)),
  );
  expect(cloudFormation.filter((path) => !ours.includes(path) && !(path in NOT_IN_THE_FILE))).toEqual([]);
});

test('every key of ours is one of CloudFormation, but for those with a reason', () => {
  expect(ours.filter((path) => !cloudFormation.includes(path))).toEqual(Object.keys(NOT_IN_CLOUDFORMATION));
});

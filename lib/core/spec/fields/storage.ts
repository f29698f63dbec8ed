import { choice, integerBetween, name } from '../constraints';
import { flag, record, text } from '../decoder';
import { optional, required, shape } from '../shape';

export const mountPoint = shape('an object with sourceVolume and containerPath', {
  sourceVolume: required(text),
  containerPath: required(text),
  readOnly: optional(flag),
}, {
  containerVolume: 'Write "containerPath".',
  hostPath: 'Declare the host path under "volumes" and name that volume as "sourceVolume".',
}, (word) => {
  const [source, target = '/…', mode] = word.split(':');
  const readOnly = mode === 'ro' ? ', "readOnly": true' : '';
  return `{ "sourceVolume": ${JSON.stringify(source)}, "containerPath": ${JSON.stringify(target)}${readOnly} }`;
});

export const volumeFrom = shape('an object with sourceContainer', {
  sourceContainer: required(text),
  readOnly: optional(flag),
}, {}, (word) => {
  const [source, mode] = word.split(':');
  return `{ "sourceContainer": ${JSON.stringify(source)}${mode === 'ro' ? ', "readOnly": true' : ''} }`;
});

const dockerVolume = shape('an object of Docker volume settings', {
  scope: optional(choice('task', 'shared')),
  autoprovision: optional(flag),
  driver: optional(text),
  driverOpts: optional(record(text)),
  labels: optional(record(text)),
});

const efsVolume = shape('an object with fileSystemId', {
  fileSystemId: required(text),
  rootDirectory: optional(text),
  transitEncryption: optional(choice('ENABLED', 'DISABLED')),
  transitEncryptionPort: optional(integerBetween(1, 65535)),
  authorizationConfig: optional(shape('an object with accessPointId and iam', {
    accessPointId: optional(text),
    iam: optional(choice('ENABLED', 'DISABLED')),
  })),
});

export const volume = shape('an object with name', {
  name: required(name),
  host: optional(shape('an object with sourcePath', { sourcePath: optional(text) })),
  dockerVolumeConfiguration: optional(dockerVolume),
  efsVolumeConfiguration: optional(efsVolume),
}, {
  sourcePath: 'Put it in "host": { "sourcePath": … }.',
  fsxWindowsFileServerVolumeConfiguration: 'Remove it: FSx for Windows volumes need Windows instances.',
  configuredAtLaunch: 'Remove it: volumes configured at launch are attached by the service, not by the file.',
  s3filesVolumeConfiguration: 'Remove it, or declare the volume in your stack.',
});

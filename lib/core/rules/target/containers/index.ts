import { TargetRule } from '../target-rule';
import { bundleImage } from './bundle-image';
import { bundleVolume } from './bundle-volume';
import { differentDockerrun, missingDockerrun } from './dockerrun-source';
import { dynamicReference } from './dynamic-reference';
import { environmentFile } from './environment-file';
import { environmentPropertyName } from './environment-property-name';
import { invalidVolume } from './invalid-volume';
import { logGroupSetting } from './log-group-setting';
import { lostCredentials } from './lost-credentials';
import { missingBundlePath } from './missing-bundle-path';
import { replacedVolumeData } from './replaced-volume-data';
import { repositoryClash, repositoryName, unknownRepository } from './repositories';
import { saidTwice } from './said-twice';
import { secretName } from './secret-name';
import { taskRole } from './task-role';
import { unknownContainer } from './unknown-container';
import { unknownVolume } from './unknown-volume';
import { unsupportedParameter } from './unsupported-parameter';

export const containerRules: readonly TargetRule[] = [
  bundleVolume,
  taskRole,
  unsupportedParameter,
  environmentPropertyName,
  environmentFile,
  missingBundlePath,
  unknownVolume,
  bundleImage,
  invalidVolume,
  replacedVolumeData,
  unknownContainer,
  saidTwice,
  secretName,
  lostCredentials,
  logGroupSetting,
  dynamicReference,
  missingDockerrun,
  differentDockerrun,
  unknownRepository,
  repositoryName,
  repositoryClash,
];

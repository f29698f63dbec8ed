import { COMPOSE_RULES } from '../compose/rules';
import { Rule } from '../finding/rule';
import { OPTION_RULES, SETTING_RULES } from '../options/rules';
import { OptionRule } from '../options/rules/option-rule';
import { SPEC_SHAPE_RULES } from '../spec/rules';
import { TASK_DEFINITION_RULES } from '../spec/task-definition/rules';
import { SYNTAX_RULES } from '../syntax/rules';
import { CRON_RULES } from '../translation/cron/rules';
import { TRANSLATION_RULES } from '../translation/rules';
import { dockerSocket } from './advice/docker-socket';
import { dockerVolume } from './advice/docker-volume';
import { growingLog } from './advice/growing-log';
import { instanceData } from './advice/instance-data';
import { latestTag } from './advice/latest-tag';
import { noHostPort } from './advice/no-host-port';
import { oldCgroup } from './advice/old-cgroup';
import { plainSecret } from './advice/plain-secret';
import { plainSettingSecret } from './advice/plain-setting-secret';
import { privilegedContainer } from './advice/privileged-container';
import { registryAuthentication } from './advice/registry-authentication';
import { duplicateContainer } from './reference/duplicate-container';
import { duplicateVariable } from './reference/duplicate-variable';
import { duplicateVolume } from './reference/duplicate-volume';
import { essentialDependency } from './reference/essential-dependency';
import { hostPortConflict } from './reference/host-port-conflict';
import { linkAliasClash } from './reference/link-alias-clash';
import { missingHealthCheck } from './reference/missing-health-check';
import { missingLogRouter } from './reference/missing-log-router';
import { mountPathClash } from './reference/mount-path-clash';
import { noEssentialContainer } from './reference/no-essential-container';
import { overlappingPortRange } from './reference/overlapping-port-range';
import { repeatedContainerPort } from './reference/repeated-container-port';
import { secretVariableClash } from './reference/secret-variable-clash';
import { selfReference } from './reference/self-reference';
import { startCycle } from './reference/start-cycle';
import { undefinedDependency } from './reference/undefined-dependency';
import { undefinedLink } from './reference/undefined-link';
import { undefinedVolume } from './reference/undefined-volume';
import { undefinedVolumeSource } from './reference/undefined-volume-source';
import { unmountedVolume } from './reference/unmounted-volume';
import { unownedLogVolume } from './reference/unowned-log-volume';
import { SpecRule } from './spec-rule';
import { TARGET_RULES } from './target';
import { dynamicSetting } from './target/containers/dynamic-reference';
import { autoprovisionScope } from './value/autoprovision-scope';
import { credentialsParameter } from './value/credentials-parameter';
import { dnsServer } from './value/dns-server';
import { efsAuthorization } from './value/efs-authorization';
import { emptyHealthCheck } from './value/empty-health-check';
import { environmentName } from './value/environment-name';
import { ephemeralHostPort } from './value/ephemeral-host-port';
import { healthCheckForm } from './value/health-check-form';
import { hostnameForm } from './value/hostname-form';
import { imageName } from './value/image-name';
import { logDestination } from './value/log-destination';
import { logGroupCreation } from './value/log-group-creation';
import { memoryBelowReservation } from './value/memory-below-reservation';
import { missingLogGroup } from './value/missing-log-group';
import { missingLogRegion } from './value/missing-log-region';
import { missingMemory } from './value/missing-memory';
import { noContainers } from './value/no-containers';
import { portRange } from './value/port-range';
import { relativeContainerPath } from './value/relative-container-path';
import { relativeSourcePath } from './value/relative-source-path';
import { reservedHostPort } from './value/reserved-host-port';
import { secretReference } from './value/secret-reference';
import { systemControl } from './value/system-control';
import { taskDefinitionSize } from './value/task-definition-size';
import { tinyMemory } from './value/tiny-memory';
import { tooManyContainers } from './value/too-many-containers';
import { tooManyHostPorts } from './value/too-many-host-ports';
import { tooManyPortRanges } from './value/too-many-port-ranges';
import { ulimitOrder } from './value/ulimit-order';
import { unavailableLogDriver } from './value/unavailable-log-driver';
import { unknownCapability } from './value/unknown-capability';
import { unknownLogOption } from './value/unknown-log-option';
import { unusedSwappiness } from './value/unused-swappiness';
import { volumeKind } from './value/volume-kind';

/** The rules about a decoded file, in the order of their codes. */
export const SPEC_RULES: readonly SpecRule[] = [
  imageName,
  missingMemory,
  memoryBelowReservation,
  tinyMemory,
  reservedHostPort,
  portRange,
  tooManyPortRanges,
  noContainers,
  tooManyContainers,
  taskDefinitionSize,
  relativeSourcePath,
  relativeContainerPath,
  volumeKind,
  autoprovisionScope,
  efsAuthorization,
  ulimitOrder,
  systemControl,
  unusedSwappiness,
  unknownCapability,
  emptyHealthCheck,
  healthCheckForm,
  dnsServer,
  hostnameForm,
  environmentName,
  secretReference,
  credentialsParameter,
  missingLogGroup,
  missingLogRegion,
  logGroupCreation,
  unknownLogOption,
  unavailableLogDriver,
  logDestination,
  tooManyHostPorts,
  ephemeralHostPort,
  duplicateContainer,
  undefinedVolume,
  unownedLogVolume,
  duplicateVolume,
  unmountedVolume,
  mountPathClash,
  undefinedVolumeSource,
  hostPortConflict,
  repeatedContainerPort,
  overlappingPortRange,
  undefinedLink,
  linkAliasClash,
  undefinedDependency,
  selfReference,
  startCycle,
  essentialDependency,
  missingHealthCheck,
  noEssentialContainer,
  duplicateVariable,
  secretVariableClash,
  missingLogRouter,
  plainSecret,
  latestTag,
  privilegedContainer,
  dockerSocket,
  instanceData,
  noHostPort,
  registryAuthentication,
  dockerVolume,
  growingLog,
  oldCgroup,
];

/** The rules about an option setting that takes effect. */
export const EFFECTIVE_SETTING_RULES: readonly OptionRule[] = [
  ...SETTING_RULES, plainSettingSecret, dynamicSetting,
];

/** Every rule of the library. */
export const ALL_RULES: readonly Rule[] = [
  ...SYNTAX_RULES, ...SPEC_SHAPE_RULES, ...SPEC_RULES, ...TARGET_RULES, ...OPTION_RULES, ...TRANSLATION_RULES,
  ...CRON_RULES, ...COMPOSE_RULES, ...TASK_DEFINITION_RULES, plainSettingSecret, dynamicSetting,
];

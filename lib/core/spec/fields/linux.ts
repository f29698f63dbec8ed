import { atMost, choice, integerBetween, integerFrom } from '../constraints';
import { flag, integer, list, text } from '../decoder';
import { optional, required, shape } from '../shape';

const kernelCapabilities = shape('an object with add and drop', {
  add: optional(list(text)),
  drop: optional(list(text)),
});

const device = shape('an object with hostPath', {
  hostPath: required(text),
  containerPath: optional(text),
  permissions: optional(list(choice('read', 'write', 'mknod'))),
});

const tmpfs = shape('an object with containerPath and size', {
  containerPath: required(text),
  size: required(integerFrom(1)),
  mountOptions: optional(list(text)),
});

export const linuxParameters = shape('an object of Linux parameters', {
  capabilities: optional(kernelCapabilities),
  devices: optional(list(device)),
  initProcessEnabled: optional(flag),
  maxSwap: optional(integerFrom(0)),
  sharedMemorySize: optional(integerFrom(1)),
  swappiness: optional(integerBetween(0, 100)),
  tmpfs: optional(list(tmpfs)),
});

export const ulimit = shape('an object with name, softLimit and hardLimit', {
  name: required(
    choice(
      'core', 'cpu', 'data', 'fsize', 'locks', 'memlock', 'msgqueue', 'nice', 'nofile', 'nproc', 'rss', 'rtprio',
      'rttime', 'sigpending', 'stack',
    ),
  ),
  softLimit: required(integer),
  hardLimit: required(integer),
});

export const systemControl = shape('an object with namespace and value', {
  namespace: required(text),
  value: required(text),
});

export const restartPolicy = shape('an object with enabled', {
  enabled: required(flag),
  ignoredExitCodes: optional(atMost(50, list(integer))),
  restartAttemptPeriod: optional(integerBetween(60, 1800)),
});

export const resourceRequirement = shape('an object with type and value', {
  type: required(choice('GPU', 'InferenceAccelerator', 'NeuronDevice')),
  value: required(text),
  sharingStrategy: optional(shape('an object with nvidiaMps', {
    nvidiaMps: required(shape('an object with memory', {
      memory: required(integerFrom(1)),
      maxComputePercent: optional(integerBetween(1, 100)),
    })),
  })),
});

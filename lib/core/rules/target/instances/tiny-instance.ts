import { Severity } from '../../../finding/finding';
import { chosenTypes } from '../../../settings/instances/instances';
import { instanceTypeOf } from '../../../settings/instances/types/instance-type';
import { registeredMemory } from '../../../settings/instances/types/registered-memory';
import { TargetRule } from '../target-rule';

/** What an instance needs beside its tasks: the agent and Docker, and the package manager while it boots. */
const LEAST_MIB = 768;

export const tinyInstance: TargetRule = {
  code: 'DR4131',
  name: 'tiny-instance',
  severity: Severity.WARNING,
  summary: 'An instance has memory for its package manager, Docker and the agent of Amazon ECS.',
  reason:
    'With half a GiB the package manager of Amazon Linux 2023 is often killed for want of memory. The instance then '
    + 'lacks the AWS CLI with which it says that it serves, and the stack is rolled back after a quarter of an hour.',
  link: 'https://docs.aws.amazon.com/linux/al2023/ug/system-requirements.html',
  fields: [],
  concerns: 'environment',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    if (settings.machineImage === 'bottlerocket') return;
    for (const { prop, name } of chosenTypes(settings)) {
      const type = instanceTypeOf(name);
      if (!type || registeredMemory(type).memoryMiB >= LEAST_MIB) continue;
      report(
        at(spec),
        `${prop} should name a type with at least 1024 MiB, got ${name} with ${type.memoryMiB} MiB; it may never boot.`,
        `Name ${name.replace(/\..*/, '.micro')} or a larger type.`, [prop],
      );
    }
  },
};

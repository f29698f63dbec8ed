import { Severity } from '../../finding/finding';
import { didYouMean } from '../../finding/suggest';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

const KNOWN = [
  'ALL',
  'AUDIT_CONTROL',
  'AUDIT_READ',
  'AUDIT_WRITE',
  'BLOCK_SUSPEND',
  'CHOWN',
  'DAC_OVERRIDE',
  'DAC_READ_SEARCH',
  'FOWNER',
  'FSETID',
  'IPC_LOCK',
  'IPC_OWNER',
  'KILL',
  'LEASE',
  'LINUX_IMMUTABLE',
  'MAC_ADMIN',
  'MAC_OVERRIDE',
  'MKNOD',
  'NET_ADMIN',
  'NET_BIND_SERVICE',
  'NET_BROADCAST',
  'NET_RAW',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_ADMIN',
  'SYS_BOOT',
  'SYS_CHROOT',
  'SYS_MODULE',
  'SYS_NICE',
  'SYS_PACCT',
  'SYS_PTRACE',
  'SYS_RAWIO',
  'SYS_RESOURCE',
  'SYS_TIME',
  'SYS_TTY_CONFIG',
  'SYSLOG',
  'WAKE_ALARM',
];

export const unknownCapability: SpecRule = {
  code: 'DR2119',
  name: 'unknown-capability',
  severity: Severity.WARNING,
  summary: 'Every Linux capability is one that Amazon ECS lists.',
  reason: 'A task with a capability that nobody knows does not start.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_linuxparameters_ec2',
  fields: [
    'containerDefinitions[].linuxParameters.capabilities.add[]',
    'containerDefinitions[].linuxParameters.capabilities.drop[]',
  ],
  check(spec, { at, report }) {
    for (const { add = [], drop = [] } of spec.containers.flatMap(
      (container) => container.linuxParameters?.capabilities ?? [],
    )) {
      for (const list of [add, drop]) {
        for (const [index, name] of list.entries()) {
          if (KNOWN.includes(name)) continue;
          const bare = name.toUpperCase().replace(/^CAP_/, '');
          const hint = KNOWN.includes(bare)
            ? `Write "${bare}".`
            : didYouMean(bare, KNOWN).trim() || 'Remove it, if it is not the name of a capability.';
          report(at(list, index), `must be a capability that Amazon ECS lists, got ${quoted(name)}.`, hint);
        }
      }
    }
  },
};

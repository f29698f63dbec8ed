import { Severity } from '../../finding/finding';
import { didYouMean } from '../../finding/suggest';
import { SpecRule } from '../spec-rule';
import { quoted } from '../wording';

const KERNEL = ['msgmax', 'msgmnb', 'msgmni', 'sem', 'shmall', 'shmmax', 'shmmni', 'shm_rmid_forced'].map(
  (name) => `kernel.${name}`,
);
const PREFIXES = ['net.', 'fs.mqueue.'];

export const systemControl: SpecRule = {
  code: 'DR2117',
  name: 'system-control',
  severity: Severity.ERROR,
  summary:
    'Every system control is of a kind that belongs to one container: net.*, fs.mqueue.* or an IPC setting of the '
    + 'kernel.',
  reason: 'All other kernel settings belong to the whole instance, and Amazon ECS refuses them.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html#container_definition_systemcontrols_ec2',
  fields: ['containerDefinitions[].systemControls[].namespace'],
  check(spec, { at, report }) {
    for (const control of spec.containers.flatMap((container) => container.systemControls ?? [])) {
      const { namespace } = control;
      if (
        namespace === undefined
        || KERNEL.includes(namespace)
        || PREFIXES.some((prefix) => namespace.startsWith(prefix))
      ) {
        continue;
      }
      report(
        at(control, 'namespace'),
        `must be net.*, fs.mqueue.*, or one of ${KERNEL.join(', ')}, got ${quoted(namespace)}.`,
        didYouMean(namespace, KERNEL).trim()
          || `Remove it, and run "sysctl -w ${namespace}=${control.value ?? '…'}" on the instances: in `
          + 'userDataCommands, or in .ebextensions on Elastic Beanstalk.',
      );
    }
  },
};

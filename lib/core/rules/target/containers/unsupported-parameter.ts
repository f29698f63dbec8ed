import { Severity } from '../../../finding/finding';
import { table } from '../../../finding/table';
import { ContainerSpec } from '../../../spec/model';
import { TargetRule } from '../target-rule';

/** What Amazon ECS refuses, by mode. */
const UNSUPPORTED = table<readonly (keyof ContainerSpec)[]>({
  awsvpc: ['hostname', 'dnsServers', 'dnsSearchDomains', 'extraHosts', 'disableNetworking'],
});

export const unsupportedParameter: TargetRule = {
  code: 'DR4012',
  name: 'unsupported-parameter',
  severity: Severity.ERROR,
  summary:
    'Containers set only what their network mode supports: no host name, name servers, extra hosts or '
    + 'disableNetworking in awsvpc, '
    + 'no port ranges and no net settings of the kernel in host.',
  reason: 'Amazon ECS refuses the task definition otherwise.',
  link: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
  fields: [
    'containerDefinitions[].hostname',
    'containerDefinitions[].dnsServers',
    'containerDefinitions[].dnsSearchDomains',
    'containerDefinitions[].extraHosts',
    'containerDefinitions[].disableNetworking',
    'containerDefinitions[].portMappings[].containerPortRange',
    'containerDefinitions[].systemControls',
  ],
  concerns: 'task',
  target: 'ecs',
  check(spec, { networkMode = 'bridge' }, { at, report }) {
    const refuse = (place: ReturnType<typeof at>, what: string) =>
      report(
        place, `must be absent in ${networkMode} mode.`,
        `Remove ${what}, or use networkMode bridge.`, ['networkMode'],
      );
    for (const container of spec.containers) {
      for (const key of UNSUPPORTED[networkMode] ?? []) {
        if (container[key] !== undefined) refuse(at(container, key), `"${key}"`);
      }
      if (networkMode !== 'host') continue;
      for (const mapping of container.portMappings ?? []) {
        if (mapping.containerPortRange !== undefined) refuse(at(mapping, 'containerPortRange'), 'the range');
      }
      for (const control of container.systemControls ?? []) {
        if (control.namespace?.startsWith('net.')) refuse(at(control), `"${control.namespace}"`);
      }
    }
  },
};

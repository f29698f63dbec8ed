import { table } from '../finding/table';
import { OptionKey } from '../options/setting';

/** How the id of something looks that is there already. */
export interface ReferenceForm {
  readonly shown: string;
  readonly edit: string;
  readonly holds: (value: string) => boolean;
}

function ids(prefix: string, prop: string): ReferenceForm {
  const items = new RegExp(`^\\s*${prefix}-\\w+(\\s*,\\s*${prefix}-\\w+)*\\s*,?\\s*$`);
  return {
    shown: `ids such as "${prefix}-0123456789abcdef0"`,
    edit: `Write the id, or pass ${prop}.`,
    holds: (value) => items.test(value),
  };
}

const FORMS = table<ReferenceForm>({
  VPCId: ids('vpc', 'vpc'),
  Subnets: ids('subnet', 'vpcSubnets'),
  ELBSubnets: ids('subnet', 'loadBalancerSubnets'),
  SecurityGroups: ids('sg', 'instanceSecurityGroups'),
});

const NAMESPACES = ['aws:ec2:vpc', 'aws:autoscaling:launchconfiguration'];

/** The form of the value of an option; nothing for options that refer to nothing. */
export function formOf({ namespace, optionName }: OptionKey): ReferenceForm | undefined {
  return NAMESPACES.includes(namespace) ? FORMS[optionName] : undefined;
}

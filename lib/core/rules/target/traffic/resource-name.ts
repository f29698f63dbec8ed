import { Severity } from '../../../finding/finding';
import { known } from '../../../settings/setting';
import { targetsOf } from '../../../settings/traffic/listeners';
import { TargetRule } from '../target-rule';

const MAX_LENGTH = 32;

export const resourceName: TargetRule = {
  code: 'DR4083',
  name: 'resource-name',
  severity: Severity.ERROR,
  summary:
    'Names of load balancers and target groups have up to 32 letters, digits and inner hyphens, and each is used once.',
  reason: 'Elastic Load Balancing refuses other names, and a name that the account uses in the region already.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
  fields: [],
  concerns: 'service',
  target: 'ecs',
  check(spec, settings, { at, report }) {
    const loadBalancerName = known(settings.loadBalancerName);
    if (loadBalancerName !== undefined) {
      for (const [must, hint] of brokenName(loadBalancerName)) report(at(spec), `loadBalancerName must ${must}.`, hint);
      if (/^internal-/i.test(loadBalancerName)) {
        report(
          at(spec), `loadBalancerName must not start with internal-, got "${loadBalancerName}".`, 'Drop that part.',
        );
      }
    }
    const owners = new Map<string, string>();
    for (const {
      prop, target: { targetGroupName: name },
    } of targetsOf(settings)) {
      if (name === undefined) continue;
      for (const [must, hint] of brokenName(name)) report(at(spec), `${prop}.targetGroupName must ${must}.`, hint);
      const owner = owners.get(name);
      if (owner !== undefined) {
        report(
          at(spec), `${prop}.targetGroupName must be used once, got "${name}", which ${owner} has already.`,
          'Give it another name, or none.',
        );
      }
      owners.set(name, owner ?? prop);
    }
  },
};

function* brokenName(name: string): Iterable<readonly [string, string]> {
  if (name.length === 0 || name.length > MAX_LENGTH) {
    yield [`have 1 to ${MAX_LENGTH} characters, got ${name.length}`, name === '' ? 'Leave it out.' : 'Shorten it.'];
  } else if (!/^[a-z\d]([a-z\d-]*[a-z\d])?$/i.test(name)) {
    yield [`have letters, digits and inner hyphens only, got "${name}"`, 'Leave the other characters out.'];
  }
}

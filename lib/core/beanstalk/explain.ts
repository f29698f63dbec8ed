import { Decisions, DecisionSource } from '../plan/decision';
import { CapacityPlan } from '../plan/plan';
import { DEPLOYMENT, UPDATE_TIME } from '../settings/beanstalk';
import { EnvironmentSettings, showSetting } from '../settings/settings';
import { TRIGGER } from '../settings/trigger';

const CHOSEN = 'You chose it.';

/** Says why the instances and the operation of the environment are as they are. */
export function explainEnvironment(settings: EnvironmentSettings, capacity: CapacityPlan, decisions: Decisions): void {
  const { deployment, updateTime, singleInstance = false } = settings.beanstalk ?? {};
  const say = (topic: string, choice: string, isChosen: boolean, reason: string) =>
    decisions.choose(topic, choice, isChosen ? DecisionSource.PROP : DecisionSource.DEFAULT, isChosen ? CHOSEN : reason);
  say('instance type', showSetting(capacity.instanceType), settings.instanceType !== undefined, 'Two vCPUs and 4 GiB carry the usual task of 1 GiB or less beside the agent.');
  say('instances', `${showSetting(capacity.minCapacity)} to ${showSetting(capacity.maxCapacity)}`, settings.minCapacity !== undefined || settings.maxCapacity !== undefined,
    'With two, one serves while the other changes.');
  const trigger = capacity.scaling?.triggers[0];
  if (!singleInstance) say('scaling', (trigger ?? TRIGGER).metric, trigger !== undefined, 'Beanstalk always scales; without a trigger it follows the bytes that leave the instances.');
  say('deployment', (deployment ?? DEPLOYMENT).policy, deployment !== undefined, 'Half of the instances serve while the others get the new version.');
  say('platform updates', updateTime ?? UPDATE_TIME, updateTime !== undefined, 'Beanstalk replaces the instances by ones with the newest platform once a week, in UTC.');
}

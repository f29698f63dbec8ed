import { DecisionSource } from '../../lib/core/plan/decision';
import { decisionOf, planOf, Settings } from './helpers';

const MIN_TOKEN = { unresolved: 'minCapacity' };
const MAX_TOKEN = { unresolved: 'maxCapacity' };
const LATER = 'It is known only at deployment, so the checks that need it were skipped.';

describe('how many instances run, how many stay during a change, and which part of the tasks stays during a deployment', () => {
  test.each<[string, Settings, [unknown, unknown], number, number]>([
    ['nothing', {}, [2, 4], 2, 50],
    ['1 to 1', { minCapacity: 1, maxCapacity: 1 }, [1, 1], 0, 0],
    ['1 to 4', { minCapacity: 1, maxCapacity: 4 }, [1, 4], 1, 0],
    ['2 to 2', { minCapacity: 2, maxCapacity: 2 }, [2, 2], 1, 50],
    ['2 to 4', { minCapacity: 2, maxCapacity: 4 }, [2, 4], 2, 50],
    ['4 to 4', { minCapacity: 4, maxCapacity: 4 }, [4, 4], 3, 50],
    ['0 to 1', { minCapacity: 0, maxCapacity: 1 }, [0, 1], 0, 0],
    ['6 at least', { minCapacity: 6 }, [6, 6], 5, 50],
    ['1 at most', { maxCapacity: 1 }, [1, 1], 0, 0],
    ['3 at most', { maxCapacity: 3 }, [2, 3], 2, 50],
    ['a minimum known later', { minCapacity: MIN_TOKEN }, [MIN_TOKEN, 4], 2, 0],
    ['a minimum known later, 1 at most', { minCapacity: MIN_TOKEN, maxCapacity: 1 }, [MIN_TOKEN, 1], 0, 0],
    ['a maximum known later', { maxCapacity: MAX_TOKEN }, [2, MAX_TOKEN], 1, 50],
    ['1 at least, a maximum known later', { minCapacity: 1, maxCapacity: MAX_TOKEN }, [1, MAX_TOKEN], 0, 0],
    ['both known later', { minCapacity: MIN_TOKEN, maxCapacity: MAX_TOKEN }, [MIN_TOKEN, MAX_TOKEN], 1, 0],
  ])('%s', (_, settings, [minCapacity, maxCapacity], minInstancesInService, minHealthyPercent) => {
    const { capacity, service } = planOf(settings);
    expect(capacity).toMatchObject({ minCapacity, maxCapacity, minInstancesInService });
    expect(service).toMatchObject({ scheduling: 'DAEMON', minHealthyPercent, maxHealthyPercent: 100, rollback: true });
  });
});

describe('the reason for', () => {
  test.each<[string, Settings, string, string, DecisionSource]>([
    ['minimum instances', {}, '2', 'With two, one serves while the other rolls.', DecisionSource.DEFAULT],
    ['minimum instances', { minCapacity: 2 }, '2', 'You chose it.', DecisionSource.PROP],
    ['minimum instances', { minCapacity: 1 }, '1', 'You chose it.', DecisionSource.PROP],
    ['minimum instances', { maxCapacity: 1 }, '1', 'It cannot be above the maximum that you chose.', DecisionSource.DERIVED],
    ['minimum instances', { minCapacity: MIN_TOKEN }, '${minCapacity}', LATER, DecisionSource.PROP],
    ['maximum instances', {}, '4', 'Beanstalk allows four.', DecisionSource.BEANSTALK],
    ['maximum instances', { maxCapacity: 9 }, '9', 'You chose it.', DecisionSource.PROP],
    ['maximum instances', { minCapacity: 6 }, '6', 'It cannot be below the minimum that you chose.', DecisionSource.DERIVED],
    ['maximum instances', { maxCapacity: MAX_TOKEN }, '${maxCapacity}', LATER, DecisionSource.PROP],
    ['instance type', {}, 't3.medium', 'Two vCPUs and 4 GiB carry the usual task of 1 GiB or less beside the agent.', DecisionSource.DEFAULT],
    ['instance type', { instanceType: 't4g.small' }, 't4g.small', 'You chose it.', DecisionSource.PROP],
    ['instance type', { instanceType: { unresolved: 'instanceType' } }, '${instanceType}', LATER, DecisionSource.PROP],
    [
      'instances in service during a change', { maxCapacity: 2 }, '1',
      'Instances are replaced one by one; the group may not grow beyond its maximum meanwhile.', DecisionSource.DERIVED,
    ],
    [
      'machine image', { instanceType: 't4g.small' }, 'ECS-optimized Amazon Linux 2023, arm64',
      'It matches the instance type and is looked up when an instance starts, so a new image replaces nothing by itself.', DecisionSource.DERIVED,
    ],
    [
      'machine image', { instanceType: { unresolved: 'instanceType' } }, 'ECS-optimized Amazon Linux 2023, x86_64',
      'The instance type is known only at deployment and has to be of this architecture; '
      + 'the image is looked up when an instance starts, so a new image replaces nothing by itself.', DecisionSource.DERIVED,
    ],
    ['minimum healthy percent', {}, '50', 'Half of the tasks keep serving while the others roll.', DecisionSource.DERIVED],
    [
      'minimum healthy percent', { minCapacity: 1 }, '0',
      'With one instance, any higher figure would leave no task that may be stopped, and no deployment could ever finish. '
        + 'Under 0 %, Amazon ECS may stop all tasks at once, however many instances there are.', DecisionSource.DERIVED,
    ],
    [
      'minimum healthy percent', { minCapacity: MIN_TOKEN }, '0',
      'minCapacity is known only at deployment; if it is 1, any higher figure would leave no task that may be stopped, and no deployment could ever finish. '
        + 'Under 0 %, Amazon ECS may stop all tasks at once, however many instances there are.',
      DecisionSource.DERIVED,
    ],
  ])('%s under %j', (topic, settings, choice, reason, source) => {
    expect(decisionOf(planOf(settings), topic)).toMatchObject({ topic, choice, reason, source });
  });
});

describe('the image is for the architecture of', () => {
  test.each([
    ['a1.medium', 'arm64'], ['t4g.nano', 'arm64'], ['m7gd.large', 'arm64'], ['c8gn.medium', 'arm64'], ['im4gn.large', 'arm64'], ['is4gen.large', 'arm64'],
    ['g5g.xlarge', 'arm64'], ['t3.medium', 'x86_64'], ['g4dn.xlarge', 'x86_64'], ['m7i-flex.large', 'x86_64'], ['g5.xlarge', 'x86_64'], ['p4d.24xlarge', 'x86_64'],
  ])('%s: %s', (instanceType, architecture) => {
    expect(planOf({ instanceType }).capacity).toMatchObject({ instanceType, architecture, launch: { rootVolumeSize: 30 } });
  });
});

import { Severity } from '../../finding/finding';
import { shapeOf } from '../../settings/beanstalk-shape';
import { LISTENER_PORT } from '../../settings/defaults';
import { chooseListeners } from '../../settings/listeners';
import { TargetRule } from './target-rule';

export const beanstalkRetired: TargetRule = {
  code: 'DR4220',
  name: 'beanstalk-retired',
  severity: Severity.ERROR,
  summary: 'What is retired on Elastic Beanstalk is not in use any more.',
  reason: 'An option has one value; the retired name would take it from the one that is in use.',
  link: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-elasticbeanstalk-environment.html',
  fields: [],
  concerns: 'environment',
  target: 'beanstalk',
  check(spec, settings, { at, report }) {
    const { environmentProperties = {}, scheduling, beanstalk = {} } = settings;
    const { retiredEnvironmentProperties = [], retiredListeners = [], retiredSchedules = [], environmentSecrets = [] } = beanstalk;
    const used = new Set([...Object.keys(environmentProperties), ...environmentSecrets]);
    for (const [index, name] of retiredEnvironmentProperties.entries()) {
      if (used.has(name)) report(at(spec), `retiredEnvironmentProperties[${index}] must be out of use, got "${name}".`, 'Remove it from one of the two.');
    }
    const { schedules = [] } = scheduling?.kind === 'one-per-instance' ? scheduling : {};
    for (const [index, name] of retiredSchedules.entries()) {
      if (schedules.some((schedule) => schedule.name === name)) report(at(spec), `retiredSchedules[${index}] must be out of use, got "${name}".`, 'Remove it from one of the two.');
    }
    if (retiredListeners.length > 0 && !['application', 'network'].includes(shapeOf(spec, settings))) {
      report(at(spec), 'retiredListeners must be empty without a load balancer of the environment alone.', 'Remove them.');
    }
    const ports = new Set<number>(chooseListeners(spec, settings).listeners.map(({ port }) => port));
    for (const [index, port] of retiredListeners.entries()) {
      if (ports.has(port)) report(at(spec), `retiredListeners[${index}] must be out of use, got ${port}.`, 'Remove it from one of the two.');
      else if (port === LISTENER_PORT) report(at(spec), `retiredListeners[${index}] must not be ${port}, which is switched off by itself.`, 'Remove it.');
    }
  },
};

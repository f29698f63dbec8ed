import { Severity } from '../../../finding/finding';
import { beyondBeanstalk } from '../../../settings/fields/faults';
import { onePerInstanceFields } from '../../../settings/service/scheduling';
import { TargetRule } from '../target-rule';

export const beanstalkScheduling: TargetRule = {
  code: 'DR4203',
  name: 'beanstalk-scheduling',
  severity: Severity.ERROR,
  summary:
    'On Elastic Beanstalk one task runs on every instance, at most one trigger scales these, and `deployment` says '
    + 'how versions replace each other.',
  reason: 'Beanstalk starts the task on each of its instances itself; there is no service of Amazon ECS.',
  link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_ecs.html',
  fields: [],
  concerns: 'service',
  target: 'beanstalk',
  check(spec, { scheduling }, { at, report }) {
    if (!scheduling) return;
    if (scheduling.kind === 'replicas') {
      report(
        at(spec), 'scheduling must be one task for each instance on Elastic Beanstalk, got replicas.',
        'Use Scheduling.onePerInstance(), or EcsEnvironment.', ['scheduling'],
      );
      return;
    }
    for (const fault of beyondBeanstalk(onePerInstanceFields, scheduling, 'scheduling')) {
      report(at(spec), fault.message, fault.hint, [fault.prop]);
    }
    const triggers = scheduling.triggers?.length ?? 0;
    if (triggers > 1) {
      report(
        at(spec), `scheduling.triggers must be at most one on Elastic Beanstalk, got ${triggers}.`,
        'Keep the one that matters most.', ['scheduling.triggers'],
      );
    }
  },
};

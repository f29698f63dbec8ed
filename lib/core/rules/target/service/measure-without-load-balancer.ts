import { Severity } from '../../../finding/finding';
import {
  needsLoadBalancer, SchedulingSettings, TRIGGER_METRICS, triggerFields,
} from '../../../settings/service/scheduling';
import { servedMappings } from '../../../settings/traffic/host-bonds';
import { TargetRule } from '../target-rule';

export const measureWithoutLoadBalancer: TargetRule = {
  code: 'DR4077',
  name: 'measure-without-load-balancer',
  severity: Severity.ERROR,
  summary: 'Only a service behind a load balancer scales on what the load balancer measures.',
  reason: 'Without one there are no figures, and the alarm never goes off.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html',
  fields: [],
  concerns: 'service',
  check(spec, settings, { at, report }) {
    if (!settings.scheduling || servedMappings(spec, settings).length > 0) return;
    for (const [prop, metric] of measuresOf(settings.scheduling)) {
      report(
        at(spec),
        `scheduling.${prop} must not be about requests or targets where no load balancer leads to the service, got `
          + `${metric}.`,
        'Scale on the CPU, or add a listener.', [`scheduling.${prop}`],
      );
    }
  },
};

/** The props whose metric a load balancer reports. */
function measuresOf(scheduling: SchedulingSettings): [prop: string, metric: string][] {
  if (scheduling.kind === 'one-per-instance') {
    return (scheduling.triggers ?? []).flatMap(
      ({ metric = triggerFields.metric.fallback }, index): [string, string][] =>
        metric in TRIGGER_METRICS && needsLoadBalancer(metric) ? [[`triggers[${index}].metric`, metric]] : [],
    );
  }
  return scheduling.requestsPerTarget === undefined ? [] : [['requestsPerTarget', 'requests']];
}

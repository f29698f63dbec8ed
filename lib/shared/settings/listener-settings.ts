import { ListenerSettings, RuleSettings, TargetSettings } from '../../core/settings/settings';
import { allTargetFields } from '../../core/settings/traffic/target';
import { DockerrunListener, DockerrunListenerRule, DockerrunRoute } from '../../ecs/listener-props';
import { DockerrunTarget } from '../../ecs/target-props';
import { settingsOf } from './settings-of';
import { plain, plainSeconds, settingsOfList } from './tokens';

/** A listener without its CDK objects: certificates become their number and durations seconds. */
export function listenerSettings(listener: DockerrunListener, index: number): ListenerSettings {
  const prop = `listeners[${index}]`;
  const { certificates, sslPolicy, open, allowedCidrs, allowedSecurityGroups, rules } = listener;
  return {
    ...targetSettings(prop, listener),
    port: plain(`${prop}.port`, listener.port),
    protocol: listener.protocol as ListenerSettings['protocol'],
    tcpIdleTimeout: plainSeconds(`${prop}.tcpIdleTimeout`, listener.tcpIdleTimeout),
    action: listener.defaultAction?._settings(`${prop}.defaultAction`),
    certificates: certificates?.length, sslPolicy, open,
    allowedCidrs: allowedCidrs && settingsOfList(`${prop}.allowedCidrs`, allowedCidrs),
    allowedSecurityGroups: allowedSecurityGroups?.length,
    rules: rules?.map((rule, at) => ruleSettings(`${prop}.rules[${at}]`, rule)),
  };
}

function ruleSettings(prop: string, rule: DockerrunListenerRule): RuleSettings {
  return { ...routeSettings(prop, rule), action: rule.action?._settings(`${prop}.action`) };
}

/** A rule that leads to a container. */
export function routeSettings(prop: string, route: DockerrunRoute): RuleSettings {
  return {
    ...targetSettings(prop, route),
    pathPatterns: plain(`${prop}.pathPatterns`, route.pathPatterns),
    hostHeaders: plain(`${prop}.hostHeaders`, route.hostHeaders),
    priority: plain(`${prop}.priority`, route.priority),
  };
}

/** A container behind a listener or a rule. */
export function targetSettings(prop: string, target: DockerrunTarget): TargetSettings {
  return settingsOf(allTargetFields, target, prop);
}

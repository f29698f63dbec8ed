import fc from 'fast-check';
import { BeanstalkChoices, DeploymentSettings } from '../../lib/core/settings/beanstalk/beanstalk';
import { GroupScheduleSettings, OnePerInstanceSettings, TriggerSettings } from '../../lib/core/settings/service/scheduling';
import { EnvironmentSettings, HealthCheckSettings } from '../../lib/core/settings/settings';
import { Settings } from '../beanstalk/plans';

/* What an environment may be told by props that option settings can say, too. */

export const whole = (min: number, max: number) => fc.integer({ min, max });
export const some = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
const word = fc.stringMatching(/^[a-z]{1,8}$/);

const check = some<HealthCheckSettings>({
  path: word.map((text) => `/${text}`), healthyHttpCodes: fc.constantFrom('200', '200,301', '200-299'),
  interval: whole(30, 300), timeout: whole(1, 25),
  healthyThresholdCount: whole(2, 10), unhealthyThresholdCount: whole(2, 10),
}).filter((given) => Object.keys(given).length > 0);
const target = {
  healthCheck: check, deregistrationDelay: whole(0, 3600), stickinessCookieDuration: whole(1, 604_800), targetProtocol: fc.constant('HTTPS' as const),
};
const condition = fc.oneof(
  word.map((text) => ({ pathPatterns: [`/${text}`, `/${text}/*`] })), word.map((text) => ({ hostHeaders: [`${text}.example.com`] })),
  fc.tuple(word, word).map(([host, path]) => ({ hostHeaders: [`${host}.example.com`], pathPatterns: [`/${path}`] })),
);
const rule = fc.record({ condition, priority: whole(1, 1000), instancePort: fc.constantFrom(80, 8080), more: some(target) });
type Rule = typeof rule extends fc.Arbitrary<infer R> ? R : never;
const clash = (one: Rule, other: Rule) => one.priority === other.priority || JSON.stringify(one.condition) === JSON.stringify(other.condition);
const rules = fc.uniqueArray(rule, { minLength: 1, maxLength: 4, comparator: clash }).map((all) => all
  .sort((one, other) => one.priority - other.priority)
  .map(({ condition: on, more, ...own }) => ({ ...on, ...more, ...own })));

const request = fc.record({
  port: fc.constantFrom(80, 81, 443, 8080), instancePort: fc.constantFrom(80, 8080), more: some({ ...target, rules }), policy: fc.boolean(),
});
const SECURE = { certificates: 1, protocol: 'HTTPS' } as const;
const POLICY = { ...SECURE, sslPolicy: 'ELBSecurityPolicy-2016-08' } as const;
export const requests = fc.uniqueArray(request, { minLength: 1, maxLength: 3, selector: ({ port }) => port }).map((all) => all
  .sort((one, other) => one.port - other.port)
  .map(({ more, policy, ...own }) => ({ ...own, ...more, ...own.port !== 443 ? { protocol: 'HTTP' as const } : policy ? POLICY : SECURE })));
export const connections = fc.record({
  port: whole(1024, 2000), instancePort: fc.constantFrom(80, 8080), more: some({ deregistrationDelay: whole(0, 3600) }),
})
  .map(({ port, instancePort, more }) => [{ port, instancePort, protocol: 'TCP' as const, ...more }]);

const trigger = fc.tuple(
  some<TriggerSettings>({
    statistic: fc.constantFrom('Average', 'Maximum'), period: whole(1, 600), evaluationPeriods: whole(1, 600),
    breachDuration: whole(1, 600),
    lowerBreachScaleIncrement: whole(-9, -1), upperBreachScaleIncrement: whole(1, 9),
  }),
  fc.constantFrom<TriggerSettings>({}, { metric: 'CPUUtilization', unit: 'Percent', lowerThreshold: 20, upperThreshold: 70 }, { metric: 'NetworkIn', unit: 'Bytes' }),
).map(([figures, measure]): TriggerSettings => ({ ...measure, ...figures })).filter((given) => Object.keys(given).length > 0);
const schedule = fc.tuple(
  some<Omit<GroupScheduleSettings, 'name'>>({ minCapacity: whole(1, 4), maxCapacity: whole(4, 9), desiredCapacity: whole(4, 4) })
    .filter((figures) => Object.keys(figures).length > 0),
  some<Omit<GroupScheduleSettings, 'name'>>({ startTime: fc.constant('2030-01-01T00:00:00Z'), endTime: fc.constant('2031-01-01T00:00:00Z') }),
  fc.record({ name: word, recurrence: fc.constantFrom('0 8 * * *', '30 20 * * 1-5') }),
).map(([figures, times, own]): GroupScheduleSettings => ({ ...figures, ...times, ...own }));
const scheduling = some<Omit<OnePerInstanceSettings, 'kind'>>({
  cooldown: whole(0, 10_000), triggers: trigger.map((one) => [one]),
  schedules: fc.uniqueArray(schedule, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
}).filter((given) => Object.keys(given).length > 0).map((given) => ({ kind: 'one-per-instance' as const, ...given }));

const deployment: fc.Arbitrary<DeploymentSettings> = fc.oneof(
  fc.constantFrom({ policy: 'AllAtOnce' } as const, { policy: 'Immutable' } as const),
  ...['batchPercent', 'batchSize'].map((size) => fc.record({ policy: fc.constantFrom('Rolling', 'RollingWithAdditionalBatch'), [size]: whole(1, 100) })),
  fc.record({ policy: fc.constant('TrafficSplitting'), newVersionPercent: whole(1, 100), evaluationTime: whole(3, 600) }),
) as fc.Arbitrary<DeploymentSettings>;
const beanstalk = some<BeanstalkChoices>({
  deployment, updateTime: fc.constantFrom('Sun:02:30', 'Tue:05:00'), environmentSecrets: fc.constantFrom(['DB_PASSWORD'], ['API_KEY', 'DB_PASSWORD']),
  notificationsTopic: fc.constant(true), notificationsEmail: word.map((name) => `${name}@example.com`),
}).filter((given) => Object.keys(given).length > 0);

/** Whatever the application may be told, but functions and placeholders, which options cannot say. */
const value = fc.string({ unit: fc.constantFrom(...'aZ09 :#-"\'\\,&*!|>%@[]?=/.~'), maxLength: 12 });
export const capacity = fc.record({ low: whole(1, 4), more: whole(0, 5), ends: fc.constantFrom('both', 'none') })
  .map(({ low, more, ends }): Settings => (ends === 'both' ? { minCapacity: low, maxCapacity: low + more } : {}));
export const types = fc.oneof(
  fc.constantFrom<Settings>({}, { instanceType: 't3.large' }, { instanceType: 'm7g.large' }),
  fc.record({ base: whole(0, 3), share: whole(0, 99) }).map(({ base, share }): Settings => (
    {
      instanceType: 'm7g.large', alternativeInstanceTypes: ['m6g.large', 'c7g.xlarge'], onDemandBaseCapacity: base,
      onDemandPercentageAboveBaseCapacity: share,
    })),
);
export const rest = some<Settings>({
  publicLoadBalancer: fc.boolean(), rootVolumeSize: whole(30, 1000), detailedMonitoring: fc.boolean(), keyPair: fc.constant(true), scheduling,
  logRetention: fc.constantFrom(1, 7, 30, 3653),
  environmentProperties: fc.dictionary(fc.stringMatching(/^V_[A-Z]{1,6}$/), value, { minKeys: 1, maxKeys: 5 }), beanstalk,
});
const ofRequests = some<Settings>({
  ipAddressType: fc.constantFrom('ipv4', 'dualstack'), idleTimeout: whole(1, 3600), listeners: requests,
  accessLogsBucket: fc.constant({ usesKms: false, isOwned: false }),
}).chain((given) => word.map((prefix): Settings => (given.accessLogsBucket ? { ...given, accessLogsPrefix: prefix } : given)));
const ofConnections = connections.map((listeners): Settings => ({ listeners }));
export const single: fc.Arbitrary<Settings> = fc.constant({ beanstalk: { singleInstance: true } });

const NETWORK = { vpc: true, loadBalancerSubnets: true, redirectHTTP: false };
const front = fc.oneof({ weight: 4, arbitrary: ofRequests }, { weight: 1, arbitrary: ofConnections });

export const settings: fc.Arbitrary<EnvironmentSettings> = fc.tuple(front, capacity, types, rest)
  .map((parts) => Object.assign({ ...NETWORK }, ...parts) as EnvironmentSettings);

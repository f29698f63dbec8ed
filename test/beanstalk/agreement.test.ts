import { planEcs } from '../../lib/core/plan/ecs/ecs';
import { expectAgreement } from './agreement';
import { planOf, Settings, TWO } from './plans';

/** What both targets say of one file under one set of settings. */
const CASES: readonly (readonly [string, Settings])[] = [
  ['nothing said', {}],
  ['two listeners', { listeners: [{ port: 80 }, { port: 8080 }] }],
  ['a listener elsewhere', { listeners: [{ port: 9000, instancePort: 8080 }] }],
  ['HTTPS with its redirect', { certificates: 1, listeners: [{ port: 443, instancePort: 80 }] }],
  ['rules', { listeners: [{ port: 80, rules: [{ pathPatterns: ['/admin/*', '/admin'], instancePort: 8080 }, { hostHeaders: ['a.example.com'], instancePort: 8080, stickinessCookieDuration: 60 }] }] }],
  ['a health check', { listeners: [{ port: 80, deregistrationDelay: 5, healthCheck: { path: '/up', healthyHttpCodes: '204', interval: 10, timeout: 3, healthyThresholdCount: 2, unhealthyThresholdCount: 4 } }] }],
  ['bounds', { minCapacity: 3, maxCapacity: 9 }],
  ['one instance', { minCapacity: 1, maxCapacity: 1 }],
  ['environment properties', { environmentProperties: { STAGE: 'live', TABLE: 'orders' } }],
];

test.each(CASES)('both targets agree: %s', (_, settings) => {
  expectAgreement(planEcs(TWO, { vpc: false, ...settings }).plan!, planOf(settings));
});

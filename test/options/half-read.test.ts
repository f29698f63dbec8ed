import { readOptions } from '../../lib/core/reading/read-options';
import { translateReading } from '../../lib/core/reading/translate-options';
import { TranslationTarget } from '../../lib/core/translation/target';

/* A value counts as used when all of it is: what is taken of it, and what is said of the rest. */
function told(options: Record<string, Record<string, string>>, target: TranslationTarget = 'ecs') {
  const lines = Object.entries(options).flatMap(([namespace, own]) => [`  ${namespace}:`, ...Object.entries(own).map(([name, value]) => `    ${name}: "${value}"`)]);
  const text = ['option_settings:', ...lines, ''].join('\n');
  const reading = readOptions({ sources: [{ kind: 'extension', name: '.ebextensions/01.config', text }] });
  const { settings, files } = translateReading(reading, undefined, target);
  return { settings, said: files.flatMap(({ findings }) => findings.map(({ code }) => code)).filter((code) => code !== 'DR6014') };
}

const LOGS = 'aws:elasticbeanstalk:cloudwatch:logs';

test.each(['1', '14', '365', '3653'])('logs are kept for %s days on Amazon ECS, too', (days) => {
  const { settings, said } = told({ [LOGS]: { RetentionInDays: days } });
  expect([settings.logRetention, said]).toEqual([Number(days), []]);
});

test('how long health is kept changes nothing about logs on Amazon ECS', () => {
  const { settings } = told({ [LOGS]: { RetentionInDays: '14' }, [`${LOGS}:health`]: { RetentionInDays: '7' } });
  expect(settings.logRetention).toBe(14);
});

const URL = 'Application Healthcheck URL';
const check = (url: string, listener: Record<string, string> = {}) => {
  const { settings, said } = told({ 'aws:elasticbeanstalk:application': { [URL]: url }, 'aws:elb:listener': { InstancePort: '8080', ...listener } });
  return [settings.listeners?.[0].healthCheck, said];
};

test.each<[string, Record<string, string>, object | undefined, string[]]>([
  ['/up', {}, { path: '/up' }, []],
  ['HTTP:8080/up', {}, { path: '/up' }, []],
  ['HTTP:8081/up', {}, { path: '/up', port: 8081 }, []],
  ['HTTPS:8080/up', { InstanceProtocol: 'HTTPS' }, { path: '/up' }, []],
  ['HTTPS:443/up', {}, undefined, ['DR6043']],
  ['HTTP:8080/up', { InstanceProtocol: 'HTTPS' }, undefined, ['DR6043']],
  ['TCP:8080', {}, { healthyHttpCodes: '200-499' }, ['DR6043']],
  ['TCP:9000', {}, { healthyHttpCodes: '200-499', port: 9000 }, ['DR6043']],
  ['SSL:9000', {}, { healthyHttpCodes: '200-499', port: 9000 }, ['DR6043']],
  ['TCP:8080', { ListenerProtocol: 'TCP' }, undefined, []],
  ['TCP:9000', { ListenerProtocol: 'TCP' }, { port: 9000 }, []],
])('a check of %s with %j', (url, listener, healthCheck, said) => {
  expect(check(url, listener)).toEqual([healthCheck, said]);
});

const SPOT = 'aws:ec2:instances';

test.each([
  ['SpotMaxPrice', 'null', 'DR6041'], ['SpotMaxPrice', '0.02', 'DR6040'],
  ['SpotAllocationStrategy', 'capacity-optimized', 'DR6041'], ['SpotAllocationStrategy', 'lowest-price', 'DR6040'],
  ['SpotAllocationStrategy', 'capacity-optimized-prioritized', 'DR6040'],
])('%s %s is told as %s', (name, value, code) => {
  expect(told({ [SPOT]: { EnableSpot: 'true', [name]: value } }).said).toEqual([code]);
  expect(told({ [SPOT]: { EnableSpot: 'true', [name]: value } }, 'beanstalk').said).toEqual([]);
});

test.each<TranslationTarget>(['ecs', 'beanstalk'])('connections are not encrypted again on %s', (target) => {
  const listener = (InstanceProtocol: string) => ({ 'aws:elb:listener:443': { ListenerProtocol: 'SSL', InstancePort: '443', InstanceProtocol, SSLCertificateId: 'arn:aws:acm:eu-west-1:123456789012:certificate/1' } });
  expect(told(listener('SSL'), target).said).toEqual(['DR6044']);
  expect(told(listener('TCP'), target).said).toEqual([]);
});

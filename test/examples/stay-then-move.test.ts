import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ShopStack as MoveStack } from '../../examples/stay-then-move/move';
import { ShopStack as StayStack } from '../../examples/stay-then-move/stay';
import { optionOf } from '../beanstalk/helpers';
import { faultsOf, walkStack } from '../beanstalk/walks';
import { containersOf, Json, only } from '../ecs/helpers';
import { TemplateJson } from '../walker/template';
import { walk } from '../walker/walk';

const EXAMPLE = join(__dirname, '..', '..', 'examples', 'stay-then-move');
const OFFICE = '203.0.113.0/24';

const stay = new StayStack(new App(), 'Shop');
const move = new MoveStack(new App(), 'Shop');
const beanstalk = Template.fromStack(stay);
const ecs = Template.fromStack(move);

test('the two stacks differ in one word', () => {
  const [before, after] = ['stay.ts', 'move.ts'].map((name) => readFileSync(join(EXAMPLE, name), 'utf8').split(/\b/));
  expect(before.map((word, index) => [word, after[index]]).filter(([one, other]) => one !== other)).toEqual([['BeanstalkEnvironment', 'EcsEnvironment']]);
  expect(after).toHaveLength(before.length);
});

describe('requests', () => {
  const ROUTES = [
    ['port 80', 'default', 'default', 80, '/up', /Target80[0-9A-F]{8}$/],
    ['/office of port 80', undefined, 'route80Ruleadmin', 8080, '/', /Target80Ruleadmin/],
    ['port 8080', '8080', 'route8080', 8080, '/', /Target8080/],
  ] as const;

  test('both lead the same requests to the same containers', () => {
    const traffic = [stay, move].map(({ shop }) => shop.plan.toText().split('\n\n')[0]);
    expect(traffic[0]).toBe([
      'Traffic',
      '  internet → HTTP 80 /office, /office/* → target group (instance) → host port 8080 → admin:9000',
      '  internet → HTTP 80 → target group (instance) → host port 80 → proxy:80',
      '  internet → HTTP 8080 → target group (instance) → host port 8080 → admin:9000',
    ].join('\n'));
    expect(traffic[1]).toBe(traffic[0]);
  });

  test('in both templates every listener is open to its clients and to nobody else, and leads there', () => {
    const walks = [walkStack(stay, { 8080: [OFFICE] }), { environments: [], ...walk(ecs.toJSON() as TemplateJson, { 8080: [OFFICE] }) }];
    expect(walks.map(faultsOf)).toEqual([[], []]);
    const ends = walks.map(({ listeners }) => listeners.flatMap(({ paths }) => paths.map((path) => path[path.length - 1])).sort());
    expect(ends[0]).toEqual(['container admin answers on port 9000', 'container admin answers on port 9000', 'container proxy answers on port 80']);
    expect(ends[1]).toEqual(ends[0]);
  });

  test.each(ROUTES)('%s: host port and health check', (_, listener, process, port, path, id) => {
    const of = (name: string) => optionOf(beanstalk, `aws:elasticbeanstalk:environment:process:${process}`, name);
    if (listener) expect(optionOf(beanstalk, `aws:elbv2:listener:${listener}`, 'DefaultProcess')).toBe(process);
    expect([of('Port'), of('HealthCheckPath')]).toEqual([String(port), path]);
    const [group] = Object.entries<Json>(ecs.findResources('AWS::ElasticLoadBalancingV2::TargetGroup'))
      .flatMap(([found, { Properties }]) => (id.test(found) ? [Properties] : []));
    expect(group).toMatchObject({
      HealthCheckPath: path,
      Protocol: of('Protocol'),
      HealthCheckIntervalSeconds: Number(of('HealthCheckInterval')), HealthCheckTimeoutSeconds: Number(of('HealthCheckTimeout')),
      HealthyThresholdCount: Number(of('HealthyThresholdCount')), UnhealthyThresholdCount: Number(of('UnhealthyThresholdCount')),
      Matcher: { HttpCode: of('MatcherHTTPCode') },
    });
    const attributes = Object.fromEntries(group.TargetGroupAttributes.map(({ Key, Value }: Json) => [Key, Value]));
    expect(attributes).toMatchObject({ 'deregistration_delay.timeout_seconds': of('DeregistrationDelay'), 'stickiness.enabled': of('StickinessEnabled') });
  });

  test('the rule for the office has the same conditions', () => {
    expect(optionOf(beanstalk, 'aws:elbv2:listener:default', 'Rules')).toMatch(/^rule80No\d+$/);
    const name80 = optionOf(beanstalk, 'aws:elbv2:listener:default', 'Rules');
    const rule = (name: string) => optionOf(beanstalk, `aws:elbv2:listenerrule:${name80}`, name);
    expect([rule('PathPatterns'), rule('HostHeaders'), rule('Process')]).toEqual(['/office,/office/*', undefined, 'route80Ruleadmin']);
    const { Conditions: conditions } = only(ecs, 'AWS::ElasticLoadBalancingV2::ListenerRule').Properties;
    expect(conditions).toEqual([{ Field: 'path-pattern', PathPatternConfig: { Values: ['/office', '/office/*'] } }]);
  });
});

describe('instances', () => {
  const group = only(ecs, 'AWS::AutoScaling::AutoScalingGroup').Properties;
  const asg = (name: string) => optionOf(beanstalk, 'aws:autoscaling:asg', name);
  const trigger = (name: string) => optionOf(beanstalk, 'aws:autoscaling:trigger', name);

  test('their number has the bounds of the option settings', () => {
    expect([asg('MinSize'), asg('MaxSize')]).toEqual(['3', '9']);
    expect([group.MinSize, group.MaxSize]).toEqual(['3', '9']);
  });

  test.each([['above', 'GreaterThanThreshold', 'UpperThreshold', 75], ['below', 'LessThanThreshold', 'LowerThreshold', 25]])(
    'it changes %s the threshold', (_, comparison, name, threshold) => {
      expect([trigger(name), trigger('MeasureName'), trigger('Statistic'), trigger('Period'), trigger('EvaluationPeriods')])
        .toEqual([String(threshold), 'CPUUtilization', 'Average', '1', '5']);
      ecs.hasResourceProperties('AWS::CloudWatch::Alarm', {
        MetricName: 'CPUUtilization', Namespace: 'AWS/EC2', Statistic: 'Average', ComparisonOperator: comparison, Threshold: threshold, Period: 60, EvaluationPeriods: 5,
      });
    },
  );

  test('after a change nothing changes for as long', () => {
    expect(asg('Cooldown')).toBe('300');
    const waits = Object.values(ecs.findResources('AWS::AutoScaling::ScalingPolicy')).map(({ Properties }) => Properties.Cooldown);
    expect(waits).toEqual(['300', '300']);
  });

  test('they are of the same type', () => {
    expect(optionOf(beanstalk, 'aws:ec2:instances', 'InstanceTypes')).toBe('t3.large');
    ecs.hasResourceProperties('AWS::EC2::LaunchTemplate', { LaunchTemplateData: { InstanceType: 't3.large' } });
  });
});

test('every container has the environment properties, unless it says otherwise itself', () => {
  const properties = { STAGE: 'live', TABLE: 'orders' };
  const onBeanstalk = Object.keys(properties).map((name) => [name, optionOf(beanstalk, 'aws:elasticbeanstalk:application:environment', name)]);
  expect(Object.fromEntries(onBeanstalk)).toEqual(properties);
  const values = (own: Json[]) => Object.fromEntries(own.map(({ Name, Value }) => [Name, Value]));
  expect(containersOf(ecs).map(({ Name, Environment }) => [Name, values(Environment)])).toEqual(
    ['shop', 'proxy', 'admin'].map((name) => [name, { AWS_REGION: { Ref: 'AWS::Region' }, ...properties, ...name === 'admin' ? { STAGE: 'admin' } : {} }]),
  );
});

/** Rules of Elastic Beanstalk have priorities up to 1000, those of a listener up to 50,000. */
const withoutPriority = (choice = '') => choice.replace(/\bpriority \d+/, 'priority');

test('what both decide, they decide alike', () => {
  const [before, after] = [stay, move].map(({ shop }) => new Map(shop.plan.decisions.map(({ topic, choice }) => [topic, choice])));
  const shared = [...before.keys()].filter((topic) => after.has(topic));
  expect(shared).toEqual(expect.arrayContaining(['instance type', 'listener 80', 'listener 8080', 'clients of listener 8080', 'health check of listener 80']));
  const isAlike = (topic: string) => withoutPriority(before.get(topic)) === withoutPriority(after.get(topic));
  expect(shared.filter((topic) => !isAlike(topic))).toEqual([]);
});

test('matches its snapshots', () => {
  expect(beanstalk.toJSON()).toMatchSnapshot('stay');
  expect(ecs.toJSON()).toMatchSnapshot('move');
});

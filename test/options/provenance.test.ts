import { readFileSync } from 'node:fs';
import { planBeanstalk } from '../../lib/core/beanstalk';
import { showOrigin, showPlace } from '../../lib/core/finding/origin';
import { Decision, DecisionSource } from '../../lib/core/plan/decision';
import { planEcs } from '../../lib/core/plan/ecs/ecs';
import { besideBundle } from '../../lib/core/reading/bundle-options';
import { OptionInput } from '../../lib/core/reading/read-options';
import { translateInput } from '../../lib/core/reading/translate-options';
import { settle, workerOfFiles } from '../../lib/core/translation/settle';
import { document } from '../beanstalk/plans';
import { Beside, Sample, SAMPLES } from './sample-options';

/*
 * What is chosen or refused because of an option setting says so: the option, its file and its line. The samples set
 * options only, so that nothing else can be the reason.
 */
const FILE = document([
  { name: 'web', image: 'example/web:1.0', memory: 128, portMappings: [{ hostPort: 80, containerPort: 8000 }] },
  { name: 'admin', image: 'example/admin:1.0', memory: 128, portMappings: [{ hostPort: 8080, containerPort: 9000 }] },
], { executionRoleArn: 'arn:aws:iam::123456789012:role/execution' });

type Target = 'ecs' | 'beanstalk';

/** One option a line. */
function inputOf(settings: readonly Beside[]): OptionInput {
  const entries = settings.map(([namespace, option_name, value]) =>
    JSON.stringify({ namespace, option_name, value, ...namespace.includes('scheduledaction') && { resource_name: 'Own' } }));
  return { sources: [{ kind: 'extension', name: '.ebextensions/01.config', text: `{"option_settings":[\n${entries.join(',\n')}\n]}` }] };
}

function planned(target: Target, settings: readonly Beside[]) {
  const { sources } = inputOf(settings);
  const translated = translateInput(besideBundle({ sources: [] }, { sources, platformFiles: [] }), { props: [], variables: [] }, target);
  const worker = translated.isWorker ? workerOfFiles(target, []) : undefined;
  const { settings: all, origins } = settle({ vpc: false, worker }, translated, target);
  const { plan, problems } = target === 'ecs' ? planEcs(FILE, all, origins) : planBeanstalk(FILE, all, origins);
  const { decisions = [], ...made } = plan ?? {};
  return { made: JSON.stringify(made), decisions: decisions as readonly Decision[], problems };
}

const together = ({ namespace, optionName, value, beside }: Sample): readonly Beside[] => [[namespace, optionName, value], ...beside];

const SUBNETS = ['aws:ec2:vpc ELBSubnets', 'aws:ec2:vpc Subnets'];
const PROCESS = ['DeregistrationDelay', 'StickinessEnabled', 'StickinessLBCookieDuration'];

/** Options that change a plan in which no decision is about them; none may be added. */
const UNTOLD: Readonly<Record<Target, readonly string[]>> = {
  ecs: [...SUBNETS, 'aws:elb:listener ListenerEnabled', ...PROCESS.map((name) => `aws:elasticbeanstalk:environment:process:<process> ${name}`)],
  get beanstalk() {
    return [
      ...this.ecs, 'aws:autoscaling:asg Cooldown', 'aws:elasticbeanstalk:cloudwatch:logs RetentionInDays',
      ...['EC2KeyName', 'MonitoringInterval', 'RootVolumeSize'].map((name) => `aws:autoscaling:launchconfiguration ${name}`),
      ...['DesiredCapacity', 'EndTime', 'MaxSize', 'MinSize', 'Recurrence', 'StartTime'].map((name) => `aws:autoscaling:scheduledaction ${name}`),
      ...['EnableSpot', 'SpotFleetOnDemandAboveBasePercentage', 'SpotFleetOnDemandBase'].map((name) => `aws:ec2:instances ${name}`),
      ...['environment', 'environmentsecrets'].map((name) => `aws:elasticbeanstalk:application:${name} *`),
      ...['Notification Endpoint', 'Notification Topic ARN'].map((name) => `aws:elasticbeanstalk:sns:topics ${name}`),
    ];
  },
};

describe.each<Target>(['ecs', 'beanstalk'])('on %s', (target) => {
  test.each(SAMPLES)('%s', (name, sample) => {
    const [before, after] = [planned(target, sample.beside), planned(target, together(sample))];
    const names = after.decisions.flatMap(({ origins }) => origins).map(({ optionName }) => optionName);
    const reasonOf = new Map(before.problems.map(({ rule, message }) => [rule.code, message]));
    for (const { topic, source, reason, origins } of after.decisions.filter((decision) => decision.origins.length > 0)) {
      for (const origin of origins.slice(0, 3)) {
        expect(reason).toContain(showPlace(origin));
        expect(`${topic}: ${reason}`).toContain(origin.optionName);
      }
      expect(source).toBe(DecisionSource.OPTION_SETTING);
    }
    expect(after.decisions.filter(({ source }) => source === DecisionSource.PROP)).toEqual([]);
    for (const { rule, message, origins = [] } of after.problems.filter((problem) => !reasonOf.has(problem.rule.code))) {
      expect([rule.code, origins.map(({ optionName }) => optionName)]).toEqual([rule.code, expect.arrayContaining([sample.optionName])]);
      for (const origin of origins.slice(0, 3)) expect(message).toContain(showOrigin(origin));
    }
    const isUntold = after.made !== before.made && after.decisions.length > 0 && !names.includes(sample.optionName);
    expect(isUntold).toBe(UNTOLD[target].includes(name));
  });
});

test('no sentence is read', () => {
  for (const file of ['decision', 'explain-chosen', 'provenance']) {
    expect(readFileSync(`lib/core/plan/${file}.ts`, 'utf8')).not.toMatch(/\.(exec|match|matchAll|replace|replaceAll|test|search)\(|new RegExp/);
  }
});

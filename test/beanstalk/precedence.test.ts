import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { BeanstalkEnvironment, BeanstalkEnvironmentProps, Scheduling, SourceBundle } from '../../lib';
import { Json } from '../ecs/helpers';
import { folder } from '../option-settings/folder';

/* What a prop takes the place of in a bundle that is deployed has no effect any more. */
const FILE = JSON.stringify({
  AWSEBDockerrunVersion: 2,
  containerDefinitions: [{ name: 'web', image: 'example/web:1', memory: 64, portMappings: [{ hostPort: 80, containerPort: 80 }, { hostPort: 8080, containerPort: 81 }] }],
});

const night = (...options: [string, string][]) => options.map(([name, value]) => `  - namespace: aws:autoscaling:scheduledaction
    resource_name: Night
    option_name: ${name}
    value: "${value}"
`).join('');

function optionsOf(config: string, props: BeanstalkEnvironmentProps): string[] {
  const stack = new Stack(new App(), 'Test');
  const sourceBundle = SourceBundle.fromDirectory(folder({ 'Dockerrun.aws.json': FILE, '.ebextensions/01.config': `option_settings:\n${config}` }));
  new BeanstalkEnvironment(stack, 'Environment', { sourceBundle, ...props });
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::ElasticBeanstalk::Environment'));
  return (Properties.OptionSettings as Json[]).map(({ Namespace, OptionName, ResourceName, Value }) => `${Namespace} ${ResourceName ?? ''} ${OptionName} ${Value}`);
}

const MORNING = { name: 'Morning', recurrence: '0 7 * * *', minCapacity: 2 };
const NIGHT = night(['MinSize', '0'], ['MaxSize', '0'], ['Recurrence', '0 20 * * *']);
const scheduled = (...schedules: typeof MORNING[]) => ({ scheduling: Scheduling.onePerInstance({ schedules }) });

test('a schedule of the bundle is suspended where a prop has the schedules', () => {
  expect(optionsOf(NIGHT, scheduled(MORNING))).toEqual(expect.arrayContaining(['aws:autoscaling:scheduledaction Night Suspend true']));
  expect(optionsOf(NIGHT, {})).toEqual(expect.arrayContaining(['aws:autoscaling:scheduledaction Night MaxSize 0', 'aws:autoscaling:scheduledaction Night Suspend false']));
});

test('a schedule of the same name says every figure that the bundle says, or is refused', () => {
  const again = { name: 'Night', recurrence: '0 21 * * *', minCapacity: 1 };
  expect(() => optionsOf(NIGHT, scheduled(again))).toThrow(/DR6075.*\n.*\(MaxSize of aws:autoscaling:scheduledaction for Night\) stays in effect beside the prop/);
  expect(optionsOf(night(['MinSize', '0'], ['Recurrence', '0 20 * * *']), scheduled(again))).toEqual(expect.arrayContaining(['aws:autoscaling:scheduledaction Night MinSize 1', 'aws:autoscaling:scheduledaction Night Suspend false']));
});

const ADMIN = '  aws:elbv2:listener:8080:\n    DefaultProcess: admin\n  aws:elasticbeanstalk:environment:process:admin:\n    Port: 8080\n';

test('a listener of the bundle is off where a prop has the listeners', () => {
  const options = optionsOf(ADMIN, { listeners: [{ port: 80 }] });
  expect(options).toEqual(expect.arrayContaining(['aws:elbv2:listener:8080  ListenerEnabled false']));
  expect(optionsOf(ADMIN, { listeners: [{ port: 80 }, { port: 8080 }] })).toEqual(expect.arrayContaining(['aws:elbv2:listener:8080  ListenerEnabled true', 'aws:elbv2:listener:8080  DefaultProcess route8080']));
});

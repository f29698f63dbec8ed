import { App, Stack } from 'aws-cdk-lib';
import { BeanstalkEnvironment, EcsEnvironment, SourceBundle } from '../../lib';
import { container } from '../ecs/helpers';
import { folder } from '../option-settings/folder';
import { expectAgreement } from './agreement';

/* One bundle on both targets: its option settings mean the same, as the plans of both constructs say. */
const DOCKERRUN = JSON.stringify({
  AWSEBDockerrunVersion: 2,
  containerDefinitions: [
    container('web', { portMappings: [{ hostPort: 80, containerPort: 8000 }] }),
    container('admin', { portMappings: [{ hostPort: 8080, containerPort: 9000 }] }),
  ],
});
const ARN = 'arn:aws:acm:eu-west-1:123456789012:certificate/1';

const ADMIN = `
  aws:elasticbeanstalk:environment:process:admin:
    Port: 8080
    HealthCheckPath: /up
    HealthCheckInterval: 30
    HealthCheckTimeout: 9
    HealthyThresholdCount: 2
    UnhealthyThresholdCount: 4
    MatcherHTTPCode: "204"
    DeregistrationDelay: 60
    StickinessEnabled: true
    StickinessLBCookieDuration: 120`;
const NETWORK = `
  aws:elasticbeanstalk:environment:
    LoadBalancerType: application`;
const extension = (text: string) => ({ '.ebextensions/01.config': `option_settings:${NETWORK}${text}\n` });

test.each<[string, Readonly<Record<string, string>>, readonly number[]]>([
  ['no settings', {}, [80]],
  ['a second listener', extension(`
  aws:elbv2:listener:8080:
    DefaultProcess: admin${ADMIN}`), [80, 8080]],
  ['HTTPS alone', extension(`
  aws:elbv2:listener:default:
    ListenerEnabled: false
  aws:elbv2:listener:443:
    Protocol: HTTPS
    SSLCertificateArns: ${ARN}
    DefaultProcess: admin${ADMIN}`), [443]],
  ['rules by path and host', extension(`
  aws:elbv2:listener:default:
    Rules: status,backstage
  aws:elbv2:listenerrule:status:
    PathPatterns: /status,/status/*
    Priority: 7
    Process: admin
  aws:elbv2:listenerrule:backstage:
    HostHeaders: admin.example.com
    Priority: 3
    Process: admin${ADMIN}`), [80]],
  ['the process of listener 80', extension(`
  aws:elasticbeanstalk:environment:process:default:
    HealthCheckPath: /health
    DeregistrationDelay: 5
    MatcherHTTPCode: 200,301`), [80]],
  ['bounds and their trigger', extension(`
  aws:autoscaling:asg:
    MinSize: 3
    MaxSize: 9
  aws:autoscaling:trigger:
    MeasureName: CPUUtilization
    Unit: Percent
    LowerThreshold: 20
    UpperThreshold: 70`), [80]],
  ['one instance behind a load balancer', extension(`
  aws:autoscaling:asg:
    MinSize: 1
    MaxSize: 1`), [80]],
  ['environment properties', extension(`
  aws:elasticbeanstalk:application:environment:
    STAGE: live
    RATIO: 0.50
    EMPTY: ""`), [80]],
  ['env.yaml beside .ebextensions', {
    'env.yaml': 'OptionSettings:\n  aws:autoscaling:asg:\n    MinSize: 2\n    MaxSize: 6\n',
    ...extension(`
  aws:autoscaling:asg:
    MaxSize: 8
  aws:elasticbeanstalk:application:environment:
    STAGE: live`),
  }, [80]],
])('both targets agree about a bundle with %s', (_, files, ports) => {
  const sourceBundle = SourceBundle.fromDirectory(folder({ 'Dockerrun.aws.json': DOCKERRUN, ...files }));
  const stack = new Stack(new App(), 'Test');
  const [ecs, beanstalk] = [EcsEnvironment, BeanstalkEnvironment].map((Environment) => {
    const { plan } = new Environment(stack, Environment.name, { sourceBundle, redirectHTTP: false });
    return JSON.parse(plan.toJson());
  });
  expect(ecs.front.listeners.map(({ port }: { port: number }) => port)).toEqual(ports);
  expectAgreement(ecs, beanstalk);
});

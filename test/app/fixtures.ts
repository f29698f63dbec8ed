import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** A path that an app is written for, with further options of the command line. */
export interface Case {
  readonly path: string;
  readonly args?: readonly string[];
}

const WEB = { name: 'web', image: 'example/web:1.0', memory: 128, portMappings: [{ hostPort: 80, containerPort: 8000 }] };
const ADMIN = { name: 'admin', image: 'example/admin:1.0', memory: 128, portMappings: [{ hostPort: 8080, containerPort: 9000 }] };

const NETWORK = { VPCId: 'vpc-1', Subnets: 'subnet-1,subnet-2', ELBSubnets: 'subnet-3,subnet-4' };

/** What option settings say in bundles of our own, by namespace. */
const SETTINGS: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  'network': { 'aws:ec2:vpc': NETWORK },
  'network-of-three-and-two': { 'aws:ec2:vpc': { ...NETWORK, ELBSubnets: 'subnet-3,subnet-4,subnet-5' } },
  'network-in-public': { 'aws:ec2:vpc': { ...NETWORK, Subnets: 'subnet-3,subnet-4' } },
  'network-partly-public': { 'aws:ec2:vpc': { ...NETWORK, Subnets: 'subnet-1,subnet-3' } },
  'network-inside': { 'aws:ec2:vpc': { ...NETWORK, ELBScheme: 'internal' } },
  'instances': {
    'aws:ec2:instances': { InstanceTypes: 't3.large,t3a.large', EnableSpot: 'true', SpotFleetOnDemandBase: '1' },
    'aws:autoscaling:launchconfiguration': { SecurityGroups: 'sg-1', EC2KeyName: 'ops', RootVolumeSize: '60', MonitoringInterval: '1 minute' },
    'aws:autoscaling:asg': { MinSize: '1', MaxSize: '1' },
    'aws:elasticbeanstalk:cloudwatch:logs': { RetentionInDays: '3653' },
  },
  'listeners': {
    'aws:elbv2:listener:443': { Protocol: 'HTTPS', SSLCertificateArns: 'arn:aws:acm:eu-west-1:123456789012:certificate/1', SSLPolicy: 'ELBSecurityPolicy-2015-05', Rules: 'api' },
    'aws:elbv2:listener:8443': { Protocol: 'HTTPS', SSLCertificateArns: 'arn:aws:acm:eu-west-1:123456789012:certificate/2,arn:aws:acm:eu-west-1:123456789012:certificate/1' },
    'aws:elbv2:listenerrule:api': { PathPatterns: "/api/*,/it's", Process: 'api', Priority: '7' },
    'aws:elasticbeanstalk:environment:process:api': { Port: '8080', HealthCheckPath: '/up', DeregistrationDelay: '90' },
    'aws:elbv2:loadbalancer': { AccessLogsS3Enabled: 'true', AccessLogsS3Bucket: 'logs', AccessLogsS3Prefix: 'shop', IdleTimeout: '120' },
  },
  'variables': {
    'aws:elasticbeanstalk:application:environment': { 'A.B': 'x', 'quote': '\'"\\ ${x} `', 'TWO_LINES': 'a\nb', 'UMLAUT': 'äöü 🚀', 'DB_PASSWORD': 'hunter2hunter2' },
  },
};

/** Bundles of our own below a folder. */
export function ownBundles(folder: string): Case[] {
  const written = Object.entries(SETTINGS).map(([name, settings]) => {
    const bundle = join(folder, name);
    mkdirSync(join(bundle, '.ebextensions'), { recursive: true });
    writeFileSync(join(bundle, 'Dockerrun.aws.json'), JSON.stringify({ AWSEBDockerrunVersion: 2, containerDefinitions: [WEB, ADMIN] }));
    writeFileSync(join(bundle, '.ebextensions', '01.config'), JSON.stringify({ option_settings: settings }));
    return { path: bundle };
  });
  const placeholders = join(folder, 'placeholders.json');
  writeFileSync(placeholders, JSON.stringify({ AWSEBDockerrunVersion: 2, containerDefinitions: [{ ...WEB, image: 'example/web:<TAG>' }] }));
  return [
    ...written,
    { path: placeholders, args: ['--set', 'TAG=1.0', '--strict', '--network-mode', 'awsvpc', '--listener', '80:web:8000', '--instance-type', 'm5.large'] },
    { path: written[0].path, args: ['--options', 'files'] },
  ];
}

/** The bundles and files of this repository, as copies, since apps are written beside them. */
export function ourBundles(folder: string): Case[] {
  const bundles = ['test/cli/bundles/shop', 'test/options/bundles/shop', 'test/options/bundles/jobs', 'examples/stay-then-move/bundle',
    'examples/beanstalk-life-cycle/web', 'examples/beanstalk-life-cycle/worker', 'examples/multicontainer/bundle', 'examples/source-bundle/bundle'];
  const files = ['bin/sample/Dockerrun.aws.json', 'examples/monolith/Dockerrun.aws.json', 'examples/service-anatomy/Dockerrun.aws.json', 'examples/tls-site/Dockerrun.aws.json'];
  return [...bundles, ...files].map((path) => {
    const copy = join(folder, path);
    cpSync(join(ROOT, path), copy, { recursive: true });
    return { path: copy };
  });
}

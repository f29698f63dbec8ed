import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import {
  DockerrunRepositories, EcsEnvironment, EcsEnvironmentProps, FrontDoor, RolloutStrategy, Scheduling, WorkerConsumer,
} from '../../lib';
import { file, Json, WEB } from '../ecs/helpers';

/*
 * Every name that a template gives or leaves to CloudFormation, which makes it of the names of the stack and of the
 * resource, against what AWS says of it. Stacks and constructs have the hardest names that the CDK takes.
 */

interface Rule {
  readonly form: RegExp;
  readonly page: string;
}

const reference = (page: string) => `https://docs.aws.amazon.com/${page}`;

/** Names in templates, by type and property. */
const GIVEN: Readonly<Record<string, Rule>> = {
  'AWS::ApiGatewayV2::Api Name': {
    form: /^.{1,128}$/s, page: reference('apigatewayv2/latest/api-reference/apis.html'),
  },
  'AWS::ApiGatewayV2::Stage StageName': {
    form: /^(\$default|[\w-]{1,128})$/, page: reference('apigateway/latest/developerguide/http-api-stages.html'),
  },
  'AWS::ApiGatewayV2::VpcLink Name': {
    form: /^.{1,128}$/s, page: reference('apigatewayv2/latest/api-reference/vpclinks.html'),
  },
  'AWS::ApplicationAutoScaling::ScalingPolicy PolicyName': {
    form: /^[^\p{Cc}]{1,256}$/u, page: reference('autoscaling/application/APIReference/API_PutScalingPolicy.html'),
  },
  'AWS::EC2::SecurityGroup GroupDescription': {
    form: /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{1,255}$/,
    page: reference('AWSEC2/latest/APIReference/API_CreateSecurityGroup.html'),
  },
  'AWS::EC2::SecurityGroupEgress Description': {
    form: /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{1,255}$/,
    page: reference('AWSEC2/latest/APIReference/API_IpRange.html'),
  },
  'AWS::EC2::SecurityGroupIngress Description': {
    form: /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{1,255}$/,
    page: reference('AWSEC2/latest/APIReference/API_IpRange.html'),
  },
  'AWS::ECR::Repository RepositoryName': {
    form: /^(?=.{2,256}$)(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/,
    page: reference('AmazonECR/latest/APIReference/API_CreateRepository.html'),
  },
  'AWS::ECS::CapacityProvider Name': {
    form: /^(?!aws|ecs|fargate)[\w-]{1,255}$/i,
    page: reference('AmazonECS/latest/APIReference/API_CreateCapacityProvider.html'),
  },
  'AWS::ECS::TaskDefinition Family': {
    form: /^[\w-]{1,255}$/, page: reference('AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html'),
  },
  'AWS::IAM::Policy PolicyName': {
    form: /^[\w+=,.@-]{1,128}$/, page: reference('IAM/latest/APIReference/API_PutRolePolicy.html'),
  },
  'AWS::IAM::Role Description': {
    form: /^[\t\n\r -~¡-ÿ]{0,1000}$/, page: reference('IAM/latest/APIReference/API_CreateRole.html'),
  },
  'AWS::Scheduler::Schedule Name': {
    form: /^[\w.-]{1,64}$/, page: reference('scheduler/latest/APIReference/API_CreateSchedule.html'),
  },
  'AWS::Scheduler::Schedule Description': {
    form: /^.{0,512}$/s, page: reference('scheduler/latest/APIReference/API_CreateSchedule.html'),
  },
  'AWS::SecretsManager::Secret Description': {
    form: /^.{0,2048}$/s, page: reference('secretsmanager/latest/apireference/API_CreateSecret.html'),
  },
  'AWS::CloudWatch::Alarm AlarmDescription': {
    form: /^.{0,1024}$/s, page: reference('AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html'),
  },
  'AWS::Route53::RecordSet Name': {
    form: /^[\w.*-]{1,1024}$/, page: reference('Route53/latest/DeveloperGuide/DomainNameFormat.html'),
  },
};

/** Names of something else, or words without a rule. */
const OTHERS = /^(AutoScalingGroup|Domain|Metric|DBSubnetGroup|DB|Application|Solution|Export|Namespace)Name$/;

/** Types whose generated name begins with that of the stack, where AWS reserves beginnings. */
const RESERVED: Readonly<Record<string, Rule>> = {
  'AWS::ECS::CapacityProvider': {
    form: /^(aws|ecs|fargate)/i, page: reference('AmazonECS/latest/APIReference/API_CreateCapacityProvider.html'),
  },
  'AWS::SSM::Parameter': {
    form: /^(aws|ssm)/i, page: reference('systems-manager/latest/userguide/sysman-paramstore-su-create.html'),
  },
};

const STACKS = [
  'EcsShop', 'ecsshop', 'AwsShop', 'awsshop', 'aws-shop', 'FARGATE-1', 'internal-shop', 'S', 'L'.repeat(128),
];
const IDS = ['Environment', '環境', 'Ümläut 1', 'E'.repeat(120)];

const dockerrun = file([WEB]);
const SHAPES: Readonly<Record<string, Partial<EcsEnvironmentProps>>> = {
  'alarms and an API': { alarms: {}, dashboard: true, frontDoor: FrontDoor.httpApi() },
  'replicas and CloudFront': {
    frontDoor: FrontDoor.cloudFront({ originPrefixListId: 'pl-1' }),
    scheduling: Scheduling.replicas({ min: 2, max: 4, targetCpuPercent: 60, strategy: RolloutStrategy.canary() }),
    maxCapacity: 8,
  },
  'a worker': {
    worker: {
      consumer: WorkerConsumer.dispatcher(ContainerImage.fromRegistry('example/sqsd:1')),
      periodicTasks: [{ name: 'report.of_the-day', url: '/report', schedule: '0 7 * * *' }],
    },
  },
};

const inStack = (name: string, build: (stack: Stack) => void): Json => {
  const stack = new Stack(new App(), name);
  build(stack);
  return Template.fromStack(stack).toJSON().Resources;
};
const madeOf = (name: string, shape: string, id: string) => ({
  name, shape, id,
  resources: inStack(name, (stack) => void new EcsEnvironment(stack, id, { dockerrun, ...SHAPES[shape] })),
});
const shapes = Object.keys(SHAPES);
const made = [
  ...STACKS.map((name, index) => madeOf(name, shapes[index % shapes.length], IDS[index % IDS.length])),
  ...IDS.flatMap((id) => shapes.map((shape) => madeOf('EcsShop', shape, id))),
];

const named = (resources: Json) => Object.values<Json>(resources).flatMap(({ Type, Properties = {} }) =>
  Object.entries<Json>(Properties)
    .filter(([name, value]) => /(Name|Description)$|^Family$/.test(name) && typeof value === 'string')
    .map(([name, value]): [string, string] => [`${Type} ${name}`, value]));

test.each(made)('names of $shape in $id of $name are such as AWS takes', ({ resources }) => {
  const all = named(resources).filter(([place]) => !OTHERS.test(place.split(' ')[1]));
  expect(all.map(([place]) => place).filter((place) => !GIVEN[place])).toEqual([]);
  expect(all.filter(([place, name]) => !GIVEN[place].form.test(name))).toEqual([]);
});

test.each(made)('no name made of $name begins with what AWS reserves: $shape in $id', ({ name, resources }) => {
  const left = Object.values<Json>(resources).filter(({ Type, Properties }) => RESERVED[Type] && !Properties?.Name);
  expect(left.filter(({ Type }) => RESERVED[Type].form.test(name))).toEqual([]);
});

test('a nested stack begins its names with that of the outermost one', () => {
  const outer = new Stack(new App(), 'EcsShop');
  const inner = new NestedStack(outer, 'Inner');
  new EcsEnvironment(inner, 'Environment', { dockerrun });
  const [{ Properties }] = Object.values<Json>(Template.fromStack(inner).findResources('AWS::ECS::CapacityProvider'));
  expect(Properties.Name).toMatch(GIVEN['AWS::ECS::CapacityProvider Name'].form);
});

test('repositories are named such as Amazon ECR takes it, or refused', () => {
  const containers = ['web_app', 'api-2', 'x'].map((name) => ({ name, image: 'example/web:1', memory: 64 }));
  const resources = inStack('EcsShop', (stack) =>
    void new DockerrunRepositories(stack, 'Images', { dockerrun: file(containers), namespace: 'shop' }));
  expect(named(resources).filter(([place, name]) => !GIVEN[place]?.form.test(name))).toEqual([]);
});

test('each rule has its page', () => {
  const pages = [...Object.values(GIVEN), ...Object.values(RESERVED)].map(({ page }) => page);
  expect(pages.filter((page) => !/^https:\/\/docs\.aws\.amazon\.com\/[\w/.-]+\.html$/.test(page))).toEqual([]);
});

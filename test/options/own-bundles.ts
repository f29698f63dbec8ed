/*
 * Bundles as people keep them: what `.ebextensions` usually hold, each beside a Dockerrun file of some kind. Every text
 * is made up.
 */
export interface OwnBundle {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

const web = {
  name: 'web', image: 'example/web:1.0', memory: 128, portMappings: [{ hostPort: 80, containerPort: 8000 }],
};
const dockerrun = (more: object) => JSON.stringify({ AWSEBDockerrunVersion: 2, containerDefinitions: [web], ...more });
const WEB = dockerrun({});

/** Kinds of Dockerrun files. */
const DOCKERRUNS: Readonly<Record<string, string>> = {
  'an image and a port': JSON.stringify({
    AWSEBDockerrunVersion: '1', Image: { Name: 'example/web:1.0' }, Ports: [{ ContainerPort: '8000' }],
  }),
  'a version in quotes': WEB.replace('"AWSEBDockerrunVersion":2', '"AWSEBDockerrunVersion":"2"'),
  'no version': WEB.replace('"AWSEBDockerrunVersion":2,', ''),
  'a comma too many': WEB.replace(']}]}', '],}]}'),
  'a placeholder': WEB.replace('web:1.0', 'web:<TAG>'),
  'a proxy before an application': dockerrun({
    volumes: [{ name: 'conf', host: { sourcePath: '/var/app/current/proxy/conf.d' } }],
    containerDefinitions: [
      {
        name: 'php',
        image: 'example/php:8',
        memory: 256,
        mountPoints: [{ sourceVolume: 'conf', containerPath: '/conf' }],
      },
      {
        ...web,
        links: ['php'],
        mountPoints: [{ sourceVolume: 'conf', containerPath: '/etc/nginx/conf.d', readOnly: true }],
      },
    ],
  }),
  'a registry with a password': dockerrun({ authentication: { bucket: 'keys', key: '.dockercfg' } }),
  'no memory': WEB.replace('"memory":128,', ''),
  'two ports, neither of them 80': WEB.replace(
    '[{"hostPort":80,"containerPort":8000}]',
    '[{"hostPort":8080,"containerPort":8000},{"hostPort":8081,"containerPort":8001}]',
  ),
  'the same host port twice': dockerrun({ containerDefinitions: [web, { ...web, name: 'other' }] }),
  'no port': dockerrun({ containerDefinitions: [{ ...web, portMappings: [] }] }),
  'a task larger than an instance': WEB.replace('"memory":128', '"memory":20000'),
};

/** Kinds of files beside them, by their paths. */
const BESIDE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a login before images are pulled': {
    '.ebextensions/00_login.config':
      'commands:\n  00_login:\n    command: "$(aws ecr get-login --no-include-email)"\n    cwd: /tmp\n',
  },
  'a hook of an old platform': {
    '.ebextensions/hook.config':
      'commands:\n  00_dir:\n    command: mkdir -p /opt/elasticbeanstalk/hooks/appdeploy/post\n    ignoreErrors: true\n'
      + 'files:\n  "/opt/elasticbeanstalk/hooks/appdeploy/post/99_migrate.sh":\n    mode: "000755"\n    owner: '
      + 'root\n    group: root\n    content: |\n      #!/bin/sh\n      docker exec web migrate\n',
  },
  'a hook of a platform': { '.platform/hooks/postdeploy/migrate.sh': '#!/bin/sh\ndocker exec web migrate\n' },
  'commands of containers': {
    '.ebextensions/migrate.config':
      'container_commands:\n  01_migrate:\n    command: ./migrate.sh\n    leader_only: true\n',
  },
  'packages, services, sources and users': {
    '.ebextensions/agent.config':
      'packages:\n  yum:\n    jq: []\nservices:\n  sysvinit:\n    docker:\n      enabled: true\nsources:\n  '
      + '/opt/agent: https://example.com/agent.tgz\n'
      + 'groups:\n  agents: {}\nusers:\n  agent:\n    groups: [agents]\n    uid: "501"\n    homeDir: /home/agent\n',
  },
  'variables without a namespace': {
    '.ebextensions/env.config':
      'option_settings:\n  - option_name: STAGE\n    value: production\n  - option_name: WORKERS\n    value: 4\n  - '
      + 'namespace: aws:elasticbeanstalk:application:environment\n    option_name: LANG\n    value: en_US.UTF-8\n',
  },
  'variables as a map': {
    '.ebextensions/env.config':
      'option_settings:\n  aws:elasticbeanstalk:application:environment:\n    STAGE: production\n    DEBUG: false\n',
  },
  'a group and its trigger': {
    '.ebextensions/asg.config':
      'option_settings:\n  aws:autoscaling:asg:\n    MinSize: 1\n    MaxSize: 3\n    Cooldown: 720\n  '
      + 'aws:autoscaling:trigger:\n    MeasureName: CPUUtilization\n    Unit: Percent\n    LowerThreshold: 20\n    '
      + 'UpperThreshold: 70\n',
  },
  'a group that is upside down': {
    '.ebextensions/asg.config': 'option_settings:\n  aws:autoscaling:asg: { MinSize: 3, MaxSize: 1 }\n',
  },
  'instances of the past': {
    '.ebextensions/launch.config':
      'option_settings:\n  aws:autoscaling:launchconfiguration:\n    InstanceType: t2.medium\n    RootVolumeType: '
      + 'gp2\n    RootVolumeSize: 30\n    EC2KeyName: ops\n    SecurityGroups: sg-0123456789abcdef0\n    '
      + 'IamInstanceProfile: aws-elasticbeanstalk-ec2-role\n',
  },
  'a small disk': {
    '.ebextensions/launch.config': 'option_settings:\n  aws:autoscaling:launchconfiguration:\n    RootVolumeSize: 8\n',
  },
  'schedules': {
    '.ebextensions/night.config':
      'option_settings:\n'
      + ['MinSize: 0', 'MaxSize: 0', 'Recurrence: 0 20 * * *']
        .map((line) => line.split(': '))
        .map(
          ([name, value]) =>
            `  - namespace: aws:autoscaling:scheduledaction\n    resource_name: Night\n    option_name: ${name}\n    `
            + `value: "${value}"\n`,
        )
        .join(''),
  },
  'a classic load balancer': {
    '.ebextensions/elb.config':
      'option_settings:\n  aws:elb:listener:80:\n    ListenerEnabled: true\n    ListenerProtocol: HTTP\n    '
      + 'InstanceProtocol: HTTP\n    InstancePort: 80\n'
      + '  aws:elb:listener:443:\n    ListenerProtocol: HTTPS\n    InstancePort: 80\n    SSLCertificateId: '
      + 'arn:aws:acm:eu-west-1:123456789012:certificate/1\n  aws:elb:policies:\n    ConnectionDrainingEnabled: '
      + 'true\n    ConnectionDrainingTimeout: 20\n',
  },
  'a certificate of IAM': {
    '.ebextensions/elb.config':
      'option_settings:\n  aws:elb:listener:443:\n    ListenerProtocol: HTTPS\n    InstancePort: 80\n    '
      + 'SSLCertificateId: arn:aws:iam::123456789012:server-certificate/shop\n',
  },
  'an application load balancer': {
    '.ebextensions/alb.config':
      'option_settings:\n  aws:elasticbeanstalk:environment:\n    LoadBalancerType: application\n  '
      + 'aws:elbv2:listener:443:\n    Protocol: HTTPS\n    SSLCertificateArns: '
      + 'arn:aws:acm:eu-west-1:123456789012:certificate/1\n'
      + '  aws:elasticbeanstalk:environment:process:default:\n    HealthCheckPath: /health\n    MatcherHTTPCode: '
      + '200-399\n    DeregistrationDelay: 60\n    StickinessEnabled: true\n',
  },
  'a network load balancer': {
    '.ebextensions/nlb.config':
      'option_settings:\n  aws:elasticbeanstalk:environment:\n    LoadBalancerType: network\n',
  },
  'a single instance': {
    '.ebextensions/single.config':
      'option_settings:\n  aws:elasticbeanstalk:environment:\n    EnvironmentType: SingleInstance\n',
  },
  'a redirect in the template': {
    '.ebextensions/redirect.config': JSON.stringify({
      Resources: {
        AWSEBV2LoadBalancerListener: {
          Type: 'AWS::ElasticLoadBalancingV2::Listener',
          Properties: {
            LoadBalancerArn: { Ref: 'AWSEBV2LoadBalancer' },
            Port: 80,
            Protocol: 'HTTP',
            DefaultActions: [
              { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } },
            ],
          },
        },
      },
    }),
  },
  'a security group that is opened': {
    '.ebextensions/ports.config':
      'Resources:\n  port:\n    Type: AWS::EC2::SecurityGroupIngress\n    Properties:\n      GroupId: {"Fn::GetAtt": '
      + '["AWSEBSecurityGroup", "GroupId"]}\n      IpProtocol: tcp\n      FromPort: 5000\n      ToPort: 5000\n      '
      + 'SourceSecurityGroupId: {"Fn::GetAtt": ["AWSEBLoadBalancer", "SourceSecurityGroup.GroupName"]}\n',
  },
  'a topic and an alarm': {
    '.ebextensions/alarm.config':
      'Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n  Alarm:\n    Type: AWS::CloudWatch::Alarm\n    '
      + 'Properties:\n      Namespace: AWS/ELB\n      MetricName: Latency\n      AlarmActions: [{ Ref: Topic }]\n',
  },
  'a file system': {
    '.ebextensions/efs.config':
      'option_settings:\n  aws:elasticbeanstalk:application:environment:\n    FILES: \'`{"Ref" : "Files"}`\'\n    '
      + 'MOUNT: /files\n'
      + 'packages:\n  yum:\n    amazon-efs-utils: []\ncommands:\n  01_mount:\n    command: '
      + '/tmp/mount.sh\nResources:\n  Files:\n    Type: AWS::EFS::FileSystem\n',
  },
  'a network': {
    '.ebextensions/vpc.config':
      'option_settings:\n  aws:ec2:vpc:\n    VPCId: vpc-0123456789abcdef0\n    Subnets: subnet-1,subnet-2\n    '
      + 'ELBSubnets: subnet-3,subnet-4\n    ELBScheme: internal\n    AssociatePublicIpAddress: false\n',
  },
  'updates': {
    '.ebextensions/updates.config':
      'option_settings:\n  aws:elasticbeanstalk:managedactions:\n    ManagedActionsEnabled: true\n    '
      + 'PreferredStartTime: "Sun:02:30"\n  aws:elasticbeanstalk:managedactions:platformupdate:\n    UpdateLevel: '
      + 'minor\n  aws:elasticbeanstalk:command:\n    DeploymentPolicy: RollingWithAdditionalBatch\n    '
      + 'BatchSizeType: Fixed\n    BatchSize: 1\n    Timeout: 1800\n',
  },
  'health, logs and mail': {
    '.ebextensions/health.config':
      'option_settings:\n  aws:elasticbeanstalk:healthreporting:system:\n    SystemType: enhanced\n  '
      + 'aws:elasticbeanstalk:cloudwatch:logs:\n    StreamLogs: true\n    RetentionInDays: 7\n  '
      + 'aws:elasticbeanstalk:hostmanager:\n    LogPublicationControl: true\n  aws:elasticbeanstalk:sns:topics:\n    '
      + 'Notification Endpoint: ops@example.com\n',
  },
  'another platform': {
    '.ebextensions/python.config':
      'option_settings:\n  aws:elasticbeanstalk:container:python:\n    WSGIPath: shop.wsgi:application\n  '
      + 'aws:elasticbeanstalk:container:nodejs:\n    ProxyServer: nginx\n',
  },
  'an unknown option': { '.ebextensions/typo.config': 'option_settings:\n  aws:autoscaling:asg:\n    MinSise: 2\n' },
  'tabs': { '.ebextensions/tabs.config': 'option_settings:\n\taws:autoscaling:asg:\n\t\tMinSize: 2\n' },
  'JSON without its braces': {
    '.ebextensions/sg.config':
      '"Resources" : {\n  "AWSEBSecurityGroup": {\n    "Type" : "AWS::EC2::SecurityGroup"\n  }\n}\n',
  },
  'a name with a space': {
    '.ebextensions/my settings.config': 'option_settings:\n  aws:autoscaling:asg:\n    MaxSize: 3\n',
  },
  'a worker with cron': {
    'env.yaml':
      'AWSConfigurationTemplateVersion: 1.1.0.0\nEnvironmentTier:\n  Name: Worker\n  Type: '
      + 'SQS/HTTP\nOptionSettings:\n  aws:elasticbeanstalk:sqsd:\n    HttpPath: /jobs\n    VisibilityTimeout: 600\n',
    'cron.yaml': 'version: 1\ncron:\n  - name: report\n    url: /report\n    schedule: "0 6 * * *"\n',
  },
  'a worker whose cron.yaml is broken': {
    'env.yaml': 'AWSConfigurationTemplateVersion: 1.1.0.0\nEnvironmentTier: { Name: Worker, Type: SQS/HTTP }\n',
    'cron.yaml': 'version: 1\ncron:\n  - name: report\n    url: report\n    schedule: daily\n',
  },
  'cron without a worker': {
    'cron.yaml': 'version: 1\ncron:\n  - name: report\n    url: /report\n    schedule: "0 6 * * *"\n',
  },
  'a name, links and a solution stack': {
    'env.yaml':
      'AWSConfigurationTemplateVersion: 1.1.0.0\nSolutionStack: 64bit Amazon Linux 2 v3.4.0 running '
      + 'Docker\nEnvironmentName: shop-+\nCName: shop+\nEnvironmentLinks:\n  WORKERQUEUE: worker-+\nEnvironmentTier: '
      + '{ Name: WebServer, Type: Standard }\n',
  },
};

const MANY = [
  'a group and its trigger', 'an application load balancer', 'updates', 'health, logs and mail', 'variables as a map',
];

/** Each kind by itself, and each Dockerrun file beside many others. */
export const OWN_BUNDLES: readonly OwnBundle[] = [
  ...Object.entries(BESIDE).map(([name, files]) => ({ name, files: { 'Dockerrun.aws.json': WEB, ...files } })),
  ...Object.entries(DOCKERRUNS).map(([name, text]) => ({ name, files: { 'Dockerrun.aws.json': text } })),
  ...Object.entries(DOCKERRUNS).map(([name, text]) => ({
    name: `${name}, beside many files`,
    files: { ...Object.assign({}, ...MANY.map((kind) => BESIDE[kind])), 'Dockerrun.aws.json': text },
  })),
  ...Object.entries(BESIDE).map(([name, files], index) => ({
    name: `${name}, and ${Object.keys(BESIDE)[(index + 9) % Object.keys(BESIDE).length]}`,
    files: { 'Dockerrun.aws.json': WEB, ...Object.values(BESIDE)[(index + 9) % Object.keys(BESIDE).length], ...files },
  })),
];

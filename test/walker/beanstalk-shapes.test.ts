import { beanstalkCase, broken, Case, walked } from './beanstalk-templates';

describe('without a load balancer of its own', () => {
  /** An environment that only has what every shape has. */
  function only(...kept: string[]): Case {
    const parts = beanstalkCase();
    for (const key of Object.keys(parts.options).filter(
      (name) => !kept.some((namespace) => name.startsWith(namespace)),
    )) {
      delete parts.options[key];
    }
    for (const id of ['FrontGroup', 'FrontEgress', 'TargetIngress', 'AdminEgress', 'AdminIngress']) {
      delete parts.resources[id];
    }
    return parts;
  }

  function worker(): Case {
    const parts = only('aws:autoscaling', 'aws:ec2:vpc');
    const taking = {
      Effect: 'Allow',
      Action: ['sqs:ReceiveMessage', 'sqs:ChangeMessageVisibility', 'sqs:DeleteMessage'],
      Resource: { 'Fn::GetAtt': ['Queue', 'Arn'] },
    };
    Object.assign(parts.resources, {
      Queue: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 300 } },
      Role: { Type: 'AWS::IAM::Role', Properties: {} },
      Profile: { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: [{ Ref: 'Role' }] } },
      Policy: {
        Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement: [taking] } },
      },
    });
    Object.assign(parts.options, {
      'aws:elasticbeanstalk:sqsd WorkerQueueURL': { Ref: 'Queue' },
      'aws:autoscaling:launchconfiguration IamInstanceProfile': { Ref: 'Profile' },
    });
    parts.resources.Shop.Properties.Tier = { Name: 'Worker', Type: 'SQS/HTTP' };
    parts.dockerrun.containerDefinitions[0].portMappings = [{ hostPort: 80, containerPort: 3000 }];
    return parts;
  }

  function alone(): Case {
    const parts = only('aws:autoscaling', 'aws:ec2:vpc VPCId');
    Object.assign(parts.options, {
      'aws:elasticbeanstalk:environment EnvironmentType': 'SingleInstance',
      'aws:ec2:vpc Subnets': { Ref: 'PublicSubnet' },
    });
    parts.resources.InstanceGroup.Properties.SecurityGroupIngress = [
      { IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, CidrIp: '0.0.0.0/0' },
    ];
    return parts;
  }

  test('the daemon of a worker takes messages from its queue to the container', () => {
    expect(walked(undefined, worker()).environments[0]).toEqual({
      environment: 'Shop',
      breaks: [],
      paths: [[
        'the daemon of environment Shop takes messages from Queue',
        'role Role of the instances may take and delete them',
        'it posts them to port 80 of its instance, path /',
        'container web answers on port 3000',
      ]],
    });
  });

  test.each<[string, (parts: Case) => void, string]>([
    [
      'no container on port 80',
      ({ dockerrun }) => {
        dockerrun.containerDefinitions[0].portMappings = [{ hostPort: 8080, containerPort: 80 }];
      },
      'The daemon of environment Shop posts to port 80, which no container of its Dockerrun.aws.json maps.',
    ],
    [
      'a queue that is left to Beanstalk',
      ({ options }) => {
        delete options['aws:elasticbeanstalk:sqsd WorkerQueueURL'];
      },
      'Environment Shop leaves its queue to Beanstalk.',
    ],
    [
      'a role that may not delete messages',
      ({ resources }) => {
        resources.Policy.Properties.PolicyDocument.Statement[0].Action.pop();
      },
      'Role Role of the instances of environment Shop may not use sqs:DeleteMessage on queue Queue.',
    ],
    [
      'a role that may use another queue',
      ({ resources }) => {
        resources.Policy.Properties.PolicyDocument.Statement[0].Resource = { 'Fn::GetAtt': ['Other', 'Arn'] };
      },
      'Role Role of the instances of environment Shop may not use sqs:ReceiveMessage, sqs:DeleteMessage, '
        + 'sqs:ChangeMessageVisibility on queue Queue.',
    ],
    [
      'a queue with a time of its own',
      ({ resources }) => {
        resources.Queue.Properties.VisibilityTimeout = 60;
      },
      'Queue Queue shows messages again after 60 s, but environment Shop says 300 s.',
    ],
    [
      'a daemon that waits too long',
      ({ options }) => {
        options['aws:elasticbeanstalk:sqsd InactivityTimeout'] = '300';
      },
      'The daemon of environment Shop waits 300 s for an answer, but messages come back after 300 s.',
    ],
    [
      'options of a load balancer',
      ({ options }) => {
        options['aws:elbv2:loadbalancer IdleTimeout'] = '60';
      },
      'Environment Shop sets aws:elbv2:loadbalancer, but has no load balancer.',
    ],
  ])('a worker with %s', (_, change, sentence) => {
    expect(broken(change, worker())).toEqual([sentence]);
  });

  test('a single instance is open on its host ports', () => {
    expect(walked(undefined, alone()).environments[0]).toEqual({
      environment: 'Shop',
      breaks: [],
      paths: [['security group InstanceGroup accepts tcp 8080 from 0.0.0.0/0', 'container web answers on port 3000']],
    });
  });

  test.each<[string, (parts: Case) => void, string]>([
    [
      'a port without a container',
      ({ resources }) => {
        Object.assign(resources.InstanceGroup.Properties.SecurityGroupIngress[0], { FromPort: 80, ToPort: 80 });
      },
      'Security group InstanceGroup accepts tcp 80 from 0.0.0.0/0, where no container of environment Shop listens.',
    ],
    [
      'many ports',
      ({ resources }) => {
        resources.InstanceGroup.Properties.SecurityGroupIngress[0].ToPort = 9090;
      },
      'Security group InstanceGroup accepts tcp 8080-9090 from 0.0.0.0/0, where no container of environment Shop '
        + 'listens.',
    ],
    [
      'another protocol',
      ({ resources }) => {
        resources.InstanceGroup.Properties.SecurityGroupIngress[0].IpProtocol = 'udp';
      },
      'Security group InstanceGroup accepts udp 8080, but container web listens for tcp.',
    ],
    [
      'nothing',
      ({ resources }) => {
        resources.InstanceGroup.Properties.SecurityGroupIngress = [];
      },
      'Environment Shop has one instance, which accepts nothing.',
    ],
    [
      'a private subnet',
      ({ options }) => {
        options['aws:ec2:vpc Subnets'] = { Ref: 'PrivateSubnet' };
      },
      'Environment Shop has one instance, whose subnet PrivateSubnet has no route to an internet gateway.',
    ],
  ])('a single instance with %s', (_, change, sentence) => {
    expect(broken(change, alone())).toEqual([sentence]);
  });
});

describe('on a load balancer of somebody else', () => {
  function shared({ resources, options }: Case): void {
    Object.assign(resources, {
      Shared: {
        Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
        Properties: {
          Type: 'application',
          Subnets: [{ Ref: 'PublicSubnet' }],
          SecurityGroups: [{ 'Fn::GetAtt': ['FrontGroup', 'GroupId'] }],
        },
      },
      SharedListener: {
        Type: 'AWS::ElasticLoadBalancingV2::Listener',
        Properties: {
          LoadBalancerArn: { Ref: 'Shared' },
          Port: 80,
          Protocol: 'HTTP',
          DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }],
        },
      },
    });
    for (const key of Object.keys(options).filter(
      (name) => name.startsWith('aws:elbv2:listener:') || name.endsWith('ELBSubnets'),
    )) {
      delete options[key];
    }
    Object.assign(options, {
      'aws:elasticbeanstalk:environment LoadBalancerIsShared': 'true',
      'aws:elbv2:loadbalancer SharedLoadBalancer': { Ref: 'Shared' },
      'aws:elbv2:listener:80 Rules': 'admin,default',
    });
  }

  test('the rules of the environment are on its listeners', () => {
    const { environments, listeners: [{ paths, breaks }] } = walked(shared);
    expect([environments, breaks]).toEqual([[{ environment: 'Shop', paths: [], breaks: [] }], []]);
    expect(paths.map((path) => path[path.length - 1])).toEqual([
      'default action of SharedListener answers by itself', 'container admin answers on port 3000',
      'container web answers on port 3000',
    ]);
  });

  test('a listener that it does not have', () => {
    expect(broken((parts) => {
      shared(parts);
      parts.options['aws:elbv2:listener:8080 Rules'] = 'default';
    })).toEqual(['Environment Shop has rules on port 8080 of load balancer Shared, which has no such listener.']);
  });
});

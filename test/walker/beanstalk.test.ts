import { walkBeanstalk } from './beanstalk';
import { beanstalkCase, broken, Case, templateOf, walked } from './beanstalk-templates';

/*
 * As with Amazon ECS: each test takes an environment whose listener leads to its containers, breaks it in one place,
 * and expects exactly that to be found.
 */

const HTTPS = {
  'aws:elbv2:listener:443 Protocol': 'HTTPS',
  'aws:elbv2:listener:443 SSLCertificateArns': 'arn:aws:acm:eu-west-1:123456789012:certificate/1',
};

/** What the library puts beside the file to send clients to HTTPS. */
const REDIRECT = JSON.stringify({
  Resources: {
    AWSEBV2LoadBalancerListener: {
      Type: 'AWS::ElasticLoadBalancingV2::Listener',
      Properties: {
        LoadBalancerArn: { Ref: 'AWSEBV2LoadBalancer' },
        Port: 80,
        Protocol: 'HTTP',
        DefaultActions: [{ Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443' } }],
      },
    },
  },
});

/** A listener for HTTPS, to which listener 80 redirects. */
function secure({ resources, options, archive }: Case): void {
  Object.assign(options, HTTPS, { 'aws:elbv2:listener:default Rules': '', 'aws:elbv2:listener:443 Rules': 'admin' });
  resources.FrontGroup.Properties.SecurityGroupIngress.push({
    IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0',
  });
  archive['.ebextensions/redirect.config'] = REDIRECT;
}

describe('what works', () => {
  test('the default process and the one of a rule are reached at their host ports', () => {
    const { environments, listeners: [{ paths, breaks }], overBroad } = walked();
    expect([environments, breaks, overBroad]).toEqual([[{ environment: 'Shop', paths: [], breaks: [] }], [], []]);
    expect(paths.map((path) => path.slice(3))).toEqual(
      [
        ['default action of Shop/listener:default', 'default', 'web', 8080],
        ['rule Shop/listener:default/rule:admin (priority 1)', 'admin', 'admin', 9090],
      ].map(([from, process, container, port]) => [
        `${from} forwards to target group Shop/process:${process} (HTTP, target type instance)`,
        `service Shop/process:${process}/tasks registers container ${container}, port 3000`,
        `task definition Shop/process:${process}/task (bridge) takes it at tcp ${port}`,
        `target group Shop/process:${process} checks health on the traffic port`,
        `security group FrontGroup may send tcp ${port} to InstanceGroup`,
        `security group InstanceGroup of the instances of Shop/instances accepts tcp ${port} from FrontGroup`,
        `container ${container} answers on port 3000`,
      ]),
    );
    expect(paths[0].slice(0, 3)).toEqual([
      'the internet reaches load balancer Shop/balancer (internet-facing) in PublicSubnet, OtherPublicSubnet through '
        + 'internet gateway Gateway',
      'security group FrontGroup accepts tcp 80 from 0.0.0.0/0',
      'listener Shop/listener:default (HTTP 80)',
    ]);
  });

  test('a second rule of a listener, with its own priority', () => {
    const { environments, listeners } = walked(({ options }) =>
      Object.assign(options, {
        'aws:elbv2:listener:default Rules': 'admin,status',
        'aws:elbv2:listenerrule:status HostHeaders': 'status.example.com',
        'aws:elbv2:listenerrule:status Priority': '2',
        'aws:elbv2:listenerrule:status Process': 'admin',
      }),
    );
    expect([...environments, ...listeners].map(({ breaks }) => breaks)).toEqual([[], []]);
    expect(listeners[0].paths.map((path) => path[3])).toEqual([
      'default action of Shop/listener:default forwards to target group Shop/process:default (HTTP, target type '
        + 'instance)',
      'rule Shop/listener:default/rule:admin (priority 1) forwards to target group Shop/process:admin (HTTP, target '
        + 'type instance)',
      'rule Shop/listener:default/rule:status (priority 2) forwards to target group Shop/process:admin (HTTP, target '
        + 'type instance)',
    ]);
  });

  test('a file of the version makes listener 80 redirect to the listener for HTTPS', () => {
    const { environments, listeners, overBroad } = walked(secure);
    expect([environments, overBroad]).toEqual([[{ environment: 'Shop', paths: [], breaks: [] }], []]);
    expect(
      listeners.map(({ listener, paths, breaks }) => [
        listener, paths.map((path) => path[3].split(' to target group')[0]), breaks,
      ]),
    ).toEqual([
      [
        'Shop/listener:default', ['default action of Shop/listener:default redirects to listener Shop/listener:443'],
        [],
      ],
      [
        'Shop/listener:443',
        ['default action of Shop/listener:443 forwards', 'rule Shop/listener:443/rule:admin (priority 1) forwards'], [],
      ],
    ]);
  });

  test('files of the version set options that the template does not', () => {
    const { environments, listeners, overBroad } = walked(({ resources, options, archive }) => {
      delete options['aws:elbv2:listener:default DefaultProcess'];
      resources.FrontGroup.Properties.SecurityGroupIngress.push({
        IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, CidrIp: '0.0.0.0/0',
      });
      archive['.ebextensions/01.config'] =
        'option_settings:\n  aws:elbv2:listener:default:\n    DefaultProcess: wbe\n    Rules: other\n';
      archive['.ebextensions/02.config'] = [
        'option_settings:',
        '  - { namespace: "aws:elbv2:listener:default", option_name: DefaultProcess, value: admin }',
        '  - { namespace: "aws:elbv2:listener:8080", option_name: ListenerEnabled, value: true }',
      ].join('\n');
    });
    expect([...environments, ...listeners].map(({ breaks }) => breaks)).toEqual([[], [], []]);
    expect(listeners.map(({ listener, paths: [path] }) => [listener, path[path.length - 1]])).toEqual([
      ['Shop/listener:default', 'container admin answers on port 3000'],
      ['Shop/listener:8080', 'container web answers on port 3000'],
    ]);
    expect(overBroad).toEqual([]);
  });

  test('one container with two ports on the instance is reached at both', () => {
    const { environments, listeners } = walked(({ dockerrun: { containerDefinitions: [web, admin] } }) => {
      web.portMappings.push(...admin.portMappings.splice(0));
    });
    expect([...environments, ...listeners].flatMap(({ breaks }) => breaks)).toEqual([]);
    expect(listeners[0].paths.map((path) => path[path.length - 1])).toEqual([
      'container web answers on port 3000', 'container web answers on port 3000',
    ]);
  });
});

describe('from the listener to the process', () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      'a process that there is not', { 'aws:elbv2:listener:default DefaultProcess': 'wbe' },
      ['Listener Shop/listener:default forwards to Shop/process:wbe, which is no target group of the template.'],
    ],
    [
      'a rule for a process that there is not',
      { 'aws:elbv2:listenerrule:admin Process': 'other' },
      [
        'Rule Shop/listener:default/rule:admin forwards to Shop/process:other, which is no target group of the '
          + 'template.',
      ],
    ],
    [
      'a rule that there is not', { 'aws:elbv2:listener:default Rules': 'admin,status' },
      ['Listener Shop/listener:default has rule status, but the rules of environment Shop are: admin.'],
    ],
    [
      'a rule on no listener', { 'aws:elbv2:listener:default Rules': '' },
      ['Rule admin of environment Shop is on no listener.'],
    ],
    [
      'a rule without a condition', { 'aws:elbv2:listenerrule:admin PathPatterns': '' },
      ['Rule admin of environment Shop has no condition.'],
    ],
    [
      'two rules with one priority, which is 1 unless it is set',
      {
        'aws:elbv2:listener:default Rules': 'admin,status',
        'aws:elbv2:listenerrule:status PathPatterns': '/status',
        'aws:elbv2:listenerrule:status Process': 'admin',
      },
      [
        'Rules Shop/listener:default/rule:admin and Shop/listener:default/rule:status of listener '
          + 'Shop/listener:default have the same priority 1.',
      ],
    ],
    [
      'a rule behind one that takes everything',
      {
        'aws:elbv2:listener:default Rules': 'admin,status',
        'aws:elbv2:listenerrule:admin PathPatterns': '/*',
        'aws:elbv2:listenerrule:status PathPatterns': '/status',
        'aws:elbv2:listenerrule:status Priority': '2',
      },
      [
        'Rule Shop/listener:default/rule:admin of listener Shop/listener:default takes every request before rule '
          + 'Shop/listener:default/rule:status does.',
      ],
    ],
    [
      'a listener that is off, with its rule', { 'aws:elbv2:listener:default ListenerEnabled': 'false' },
      ['Environment Shop has no listener that is on.', 'Rule admin of environment Shop is on no listener.'],
    ],
    [
      'two listeners on one port',
      { 'aws:elbv2:listener:80 Protocol': 'HTTP' },
      [
        'Listeners Shop/listener:default and Shop/listener:80 of load balancer Shop/balancer have the same port 80.',
        'Listeners Shop/listener:80 and Shop/listener:default of load balancer Shop/balancer have the same port 80.',
      ],
    ],
    [
      'HTTPS without a certificate', { 'aws:elbv2:listener:default Protocol': 'HTTPS' },
      ['Listener Shop/listener:default speaks HTTPS without a certificate.'],
    ],
    [
      'a protocol of the other type of load balancer', { 'aws:elbv2:listener:default Protocol': 'TCP' },
      ['Listener Shop/listener:default speaks TCP, but its load balancer is of type application.'],
    ],
    [
      'the type that Beanstalk takes unasked', { 'aws:elasticbeanstalk:environment LoadBalancerType': 'classic' },
      ['Environment Shop has a load balancer of type classic.'],
    ],
  ])('%s', (_, options, breaks) => {
    expect(broken((parts) => Object.assign(parts.options, options))).toEqual(breaks);
  });

  test('a redirect needs a listener where it leads', () => {
    expect(
      broken((parts) => {
        secure(parts);
        parts.options['aws:elbv2:listener:443 ListenerEnabled'] = 'false';
      }),
    ).toEqual([
      'Rule admin of environment Shop is on no listener.',
      'Listener Shop/listener:default redirects to port 443, where its load balancer has no listener.',
    ]);
  });

  test('a redirect for a load balancer of somebody else', () => {
    expect(broken((parts) => {
      secure(parts);
      parts.archive['.ebextensions/redirect.config'] = REDIRECT.replace(
        '"Ref":"AWSEBV2LoadBalancer"', '"Ref":"AWSEBLoadBalancer"',
      );
    })).toEqual(['Listener Shop/listener:default is on no load balancer of the template.']);
  });

  test('an option that is set twice', () => {
    const again = [{ Namespace: 'aws:ec2:vpc', OptionName: 'VPCId', Value: 'vpc-1' }];
    expect(
      broken(({ resources }) => {
        resources.Shop.Properties.OptionSettings = again;
      }),
    ).toEqual(['Environment Shop sets aws:ec2:vpc VPCId more than once.']);
  });
});

describe('from the process to the container', () => {
  test('a port that no container has on the instance', () => {
    expect(
      broken(({ options }) => {
        options['aws:elasticbeanstalk:environment:process:admin Port'] = '3000';
      }),
    ).toEqual([
      'Process admin of environment Shop sends to port 3000, but its Dockerrun.aws.json maps: 8080 (web), 9090 '
        + '(admin).',
      'No service registers its tasks with target group Shop/process:admin.',
    ]);
  });

  test('the port that a process has unasked', () => {
    expect(
      broken(({ options }) => {
        delete options['aws:elasticbeanstalk:environment:process:default Port'];
      }),
    ).toEqual([
      'Process default of environment Shop sends to port 80, but its Dockerrun.aws.json maps: 8080 (web), 9090 '
        + '(admin).',
      'No service registers its tasks with target group Shop/process:default.',
    ]);
  });

  test('a port that the instance picks', () => {
    expect(
      broken(({ dockerrun }) => {
        dockerrun.containerDefinitions[0].portMappings = [{ hostPort: 0, containerPort: 8080 }];
      }),
    ).toEqual([
      'Process default of environment Shop sends to port 8080, but its Dockerrun.aws.json maps: 9090 (admin).',
      'No service registers its tasks with target group Shop/process:default.',
    ]);
  });

  test('a port that two containers want', () => {
    expect(
      broken(({ dockerrun }) => {
        dockerrun.containerDefinitions[2].portMappings = [{ hostPort: 8080, containerPort: 5432 }];
      }),
    ).toEqual(['Process default of environment Shop sends to port 8080, which several containers map: web, database.']);
  });

  test('a port that is mapped for UDP', () => {
    expect(
      broken(({ dockerrun }) => {
        dockerrun.containerDefinitions[0].portMappings = [{ hostPort: 8080, containerPort: 3000, protocol: 'udp' }];
      }),
    ).toEqual([
      'Service Shop/process:default/tasks registers tcp 3000 of container web, but task definition '
        + 'Shop/process:default/task maps: udp 3000.',
    ]);
  });
});

describe('from the environment to its file', () => {
  test.each<[string, (parts: Case) => void, string]>([
    [
      'a version of another application',
      ({ resources }) => {
        resources.Other = { ...resources.Application };
        resources.Version.Properties.ApplicationName = { Ref: 'Other' };
      },
      'Environment Shop belongs to Application, but its version Version to Other.',
    ],
    [
      'a version that there is not',
      ({ resources }) => {
        delete resources.Version;
      },
      'Environment Shop runs version Version, which is not in the template.',
    ],
    [
      'an archive that nobody uploads',
      ({ resources }) => {
        resources.Version.Properties.SourceBundle.S3Key = 'other.zip';
      },
      'Version Version has an archive that nobody uploads.',
    ],
  ])('%s', (_, change, sentence) => {
    expect(broken(change)).toEqual([sentence]);
  });

  test('an archive without the file', () => {
    const { template } = templateOf(beanstalkCase());
    expect(walkBeanstalk(template, { 'shop.zip': {} }).environments).toEqual([
      { environment: 'Shop', paths: [], breaks: ['The archive of version Version has no Dockerrun.aws.json.'] },
    ]);
  });
});

describe('over the network', () => {
  test.each<[string, (parts: Case) => void, string[]]>([
    [
      'instances that do not accept the load balancer',
      ({ resources }) => {
        delete resources.TargetIngress;
      },
      [
        'Load balancer Shop/balancer cannot reach tcp 8080: security group InstanceGroup of the instances of '
          + 'Shop/instances accepts tcp 9090 from FrontGroup.',
      ],
    ],
    [
      'a load balancer that may not send',
      ({ resources }) => {
        delete resources.AdminEgress;
      },
      ['Load balancer Shop/balancer may not send tcp 9090 to InstanceGroup; FrontGroup allows tcp 8080.'],
    ],
    [
      'a load balancer that is closed',
      ({ resources }) => {
        resources.FrontGroup.Properties.SecurityGroupIngress = [];
      },
      ['Listener Shop/listener:default is closed: no rule of FrontGroup accepts tcp 80 from 0.0.0.0/0.'],
    ],
    [
      'a load balancer whose groups are left to Beanstalk',
      ({ options }) => {
        delete options['aws:elbv2:loadbalancer SecurityGroups'];
      },
      [
        "Load balancer Shop/balancer has no security group, so its VPC's default group closes listener "
          + 'Shop/listener:default.',
      ],
    ],
    [
      'instances whose groups are left to Beanstalk',
      ({ options }) => {
        delete options['aws:autoscaling:launchconfiguration SecurityGroups'];
      },
      ['Auto Scaling group Shop/instances gives its instances no security group.'],
    ],
    [
      'instances that Beanstalk gives a group of its own',
      ({ options }) => {
        options['aws:autoscaling:launchconfiguration DisableDefaultEC2SecurityGroup'] = 'false';
      },
      ['Environment Shop gives its instances a security group of Beanstalk too.'],
    ],
    [
      'a public load balancer in a private subnet',
      ({ options }) => {
        options['aws:ec2:vpc ELBSubnets'] = { 'Fn::Join': [',', [{ Ref: 'PublicSubnet' }, { Ref: 'PrivateSubnet' }]] };
      },
      [
        'Load balancer Shop/balancer is internet-facing, but its subnet PrivateSubnet has no route to an internet '
          + 'gateway.',
      ],
    ],
    [
      'instances in another VPC',
      ({ resources }) => {
        resources.PrivateSubnet.Properties.VpcId = { Ref: 'Elsewhere' };
      },
      [
        'Target group Shop/process:default is in VPC Vpc, but the instances of Shop/instances are in Elsewhere.',
        'Target group Shop/process:admin is in VPC Vpc, but the instances of Shop/instances are in Elsewhere.',
      ],
    ],
  ])('%s', (_, change, breaks) => {
    expect(broken(change)).toEqual(breaks);
  });

  test('an internal load balancer is reached from the VPC', () => {
    const {
      listeners: [{ paths, breaks }],
    } = walked(({ options }) =>
      Object.assign(options, {
        'aws:ec2:vpc ELBScheme': 'internal', 'aws:ec2:vpc ELBSubnets': { Ref: 'PrivateSubnet' },
      }),
    );
    expect([breaks, paths.map(([first]) => first)]).toEqual([
      [], Array(2).fill('the VPC reaches load balancer Shop/balancer (internal) in PrivateSubnet'),
    ]);
  });

  test('without security groups a Network Load Balancer passes the world on', () => {
    const network = ({ options, resources }: Case) => {
      Object.assign(options, {
        'aws:elasticbeanstalk:environment LoadBalancerType': 'network', 'aws:elbv2:listener:default Rules': '',
      });
      for (const key of Object.keys(options).filter((name) => /listenerrule|loadbalancer|process:admin/.test(name))) {
        delete options[key];
      }
      for (const id of ['AdminEgress', 'AdminIngress', 'FrontGroup', 'FrontEgress']) delete resources[id];
      resources.TargetIngress.Properties = {
        GroupId: resources.TargetIngress.Properties.GroupId,
        IpProtocol: 'tcp',
        FromPort: 8080,
        ToPort: 8080,
        CidrIp: '0.0.0.0/0',
      };
    };
    expect(broken(network)).toEqual([]);
    expect(
      broken((parts) => {
        network(parts);
        parts.resources.TargetIngress.Properties.CidrIp = '10.0.0.0/16';
      }),
    ).toEqual([
      'Load balancer Shop/balancer cannot reach tcp 8080: security group InstanceGroup of the instances of '
        + 'Shop/instances accepts nothing from 0.0.0.0/0.',
    ]);
  });

  test('a rule that lets in more than listeners and processes need', () => {
    expect(
      walked(({ resources }) => Object.assign(resources.TargetIngress.Properties, { FromPort: 1, ToPort: 65535 }))
        .overBroad,
    ).toEqual([
      'Security group InstanceGroup accepts tcp 1-65535 from FrontGroup (TargetIngress), but only tcp 8080, tcp 9090 '
        + 'is used.',
    ]);
  });
});

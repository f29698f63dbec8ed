import { apiTemplate, distributionTemplate, Editable } from './templates';
import { walk } from './walk';

/*
 * What stands before a load balancer belongs to the way of a request. Each test takes a template whose door leads to
 * its container, breaks it in one place, and expects exactly that to be found.
 */

/** What is found after a change: at the doors and at the listener. */
function broken(template: Editable, change: (resources: Editable['Resources']) => void): string[] {
  change(template.Resources);
  const { listeners, doors } = walk(template);
  return [...new Set([...doors, ...listeners].flatMap(({ breaks }) => breaks))];
}

function intact(template: Editable): readonly (readonly string[])[] {
  const { listeners, doors, overBroad } = walk(template);
  expect([...listeners, ...doors].flatMap(({ breaks }) => breaks)).toEqual([]);
  expect(overBroad).toEqual([]);
  return listeners.flatMap(({ paths }) => paths);
}

describe('an HTTP API', () => {
  test('leads through its VPC link to the container', () => {
    expect(intact(apiTemplate())).toEqual([[
      'clients call API Api, whose route $default takes every request',
      'integration Integration speaks HTTP through VPC link Link in PrivateSubnet',
      'security group LinkGroup may send tcp 80 to FrontGroup',
      'security group FrontGroup accepts tcp 80 from LinkGroup',
      'listener Listener (HTTP 80)',
      'default action of Listener forwards to target group TargetGroup (HTTP, target type instance)',
      'service Service registers container web, port 3000',
      'task definition Task (bridge) takes it at tcp 8080',
      'target group TargetGroup checks health on the traffic port',
      'security group FrontGroup may send tcp 8080 to InstanceGroup',
      'security group InstanceGroup of the instances of Instances accepts tcp 8080 from FrontGroup',
      'container web answers on port 3000',
    ]]);
  });

  test.each<[string, (resources: Editable['Resources']) => void, readonly string[]]>([
    [
      'without a route',
      (resources) => {
        delete resources.Route;
      },
      ['API Api has no route.'],
    ],
    [
      'without a stage',
      (resources) => {
        delete resources.Stage;
      },
      ['API Api has no stage.'],
    ],
    [
      'with a stage that is not deployed',
      ({ Stage }) => {
        delete Stage.Properties.AutoDeploy;
      },
      ['Stage Stage of API Api is not deployed.'],
    ],
    [
      'with a route for one path',
      ({ Route }) => {
        Route.Properties.RouteKey = 'GET /shop';
      },
      ['Route Route of API Api takes GET /shop only.'],
    ],
    [
      'with a route to the integration of another API',
      ({ Integration }) => {
        Integration.Properties.ApiId = { Ref: 'Other' };
      },
      ['Route Route leads to Integration, which is no integration of API Api.'],
    ],
    [
      'without a VPC link',
      (resources) => {
        delete resources.Link;
      },
      ['Integration Integration of API Api uses no VPC link of the template.'],
    ],
    [
      'over the internet',
      ({ Integration }) => {
        Integration.Properties.ConnectionType = 'INTERNET';
      },
      ['Integration Integration of API Api uses no VPC link of the template.'],
    ],
    [
      'with the ARN of the load balancer instead of the listener',
      ({ Integration }) => {
        Integration.Properties.IntegrationUri = { Ref: 'LoadBalancer' };
      },
      ['Integration Integration leads to LoadBalancer, which is no listener of the template.'],
    ],
    [
      'that speaks HTTPS to a listener of HTTP',
      ({ Integration }) => {
        Integration.Properties.TlsConfig = { ServerNameToVerify: 'example.com' };
      },
      ['Integration Integration speaks HTTPS, but listener Listener speaks HTTP.'],
    ],
    [
      'whose link has no security group',
      ({ Link }) => {
        delete Link.Properties.SecurityGroupIds;
      },
      [
        'VPC link Link has no security group, so no rule can let it in.',
        'Listener Listener is closed to API Api: no rule of FrontGroup accepts tcp 80 from none.',
      ],
    ],
    [
      'whose link may not send',
      ({ LinkEgress }) => {
        LinkEgress.Properties.FromPort = 81;
        LinkEgress.Properties.ToPort = 81;
      },
      ['The VPC link of API Api may not send tcp 80 to FrontGroup.'],
    ],
    [
      'whose link is not let in',
      ({ FrontGroup }) => {
        FrontGroup.Properties.SecurityGroupIngress = [];
      },
      ['Listener Listener is closed to API Api: no rule of FrontGroup accepts tcp 80 from LinkGroup.'],
    ],
    [
      'whose link is in another VPC',
      (resources) => {
        resources.Far = { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'OtherVpc' } } };
        resources.Link.Properties.SubnetIds = [{ Ref: 'Far' }];
      },
      ['The VPC link of API Api is in OtherVpc, but load balancer LoadBalancer is in Vpc.'],
    ],
  ])('%s is broken', (_, change, found) => {
    expect(broken(apiTemplate(), change)).toEqual(found);
  });

  test.each([{ CidrIp: '0.0.0.0/0' }, { CidrIp: { 'Fn::GetAtt': ['Vpc', 'CidrBlock'] } }])(
    'in front of a listener that is open to more than the link: %j',
    (peer) => {
      const template = apiTemplate();
      template.Resources.FrontGroup.Properties.SecurityGroupIngress.push({
        IpProtocol: 'tcp', FromPort: 80, ToPort: 80, ...peer,
      });
      const from = typeof peer.CidrIp === 'string' ? peer.CidrIp : 'Vpc.CidrBlock';
      expect(walk(template).overBroad).toEqual([
        `Security group FrontGroup accepts tcp 80 from ${from} (FrontGroup), but only LinkGroup is meant.`,
      ]);
    },
  );
});

describe('a distribution', () => {
  const origin = ({ Distribution }: Editable['Resources']) => Distribution.Properties.DistributionConfig.Origins[0];
  const condition = ({ Rule }: Editable['Resources']) => Rule.Properties.Conditions[0].HttpHeaderConfig;
  const resolve = (id: string) => ({
    'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: id }, ':SecretString:::}}']],
  });

  test('leads to the container, and whatever lacks the secret is refused', () => {
    const paths = intact(distributionTemplate());
    const front = [
      'clients call distribution Distribution',
      'the internet reaches load balancer LoadBalancer (internet-facing) in PublicSubnet through internet gateway '
        + 'Gateway',
      'security group FrontGroup accepts tcp 80 from pl-1234',
      'listener Listener (HTTP 80)',
    ];
    expect(paths[0]).toEqual([...front, 'default action of Listener answers by itself']);
    expect(paths[1].slice(0, 6)).toEqual([
      ...front,
      'rule Rule (priority 50000) forwards to target group TargetGroup (HTTP, target type instance)',
      'service Service registers container web, port 3000',
    ]);
    expect(paths).toHaveLength(2);
  });

  test.each<[string, (resources: Editable['Resources']) => void, readonly string[]]>([
    [
      'with an origin elsewhere',
      (resources) => {
        origin(resources).DomainName = 'example.com';
      },
      [
        'Distribution Distribution leads to example.com, which is no load balancer of the template.',
        'Listener Listener is closed: no rule of FrontGroup accepts tcp 80 from 0.0.0.0/0.',
        'Rule Rule wants header X-Secret, which no client sends.',
      ],
    ],
    [
      'with a behavior for no origin',
      ({ Distribution }) => {
        Distribution.Properties.DistributionConfig.DefaultCacheBehavior.TargetOriginId = 'other';
      },
      [
        'Distribution Distribution leads to other, which is no load balancer of the template.',
        'Listener Listener is closed: no rule of FrontGroup accepts tcp 80 from 0.0.0.0/0.',
        'Rule Rule wants header X-Secret, which no client sends.',
      ],
    ],
    [
      'to a port without a listener',
      (resources) => {
        origin(resources).CustomOriginConfig.HTTPPort = 81;
      },
      [
        'Distribution Distribution connects to port 81, where load balancer LoadBalancer has no listener.',
        'Listener Listener is closed: no rule of FrontGroup accepts tcp 80 from 0.0.0.0/0.',
        'Rule Rule wants header X-Secret, which no client sends.',
      ],
    ],
    [
      'that speaks HTTPS to a listener of HTTP',
      (resources) => {
        origin(resources).CustomOriginConfig = { HTTPSPort: 80, OriginProtocolPolicy: 'https-only' };
      },
      ['Distribution Distribution speaks HTTPS, but listener Listener speaks HTTP.'],
    ],
    [
      'to an internal load balancer',
      ({ LoadBalancer }) => {
        LoadBalancer.Properties.Scheme = 'internal';
      },
      ['Distribution Distribution comes from the internet, but load balancer LoadBalancer is internal.'],
    ],
    [
      'with names without a certificate',
      ({ Distribution }) => {
        Distribution.Properties.DistributionConfig.Aliases = ['example.com'];
      },
      ['Distribution Distribution has other names, but no certificate for them.'],
    ],
    [
      'whose addresses are not let in',
      ({ FrontGroup }) => {
        FrontGroup.Properties.SecurityGroupIngress = [];
      },
      [
        'Listener Listener is closed to distribution Distribution: no rule of FrontGroup accepts tcp 80 from a '
          + 'prefix list.',
      ],
    ],
    [
      'without the header',
      (resources) => {
        delete origin(resources).OriginCustomHeaders;
      },
      ['Rule Rule wants header X-Secret, which distribution Distribution does not send.'],
    ],
    [
      'with another header',
      (resources) => {
        origin(resources).OriginCustomHeaders[0].HeaderName = 'X-Other';
      },
      ['Rule Rule wants header X-Secret, which distribution Distribution does not send.'],
    ],
    [
      'with another secret',
      (resources) => {
        origin(resources).OriginCustomHeaders[0].HeaderValue = resolve('Other');
      },
      ['Rule Rule wants another value of header X-Secret than distribution Distribution sends.'],
    ],
    [
      'with a secret that everybody can read',
      (resources) => {
        origin(resources).OriginCustomHeaders[0].HeaderValue = 'open sesame';
        condition(resources).Values = ['open sesame'];
      },
      ['Distribution Distribution shows the value of header x-secret to everybody who reads the template.'],
    ],
    [
      'in front of a rule that asks for nothing',
      ({ Rule }) => {
        Rule.Properties.Conditions = [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/*'] } }];
      },
      ['Rule Rule asks for no header, so that every other distribution gets in.'],
    ],
    [
      'in front of a listener that forwards by default',
      ({ Listener, Rule }) => {
        Listener.Properties.DefaultActions = Rule.Properties.Actions;
      },
      ['Listener Listener asks for no header, so that every other distribution gets in.'],
    ],
    [
      'in front of a rule that is never reached',
      (resources) => {
        resources.Late = structuredClone(resources.Rule);
        resources.Late.Properties.Conditions.push({ Field: 'path-pattern', PathPatternConfig: { Values: ['/api/*'] } });
        resources.Rule.Properties.Priority = 10;
      },
      ['Rule Rule of listener Listener takes every request before rule Late does.'],
    ],
  ])('%s is broken', (_, change, found) => {
    expect(broken(distributionTemplate(), change)).toEqual(found);
  });

  test('in front of a listener that is open to the world', () => {
    const template = distributionTemplate();
    template.Resources.FrontGroup.Properties.SecurityGroupIngress.push({
      IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: '0.0.0.0/0',
    });
    expect(walk(template).overBroad).toEqual([
      'Security group FrontGroup accepts tcp 80 from 0.0.0.0/0 (FrontGroup), but only pl-1234 is meant.',
    ]);
  });
});

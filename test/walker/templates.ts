import { ResourceJson, TemplateJson } from './template';

/** A template that tests change. */
export type Editable = TemplateJson & { Resources: Record<string, ResourceJson & { Properties: Record<string, any> }> };

const ref = (id: string) => ({ Ref: id });
const groupId = (id: string) => ({ 'Fn::GetAtt': [id, 'GroupId'] });
const resource = (type: string, properties: Record<string, any> = {}, dependsOn?: string[]) => (
  { Type: `AWS::${type}`, Properties: properties, ...(dependsOn && { DependsOn: dependsOn }) }
);

/** One listener in front of containers on instances, with host port 8080. Written by hand: no construct takes part. */
export function bridgeTemplate(): Editable {
  return { Resources: { ...network(), ...front('InstanceGroup', 8080), ...cluster(), ...tasks('bridge', 8080) } };
}

/** The same in front of tasks with network interfaces of their own. */
export function awsvpcTemplate(): Editable {
  const template: Editable = {
    Resources: { ...network(), ...front('TaskGroup', 3000), ...cluster(), ...tasks('awsvpc', 3000) },
  };
  template.Resources.TaskGroup = resource('EC2::SecurityGroup', { VpcId: ref('Vpc') });
  template.Resources.TargetGroup.Properties.TargetType = 'ip';
  template.Resources.Service.Properties.NetworkConfiguration = {
    AwsvpcConfiguration: { Subnets: [ref('PrivateSubnet')], SecurityGroups: [groupId('TaskGroup')] },
  };
  return template;
}

/** The same with containers that share the network of their instance: the container port is the host port. */
export function hostTemplate(): Editable {
  return { Resources: { ...network(), ...front('InstanceGroup', 3000), ...cluster(), ...tasks('host', 3000) } };
}

/** An HTTP API with a VPC link in front of the same, on an internal load balancer that lets in the link alone. */
export function apiTemplate(): Editable {
  const template = bridgeTemplate();
  const { LoadBalancer, FrontGroup } = template.Resources;
  Object.assign(LoadBalancer.Properties, { Scheme: 'internal', Subnets: [ref('PrivateSubnet')] });
  FrontGroup.Properties.SecurityGroupIngress = [{ ...PORT_80, SourceSecurityGroupId: groupId('LinkGroup') }];
  Object.assign(template.Resources, {
    LinkGroup: resource('EC2::SecurityGroup', { VpcId: ref('Vpc') }),
    LinkEgress: resource('EC2::SecurityGroupEgress', {
      ...PORT_80, GroupId: groupId('LinkGroup'), DestinationSecurityGroupId: groupId('FrontGroup'),
    }),
    Link: resource('ApiGatewayV2::VpcLink', {
      SubnetIds: [ref('PrivateSubnet')], SecurityGroupIds: [groupId('LinkGroup')],
    }),
    Api: resource('ApiGatewayV2::Api', { ProtocolType: 'HTTP' }),
    Stage: resource('ApiGatewayV2::Stage', { ApiId: ref('Api'), StageName: '$default', AutoDeploy: true }),
    Route: resource('ApiGatewayV2::Route', {
      ApiId: ref('Api'), RouteKey: '$default', Target: { 'Fn::Join': ['', ['integrations/', ref('Integration')]] },
    }),
    Integration: resource('ApiGatewayV2::Integration', {
      ApiId: ref('Api'),
      ConnectionType: 'VPC_LINK',
      ConnectionId: ref('Link'),
      IntegrationType: 'HTTP_PROXY',
      IntegrationUri: ref('Listener'),
    }),
  });
  return template;
}

/** A distribution in front of the same, on a load balancer that lets in CloudFront alone and asks for a secret. */
export function distributionTemplate(): Editable {
  const template = bridgeTemplate();
  const { FrontGroup, Listener, Service } = template.Resources;
  const secret = { 'Fn::Join': ['', ['{{resolve:secretsmanager:', ref('Secret'), ':SecretString:::}}']] };
  FrontGroup.Properties.SecurityGroupIngress = [{ ...PORT_80, SourcePrefixListId: 'pl-1234' }];
  Object.assign(template.Resources, {
    Secret: resource('SecretsManager::Secret'),
    Rule: resource('ElasticLoadBalancingV2::ListenerRule', {
      ListenerArn: ref('Listener'),
      Priority: 50000,
      Actions: Listener.Properties.DefaultActions,
      Conditions: [{ Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-Secret', Values: [secret] } }],
    }),
    Distribution: resource('CloudFront::Distribution', {
      DistributionConfig: {
        DefaultCacheBehavior: { TargetOriginId: 'balancer' },
        Origins: [
          {
            Id: 'balancer',
            DomainName: { 'Fn::GetAtt': ['LoadBalancer', 'DNSName'] },
            CustomOriginConfig: { HTTPPort: 80, OriginProtocolPolicy: 'http-only' },
            OriginCustomHeaders: [{ HeaderName: 'x-secret', HeaderValue: structuredClone(secret) }],
          },
        ],
      },
    }),
  });
  Listener.Properties.DefaultActions = [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '403' } }];
  Service.DependsOn = ['Rule'];
  return template;
}

/**
 * The same with a second target group, in which the next version comes up, and a rule by whose weights requests move.
 */
export function shiftTemplate(): Editable {
  const template = bridgeTemplate();
  const { TargetGroup, Service } = template.Resources;
  Object.assign(template.Resources, {
    SecondTargetGroup: structuredClone(TargetGroup),
    Rule: resource('ElasticLoadBalancingV2::ListenerRule', {
      ListenerArn: ref('Listener'),
      Priority: 50000,
      Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/*'] } }],
      Actions: [
        {
          Type: 'forward',
          ForwardConfig: {
            TargetGroups: [
              { TargetGroupArn: ref('TargetGroup'), Weight: 1 },
              { TargetGroupArn: ref('SecondTargetGroup'), Weight: 0 },
            ],
          },
        },
      ],
    }),
    ShiftRole: resource('IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs.amazonaws.com' } }],
      },
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers'],
    }),
  });
  Service.Properties.DeploymentConfiguration = { Strategy: 'CANARY' };
  Service.Properties.LoadBalancers[0].AdvancedConfiguration = {
    AlternateTargetGroupArn: ref('SecondTargetGroup'),
    ProductionListenerRule: ref('Rule'),
    RoleArn: { 'Fn::GetAtt': ['ShiftRole', 'Arn'] },
  };
  return template;
}

const PORT_80 = { IpProtocol: 'tcp', FromPort: 80, ToPort: 80 };

function network() {
  return {
    Vpc: resource('EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
    Gateway: resource('EC2::InternetGateway'),
    GatewayAttachment: resource('EC2::VPCGatewayAttachment', { VpcId: ref('Vpc'), InternetGatewayId: ref('Gateway') }),
    PublicSubnet: resource('EC2::Subnet', { VpcId: ref('Vpc') }),
    PublicTable: resource('EC2::RouteTable', { VpcId: ref('Vpc') }),
    PublicAssociation: resource('EC2::SubnetRouteTableAssociation', {
      SubnetId: ref('PublicSubnet'), RouteTableId: ref('PublicTable'),
    }),
    PublicRoute: resource('EC2::Route', {
      RouteTableId: ref('PublicTable'), DestinationCidrBlock: '0.0.0.0/0', GatewayId: ref('Gateway'),
    }),
    PrivateSubnet: resource('EC2::Subnet', { VpcId: ref('Vpc') }),
  };
}

function front(targets: string, port: number) {
  const rule = { IpProtocol: 'tcp', FromPort: port, ToPort: port };
  return {
    FrontGroup: resource('EC2::SecurityGroup', {
      VpcId: ref('Vpc'),
      SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: '0.0.0.0/0' }],
    }),
    FrontEgress: resource('EC2::SecurityGroupEgress', {
      ...rule, GroupId: groupId('FrontGroup'), DestinationSecurityGroupId: groupId(targets),
    }),
    TargetIngress: resource('EC2::SecurityGroupIngress', {
      ...rule, GroupId: groupId(targets), SourceSecurityGroupId: groupId('FrontGroup'),
    }),
    LoadBalancer: resource('ElasticLoadBalancingV2::LoadBalancer', {
      Type: 'application',
      Scheme: 'internet-facing',
      Subnets: [ref('PublicSubnet')],
      SecurityGroups: [groupId('FrontGroup')],
    }),
    Listener: resource('ElasticLoadBalancingV2::Listener', {
      LoadBalancerArn: ref('LoadBalancer'),
      Port: 80,
      Protocol: 'HTTP',
      DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('TargetGroup') }],
    }),
    TargetGroup: resource('ElasticLoadBalancingV2::TargetGroup', {
      VpcId: ref('Vpc'), Port: port, Protocol: 'HTTP', TargetType: 'instance', HealthCheckPort: 'traffic-port',
    }),
  };
}

function cluster() {
  return {
    Cluster: resource('ECS::Cluster'),
    Providers: resource('ECS::ClusterCapacityProviderAssociations', {
      Cluster: ref('Cluster'), CapacityProviders: [ref('Provider')],
    }),
    Provider: resource('ECS::CapacityProvider', {
      AutoScalingGroupProvider: { AutoScalingGroupArn: ref('Instances') },
    }),
    Instances: resource('AutoScaling::AutoScalingGroup', {
      VPCZoneIdentifier: [ref('PrivateSubnet')], LaunchTemplate: { LaunchTemplateId: ref('LaunchTemplate') },
    }),
    LaunchTemplate: resource('EC2::LaunchTemplate', {
      LaunchTemplateData: { SecurityGroupIds: [groupId('InstanceGroup')] },
    }),
    InstanceGroup: resource('EC2::SecurityGroup', { VpcId: ref('Vpc') }),
  };
}

function tasks(mode: string, hostPort: number) {
  return {
    Task: resource('ECS::TaskDefinition', {
      NetworkMode: mode,
      ContainerDefinitions: [
        { Name: 'web', PortMappings: [{ ContainerPort: 3000, HostPort: hostPort, Protocol: 'tcp' }] },
        { Name: 'database' },
      ],
    }),
    Service: resource('ECS::Service', {
      Cluster: ref('Cluster'),
      TaskDefinition: ref('Task'),
      LoadBalancers: [{ ContainerName: 'web', ContainerPort: 3000, TargetGroupArn: ref('TargetGroup') }],
    }, ['Listener']),
  };
}

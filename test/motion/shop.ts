import { Template, TemplateJson, Value } from './model/template';

export type Resources = Record<string, Value>;
export type Edit = (resources: Resources) => void;

const ref = (id: string) => ({ Ref: id });
const attribute = (id: string, name: string) => ({ 'Fn::GetAtt': [id, name] });
export const forward = (...ids: readonly string[]) => [
  {
    Type: 'forward',
    ForwardConfig: { TargetGroups: ids.map((id, index) => ({ TargetGroupArn: ref(id), Weight: index === 0 ? 1 : 0 })) },
  },
];
export const paths = (...values: readonly string[]) => [
  { Field: 'path-pattern', PathPatternConfig: { Values: values } },
];
export const registration = (group: string, rest: object = {}) => ({
  ContainerName: 'web',
  ContainerPort: 8080,
  TargetGroupArn: ref(group),
  ...rest,
});

const elb = (type: string, Properties: object) => ({ Type: `AWS::ElasticLoadBalancingV2::${type}`, Properties });
export const targetGroup = (rest: object = {}) =>
  elb('TargetGroup', { Port: 80, Protocol: 'HTTP', TargetType: 'instance', VpcId: 'vpc-1', ...rest });
export const rule = (Priority: number, group: string, ...values: readonly string[]) =>
  elb('ListenerRule', {
    ListenerArn: ref('Listener'),
    Priority,
    Conditions: paths(...values),
    Actions: forward(group),
  });

const IMAGE = '{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id}}';

/** Two containers on instances that roll, behind a load balancer with a name in the DNS. */
function resources(): Resources {
  return {
    Subnet: {
      Type: 'AWS::EC2::Subnet',
      Properties: { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/18', AvailabilityZone: 'a' },
    },
    LaunchTemplate: {
      Type: 'AWS::EC2::LaunchTemplate',
      Properties: {
        LaunchTemplateData: { ImageId: IMAGE, InstanceType: 't3.small', UserData: 'aws elbv2 describe-target-health' },
      },
    },
    Instances: {
      Type: 'AWS::AutoScaling::AutoScalingGroup',
      Properties: {
        LaunchTemplate: {
          LaunchTemplateId: ref('LaunchTemplate'),
          Version: attribute('LaunchTemplate', 'LatestVersionNumber'),
        },
        VPCZoneIdentifier: [ref('Subnet')],
      },
      UpdatePolicy: { AutoScalingRollingUpdate: { MinInstancesInService: 1, WaitOnResourceSignals: true } },
    },
    Cluster: { Type: 'AWS::ECS::Cluster' },
    Provider: {
      Type: 'AWS::ECS::CapacityProvider',
      Properties: { AutoScalingGroupProvider: { AutoScalingGroupArn: ref('Instances') } },
    },
    Balancer: elb('LoadBalancer', { Scheme: 'internet-facing', Type: 'application' }),
    Record: {
      Type: 'AWS::Route53::RecordSet',
      Properties: {
        Name: 'shop.example.com.',
        Type: 'A',
        HostedZoneId: 'Z1',
        AliasTarget: { DNSName: attribute('Balancer', 'DNSName') },
      },
    },
    WebGroup: targetGroup(),
    ApiGroup: targetGroup(),
    Listener: elb('Listener', {
      LoadBalancerArn: ref('Balancer'),
      Port: 80,
      Protocol: 'HTTP',
      DefaultActions: forward('WebGroup'),
    }),
    Rule: rule(10, 'ApiGroup', '/api/*'),
    Task: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: {
        NetworkMode: 'bridge',
        ContainerDefinitions: [{ Name: 'web', Image: 'web:1', PortMappings: [{ HostPort: 80, ContainerPort: 8080 }] }],
      },
    },
    Service: {
      Type: 'AWS::ECS::Service',
      Properties: {
        Cluster: ref('Cluster'),
        TaskDefinition: ref('Task'),
        SchedulingStrategy: 'DAEMON',
        DeploymentConfiguration: { MinimumHealthyPercent: 50, MaximumPercent: 100 },
        LoadBalancers: [registration('WebGroup'), registration('ApiGroup')],
      },
      DependsOn: ['Listener', 'Rule', 'Instances'],
    },
  };
}

/** The template after some edits. */
export function shopTemplate(...edits: readonly Edit[]): TemplateJson {
  const all = resources();
  for (const edit of edits) edit(all);
  return { Resources: all as TemplateJson['Resources'] };
}

export function shop(...edits: readonly Edit[]): Template {
  return new Template(shopTemplate(...edits));
}

/** Another load balancer with a listener and a group of its own. */
export const secondBalancer: Edit = (all) => {
  all.OtherBalancer = elb('LoadBalancer', { Scheme: 'internet-facing', Type: 'application' });
  all.OtherWebGroup = targetGroup();
  all.OtherListener = elb('Listener', {
    LoadBalancerArn: ref('OtherBalancer'),
    Port: 80,
    DefaultActions: forward('OtherWebGroup'),
  });
  all.Service.Properties.LoadBalancers = ['WebGroup', 'ApiGroup', 'OtherWebGroup'].map((group) => registration(group));
  all.Service.DependsOn = ['Listener', 'Rule', 'OtherListener', 'Instances'];
};

/** Sets a property, or one below it. */
export const set =
  (id: string, path: string, value: Value): Edit =>
    (all) => {
      const names = path.split('.');
      const parent = names.slice(0, -1).reduce((found, name) => (found[name] ??= {}), (all[id].Properties ??= {}));
      parent[names.at(-1)!] = value;
    };
export const add =
  (id: string, resource: Value): Edit =>
    (all) => {
      all[id] = structuredClone(resource);
    };
export const remove =
  (...ids: readonly string[]): Edit =>
    (all) => {
      for (const id of ids) delete all[id];
    };

/** Another logical id for the same thing. */
export const rename =
  (id: string, other: string): Edit =>
    (all) => {
      const text = JSON.stringify(all).replaceAll(`"${id}"`, `"${other}"`);
      for (const each of Object.keys(all)) delete all[each];
      Object.assign(all, JSON.parse(text));
    };
export const wait =
  (id: string, ...others: readonly string[]): Edit =>
    (all) => {
      all[id].DependsOn = others;
    };

/** Versions that take turns in two groups, behind a rule for everything. */
export const turns: Edit = (all) => {
  delete all.Rule;
  delete all.ApiGroup;
  all.SecondGroup = targetGroup();
  all.Shift = rule(50000, 'WebGroup', '/*');
  all.Shift.Properties.Actions = forward('WebGroup', 'SecondGroup');
  Object.assign(all.Service.Properties, {
    SchedulingStrategy: 'REPLICA',
    DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: 200, Strategy: 'BLUE_GREEN' },
    LoadBalancers: [
      registration('WebGroup', {
        AdvancedConfiguration: { AlternateTargetGroupArn: ref('SecondGroup'), ProductionListenerRule: ref('Shift') },
      }),
    ],
  });
  all.Service.DependsOn = ['Listener', 'Shift', 'Instances'];
};

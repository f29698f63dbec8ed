import { isExplained } from './exceptions';
import { ResourceJson, Template, TemplateJson, Value } from './model/template';
import { judge } from './model/verdict';
import { Edit, EDITS, templateJson } from './shapes';

/*
 * Builders as they could be wrong: each mistake is planted in the templates of before and after an edit, and the law
 * over pairs has to find it, where nothing was to be found.
 */

type Resources = Record<string, Value>;
type Mistake = (all: Resources) => void;

interface Planted {
  readonly shape: string;
  readonly edits: readonly string[];
  readonly mistake: Mistake;
  /** What the law says of it. */
  readonly says: RegExp;
}

const ELB = 'AWS::ElasticLoadBalancingV2::';
const TARGET_GROUP = `${ELB}TargetGroup`;
const RULE = `${ELB}ListenerRule`;

const of = (all: Resources, type: string): [string, Value][] => Object.entries(all).filter(([, { Type }]) => Type === type);

/** The port mapping of the container that is registered in a target group. */
function mappingOf(all: Resources, group: string): Value {
  const services = of(all, 'AWS::ECS::Service').flatMap(([, { Properties }]) => Properties.LoadBalancers ?? []);
  const { ContainerName } = services.find(({ TargetGroupArn }) => TargetGroupArn.Ref === group);
  const containers = of(all, 'AWS::ECS::TaskDefinition').flatMap(([, { Properties }]) => Properties.ContainerDefinitions);
  return containers.find(({ Name }) => Name === ContainerName).PortMappings[0];
}

const rename = (all: Resources, names: ReadonlyMap<string, string>): void => {
  const text = [...names].reduce((found, [id, other]) => found.replaceAll(`"${id}"`, `"${other}"`), JSON.stringify(all));
  for (const id of Object.keys(all)) delete all[id];
  Object.assign(all, JSON.parse(text));
};

/** Ids with something of what the resource says. */
const renameBy = (type: string, part: (resource: Value, id: string, all: Resources) => string): Mistake => (all) =>
  rename(all, new Map(of(all, type).map(([id, resource]) => [id, `${id}${part(resource, id, all)}`.replace(/\W/g, '')])));

const eachOf = (type: string, change: (resource: Value, id: string, all: Resources) => void): Mistake => (all) => {
  for (const [id, resource] of of(all, type)) change(resource, id, all);
};

const forgets = (type: string, what: RegExp): Mistake => eachOf(type, (resource) => {
  resource.DependsOn = [resource.DependsOn ?? []].flat().filter((id) => !what.test(id));
});

const listenerOf = (all: Resources, group: string): string =>
  of(all, `${ELB}Listener`).find(([, resource]) => JSON.stringify(resource).includes(`"${group}"`))?.[1].Properties.Port ?? '';

const PLANTED: Readonly<Record<string, Planted>> = {
  'the port of a target group from the host port': {
    shape: 'daemon', edits: ['hostPort'], says: /^nobody is behind new/,
    mistake: eachOf(TARGET_GROUP, ({ Properties }, id, all) => void (Properties.Port = mappingOf(all, id).HostPort)),
  },
  'the port of a target group from the container port': {
    shape: 'daemon, awsvpc', edits: ['containerPort'], says: /^nobody is behind new/,
    mistake: eachOf(TARGET_GROUP, ({ Properties }, id, all) => void (Properties.Port = mappingOf(all, id).ContainerPort)),
  },
  'the id of a target group from the port of its listener': {
    shape: 'daemon', edits: ['certificates'], says: /^nobody is behind the redirect/,
    mistake: renameBy(TARGET_GROUP, (_, id, all) => listenerOf(all, id)),
  },
  'the id of a target group from the container': {
    shape: 'daemon', edits: ['listener container'], says: /^nobody is behind new/,
    mistake: (all) => renameBy(TARGET_GROUP, (_, id) => mappingOf(all, id).HostPort)(all),
  },
  'the id of a target group from the conditions of its rule': {
    shape: 'daemon, rule', edits: ['rule with priority, conditions'], says: /^nobody is behind new \w+Rule\w+ from "updated/,
    mistake: renameBy(TARGET_GROUP, (_, id, all) => of(all, RULE)
      .flatMap(([, { Properties }]) => (JSON.stringify(Properties).includes(`"${id}"`) ? [JSON.stringify(Properties.Conditions)] : [])).join()),
  },
  'the id of a rule from its conditions': {
    shape: 'daemon, rule', edits: ['rule with priority, conditions'], says: /is made while \w+ has AWS::ElasticLoadBalancingV2::ListenerRule/,
    mistake: renameBy(RULE, ({ Properties }) => JSON.stringify(Properties.Conditions)),
  },
  'the id of a rule from where it leads': {
    shape: 'daemon, rule', edits: ['rule to an answer'], says: /is made while \w+ has AWS::ElasticLoadBalancingV2::ListenerRule/,
    mistake: renameBy(RULE, ({ Properties }) => Properties.Actions[0].Type),
  },
  'the id of a record from the door': {
    shape: 'daemon, domain', edits: ['HTTP API'], says: /is made while \w+ has AWS::Route53::RecordSet/,
    mistake: renameBy('AWS::Route53::RecordSet', ({ Properties }) => JSON.stringify(Properties.AliasTarget.DNSName)),
  },
  'target groups that stay when the load balancer gets a name': {
    shape: 'daemon', edits: ['loadBalancerName'], says: /would be behind two load balancers/,
    mistake: (all) => rename(all, new Map(of(all, TARGET_GROUP).map(([id]) => [id, `Group${listenerOf(all, id)}`]))),
  },
  'target groups that stay when the load balancer goes inside': {
    shape: 'daemon', edits: ['publicLoadBalancer'], says: /would be behind two load balancers/,
    mistake: (all) => rename(all, new Map(of(all, TARGET_GROUP).map(([id]) => [id, `Group${listenerOf(all, id)}`]))),
  },
  'ranges of subnets from the number of zones': {
    shape: 'daemon', edits: ['maxAzs'], says: /^subnet \w+ is made while \w+ has addresses of it$/,
    mistake: (all) => {
      const subnets = of(all, 'AWS::EC2::Subnet');
      subnets.forEach(([, { Properties }], index) => void (Properties.CidrBlock = `10.0.${Math.floor(256 / subnets.length) * index}.0/20`));
    },
  },
  'a service that does not wait for its listeners': {
    shape: 'daemon', edits: ['listener added'], says: /registers in new \w+ before a load balancer uses it$/,
    mistake: forgets('AWS::ECS::Service', /Listener/),
  },
  'a redirect that is there before what it leads to': {
    shape: 'daemon', edits: ['certificates'], says: /^no listener is there|^nobody is behind the redirect/,
    mistake: eachOf(`${ELB}Listener`, (resource, id, all) => {
      const others = of(all, `${ELB}Listener`).map(([other]) => other).filter((other) => other !== id);
      resource.DependsOn = resource.Properties.Port === 443 ? others : [];
    }),
  },
  'listeners that leave a target group while instances ask for it': {
    shape: 'daemon', edits: ['networkMode awsvpc', 'instanceType'], says: /wait to be healthy in \w+, which no load balancer uses any more$/,
    mistake: (all) => {
      for (const type of [`${ELB}Listener`, TARGET_GROUP]) forgets(type, /AutoScalingGroup/)(all);
      Object.assign(all, JSON.parse(JSON.stringify(all).replaceAll('LoadBalancerArns', 'TargetGroupArn')));
    },
  },
  'a deployment that stops all tasks': {
    shape: 'daemon', edits: ['image'], says: /^nobody is behind \w+ from "all tasks of/,
    mistake: eachOf('AWS::ECS::Service', ({ Properties }) => void (Properties.DeploymentConfiguration.MinimumHealthyPercent = 0)),
  },
  'a replacement of all instances at once': {
    shape: 'daemon', edits: ['instanceType'], says: /^nobody is behind \w+ from "all instances of/,
    mistake: eachOf('AWS::AutoScaling::AutoScalingGroup', (resource) =>
      void (resource.UpdatePolicy.AutoScalingRollingUpdate.MinInstancesInService = 0)),
  },
  'the name of a service from its image': {
    shape: 'daemon', edits: ['image'], says: /want port 81 of instances where tasks of \w+ have it$/,
    mistake: eachOf('AWS::ECS::Service', ({ Properties }, _, all) => {
      const [[, task]] = of(all, 'AWS::ECS::TaskDefinition');
      Properties.ServiceName = JSON.stringify(task.Properties.ContainerDefinitions[0].Image).replace(/\W/g, '');
    }),
  },
};

function unexplained(shape: string, edits: readonly string[], mistake: Mistake = () => undefined): string[] {
  const apply: Edit = (draft) => edits.forEach((name) => EDITS[name](draft));
  const [old, next] = [undefined, apply].map((edit) => {
    const { Resources } = structuredClone(templateJson(shape, edit)!) as { Resources: Record<string, ResourceJson> };
    mistake(Resources);
    return new Template({ Resources } satisfies TemplateJson);
  });
  const { kind, reasons } = judge(old, next);
  if (['nothing', 'in place', 'rolls'].includes(kind)) return [];
  return reasons.filter((reason) => !isExplained(shape, edits, reason));
}

test.each(Object.entries(PLANTED))('the law finds %s', (_, { shape, edits, mistake, says }) => {
  expect(unexplained(shape, edits)).toEqual([]);
  expect(unexplained(shape, edits, mistake).filter((reason) => says.test(reason))).not.toEqual([]);
});

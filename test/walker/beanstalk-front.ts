import { balancerType, DEFAULT, Making, NETWORK, ref, Resources, usualProtocol } from './beanstalk-making';
import { listNames, nameOf, portOf } from './template';

const LISTENER = 'aws:elbv2:listener';
const RULE = 'aws:elbv2:listenerrule';

export function balancerOf({ id, options }: Making): Resources {
  return {
    [`${id}/balancer`]: {
      Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      Properties: {
        Type: balancerType(options),
        Scheme: options.text(NETWORK, 'ELBScheme', 'public') === 'internal' ? 'internal' : 'internet-facing',
        Subnets: options.list(NETWORK, 'ELBSubnets'),
        SecurityGroups: options.list('aws:elbv2:loadbalancer', 'SecurityGroups'),
      },
    },
  };
}

export function listenersOf(making: Making): Resources {
  const { id, options, trail } = making;
  const open = [...new Set([DEFAULT, ...options.names(LISTENER)])].filter(
    (name) => options.text(`${LISTENER}:${name}`, 'ListenerEnabled', 'true') === 'true',
  );
  if (open.length === 0) trail.break(`Environment ${id} has no listener that is on.`);
  const listed = open.flatMap((name) => rulesOn(name, making));
  for (const name of options.names(RULE).filter((rule) => !listed.includes(rule))) {
    trail.break(`Rule ${name} of environment ${id} is on no listener.`);
  }
  return Object.assign({}, ...open.map((name) => oneListener(name, making)));
}

function rulesOn(listener: string, { options }: Making): string[] {
  return options.list(`${LISTENER}:${listener}`, 'Rules').map(String);
}

function oneListener(name: string, making: Making): Resources {
  const { id, options } = making;
  const namespace = `${LISTENER}:${name}`;
  const own = `${id}/listener:${name}`;
  const rules = rulesOn(name, making).flatMap((rule) => Object.entries(oneRule(rule, own, making)));
  return {
    [own]: {
      Type: 'AWS::ElasticLoadBalancingV2::Listener',
      Properties: {
        LoadBalancerArn: ref(`${id}/balancer`),
        Port: name === DEFAULT ? 80 : portOf(name),
        Protocol: options.text(namespace, 'Protocol', usualProtocol(options)),
        Certificates: options.list(namespace, 'SSLCertificateArns').map((CertificateArn) => ({ CertificateArn })),
        DefaultActions: forward(options.text(namespace, 'DefaultProcess', DEFAULT), making),
      },
    },
    ...Object.fromEntries(rules),
  };
}

function oneRule(name: string, listener: string, making: Making, own = `${listener}/rule:${name}`): Resources {
  const { id, options, trail } = making;
  const namespace = `${RULE}:${name}`;
  const [hosts, paths] = ['HostHeaders', 'PathPatterns'].map((option) => options.list(namespace, option));
  if (!options.names(RULE).includes(name)) {
    trail.break(
      `Listener ${listener} has rule ${name}, but the rules of environment ${id} are: `
        + `${listNames(options.names(RULE))}.`,
    );
    return {};
  }
  if (hosts.length + paths.length === 0) trail.break(`Rule ${name} of environment ${id} has no condition.`);
  return {
    [own]: {
      Type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
      Properties: {
        ListenerArn: ref(listener),
        Priority: Number(options.text(namespace, 'Priority', '1')),
        Conditions: [
          ...hosts.length > 0 ? [{ Field: 'host-header', HostHeaderConfig: { Values: hosts } }] : [],
          ...paths.length > 0 ? [{ Field: 'path-pattern', PathPatternConfig: { Values: paths } }] : [],
        ],
        Actions: forward(options.text(namespace, 'Process', DEFAULT), making),
      },
    },
  };
}

function forward(process: string, { id }: Making) {
  return [{ Type: 'forward', TargetGroupArn: ref(`${id}/process:${process}`) }];
}

/**
 * The rules of an environment on a load balancer that others use too. The rule `default` is one that Beanstalk adds: it
 * takes the requests for the name of the environment.
 */
export function sharedRulesOf(making: Making): Resources {
  const { id, options, template, trail } = making;
  const balancer = nameOf(options.value('aws:elbv2:loadbalancer', 'SharedLoadBalancer'));
  const made = options.names(LISTENER).flatMap((port) => {
    const listener = template.all('AWS::ElasticLoadBalancingV2::Listener').find(({ properties }) =>
      nameOf(properties.LoadBalancerArn) === balancer && portOf(properties.Port) === portOf(port));
    if (!listener) {
      trail.break(
        `Environment ${id} has rules on port ${port} of load balancer ${balancer}, which has no such listener.`,
      );
    }
    return listener ? rulesOn(port, making).map((rule) => sharedRule(rule, listener.id, making)) : [];
  });
  return Object.assign({}, ...made);
}

function sharedRule(name: string, listener: string, making: Making): Resources {
  const { id, options } = making;
  const own =
    name !== DEFAULT
    && options.list(`${RULE}:${name}`, 'PathPatterns').length + options.list(`${RULE}:${name}`, 'HostHeaders').length
      > 0;
  if (own) return oneRule(name, listener, making, `${id}/rule:${name}`);
  return {
    [`${id}/rule:${name}`]: {
      Type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
      Properties: {
        ListenerArn: ref(listener),
        Priority: `the last of ${id}`,
        Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: [`the name of ${id}`] } }],
        Actions: forward(options.text(`${RULE}:${name}`, 'Process', DEFAULT), making),
      },
    },
  };
}

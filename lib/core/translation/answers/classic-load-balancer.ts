import { Answers, becomes, instead, NamespaceAnswers, unneeded } from '../answer';

const GROUPS = instead('Say who may connect with open, allowedCidrs and allowedSecurityGroups of the listeners.');
const LISTENERS = instead('Write it with the options of aws:elb:listener:<port>, or as listeners.');
const POLICY = instead(
  'Use stickinessCookieDuration and sslPolicy of the listeners; policies belong to Classic Load Balancers.',
);

const LISTENER: NamespaceAnswers = {
  options: {
    PolicyNames: POLICY,
    ListenerEnabled: becomes('listeners'),
  },
};

export const CLASSIC_LOAD_BALANCER: Answers = {
  'aws:elb:healthcheck': {
    options: { Target: instead('Use healthCheck.path and healthCheck.port of the listeners.') },
  },
  'aws:elb:loadbalancer': {
    options: {
      CrossZone: unneeded('an Application Load Balancer always balances over all zones.'),
      SecurityGroups: GROUPS,
      ManagedSecurityGroup: GROUPS,
    },
    others: LISTENERS,
  },
  'aws:elb:listener': LISTENER,
  'aws:elb:listener:<port>': LISTENER,
  'aws:elb:policies': {
    options: {
      ConnectionSettingIdleTimeout: becomes('idleTimeout'),
      LoadBalancerPorts: instead('Give stickinessCookieDuration to the listeners that are meant.'),
    },
  },
  'aws:elb:policies:<policy>': { others: POLICY },
};

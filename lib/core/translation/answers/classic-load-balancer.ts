import { Answers, becomes, instead, NamespaceAnswers, refused, unneeded } from '../answer';

const GROUPS = instead('Say who may connect with open, allowedCidrs and allowedSecurityGroups of the listeners.');
const LISTENERS = instead('Write it with the options of aws:elb:listener:<port>, or as listeners.');
const POLICY = instead(
  'Use stickinessCookieDuration and sslPolicy of the listeners; policies belong to Classic Load Balancers.',
);

const ENCRYPTED = refused(
  'must be TCP: what a listener has decrypted is not encrypted again on its way to the container',
  'Write TCP, and let the container take plain connections; or set ListenerProtocol to TCP too, without a certificate, '
    + 'and let the container end TLS.',
);

const LISTENER: NamespaceAnswers = {
  values: { InstanceProtocol: { SSL: ENCRYPTED } },
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
      LoadBalancerPorts: instead('Give stickinessCookieDuration to the listeners that are meant.'),
    },
  },
  'aws:elb:policies:<policy>': { others: POLICY },
};

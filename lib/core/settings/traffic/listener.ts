import { MAX_PORT } from '../../spec/fields/network';
import { amount, choice, count, flag, Given, group, listOf, seconds, text } from '../fields/field';
import { SSL_POLICIES } from '../fields/members';
import { actionField } from './action';
import { LISTENER_PROTOCOLS } from './protocols';
import { allTargetFields } from './target';

const LISTENER = 'aws:elbv2:listener:<port>';
const RULE = 'aws:elbv2:listenerrule:<rule>';
const CLASSIC = 'aws:elb:listener:<port>';

/** What an Application Load Balancer allows. */
export const MAX_PRIORITY = 50_000;

/** What Elastic Beanstalk allows. */
export const MAX_BEANSTALK_PRIORITY = 1000;

/** A port that clients connect to, and who may. */
export const portFields = {
  port: count(1, MAX_PORT).required(),
  protocol: choice(...LISTENER_PROTOCOLS).as('elbv2.Protocol')
    .hint('Use Protocol.TCP, which carries every protocol on top of it.')
    .option(LISTENER, 'Protocol')
    .classic(CLASSIC, 'ListenerProtocol'),
  /** How many there are; more than none make it HTTPS or TLS. */
  certificates: amount().option(LISTENER, 'SSLCertificateArns').classic(CLASSIC, 'SSLCertificateId'),
  sslPolicy: text().as('elbv2.SslPolicy', SSL_POLICIES).option(LISTENER, 'SSLPolicy'),
  tcpIdleTimeout: seconds(60, 6000).else(0)
    .notOnBeanstalk('Remove it, or use EcsEnvironment.')
    .only(['TCP'], 'Remove it; clients of TLS and UDP may send keep-alive packets, and HTTP has idleTimeout.'),
  open: flag(),
  allowedCidrs: listOf(text().late()),
  allowedSecurityGroups: amount(),
};

/** Which requests a rule takes. */
export const conditionFields = {
  pathPatterns: listOf(text()).option(RULE, 'PathPatterns', { max: undefined }),
  hostHeaders: listOf(text()).option(RULE, 'HostHeaders', { max: undefined }),
  priority: count(1, MAX_PRIORITY).onBeanstalk(1, MAX_BEANSTALK_PRIORITY).option(RULE, 'Priority'),
};

/** Requests of a listener that go to a container of their own. */
export const ruleFields = { ...allTargetFields, ...conditionFields, action: actionField };

export const listenerFields = {
  ...portFields,
  ...allTargetFields,
  rules: listOf(group(ruleFields, 'DockerrunListenerRule'))
    .option(LISTENER, 'Rules')
    .applicationOnly('Give each container a listener of its own, or use Protocol.HTTP or Protocol.HTTPS.'),
  action: actionField.named('defaultAction')
    .applicationOnly('Remove it, or use Protocol.HTTP or Protocol.HTTPS.'),
};

export type TargetSettings = Omit<Given<typeof ruleFields>, keyof typeof conditionFields>;
export type RuleSettings = Given<typeof ruleFields>;
export type ListenerSettings = Given<typeof listenerFields>;

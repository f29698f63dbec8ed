import { amount, choice, count, flag, Given, group, listOf, own, seconds, text } from '../fields/field';
import { ActionSettings } from './action';
import { LISTENER_PROTOCOLS } from './protocols';
import { allTargetFields } from './target';

const LISTENER = 'aws:elbv2:listener:<port>';
const RULE = 'aws:elbv2:listenerrule:<rule>';
const CLASSIC = 'aws:elb:listener:<port>';
const MAX_PORT = 65_535;

/** What an Application Load Balancer allows. */
export const MAX_PRIORITY = 50_000;

/** A port that clients connect to, and who may. */
export const portFields = {
  port: count(1, MAX_PORT),
  protocol: choice(...LISTENER_PROTOCOLS)
    .hint('Use Protocol.TCP, which carries every protocol on top of it.')
    .option(LISTENER, 'Protocol')
    .classic(CLASSIC, 'ListenerProtocol'),
  /** How many there are; more than none make it HTTPS or TLS. */
  certificates: amount().option(LISTENER, 'SSLCertificateArns').classic(CLASSIC, 'SSLCertificateId'),
  sslPolicy: text().option(LISTENER, 'SSLPolicy'),
  tcpIdleTimeout: seconds(60, 6000).else(0)
    .notOnBeanstalk('Remove it, or use EcsEnvironment.')
    .only(['TCP'], 'Remove it; clients of TLS and UDP may send keep-alive packets, and HTTP has idleTimeout.'),
  open: flag(),
  allowedCidrs: listOf(text().late()),
  allowedSecurityGroups: amount(),
};

/** Which requests a rule takes. That Beanstalk takes lower priorities only is told where they clash. */
export const conditionFields = {
  pathPatterns: listOf(text()).option(RULE, 'PathPatterns', { max: undefined }),
  hostHeaders: listOf(text()).option(RULE, 'HostHeaders', { max: undefined }),
  priority: count(1, MAX_PRIORITY).option(RULE, 'Priority', { max: undefined }),
};

/** Requests of a listener that go to a container of their own. */
export const ruleFields = { ...allTargetFields, ...conditionFields, action: own<ActionSettings>() };

export const listenerFields = {
  ...portFields,
  ...allTargetFields,
  rules: listOf(group(ruleFields)).option(LISTENER, 'Rules'),
  defaultAction: own<ActionSettings>(),
};

export type RuleSettings = Given<typeof ruleFields>;

import { Severity } from '../../finding/finding';
import { RedirectSettings, SAME } from '../../settings/action';
import { sharedCertificates } from '../../settings/certificates';
import { HTTPS_PORT, LISTENER_PORT } from '../../settings/defaults';
import { isSecure } from '../../settings/listeners';
import { isNetwork } from '../../settings/protocols';
import { ListenerSettings, RuleSettings, TargetSettings } from '../../settings/settings';
import { TargetRule } from './target-rule';

export const redirectLoop: TargetRule = {
  code: 'DR4048',
  name: 'redirect-loop',
  severity: Severity.ERROR,
  summary: 'A redirect leads away from the listener or the rule that it stands in.',
  reason: 'A client that is sent to where it comes from goes in circles until it gives up.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    const { listeners = [] } = settings;
    const certificates = sharedCertificates(settings);
    for (const [index, listener] of listeners.entries()) {
      if (isNetwork(listener)) continue;
      for (const prop of loopsOf(listener, isSecure(listener, certificates))) {
        report(at(spec), `The redirect of listeners[${index}]${prop} must lead elsewhere, got one that leads back to it.`, 'Change its protocol, port, host or path.');
      }
    }
  },
};

/** Where a listener has a redirect to itself: the listener, as an empty text, or its rules. */
function* loopsOf(listener: ListenerSettings, secure: boolean): Iterable<string> {
  const { rules = [] } = listener;
  const own = redirectOf(listener, listener, secure);
  if (own && isSameHost(own) && (isSamePath(own) || !rules.some((rule) => takesPath(rule, own)))) yield '';
  for (const [index, rule] of rules.entries()) {
    const redirect = redirectOf(rule, listener, secure);
    if (redirect && takesHost(rule, redirect) && takesPath(rule, redirect)) yield `.rules[${index}]`;
  }
}

/** A redirect to the protocol and the port of its own listener. */
function redirectOf({ action }: TargetSettings, { port }: ListenerSettings, secure: boolean): RedirectSettings | undefined {
  if (action?.kind !== 'redirect') return undefined;
  const protocol = secure ? 'HTTPS' : 'HTTP';
  const usualPort = secure ? HTTPS_PORT : LISTENER_PORT;
  const isSame = (action.protocol ?? protocol) === protocol && (action.port ?? (action.protocol ? usualPort : port)) === port;
  return isSame ? action : undefined;
}

function isSameHost({ host = SAME.host }: RedirectSettings): boolean {
  return host === SAME.host;
}

function isSamePath({ path = SAME.path }: RedirectSettings): boolean {
  return path === SAME.path;
}

/** Whether a rule takes the host that clients are sent to. Where another one leads cannot be known without a condition on it. */
function takesHost({ hostHeaders = [] }: RuleSettings, redirect: RedirectSettings): boolean {
  return isSameHost(redirect) || hostHeaders.some((pattern) => matches(pattern.toLowerCase(), redirect.host!.toLowerCase()));
}

/** Whether a rule takes the path that clients are sent to. The same path it took already. */
function takesPath({ pathPatterns = [] }: RuleSettings, redirect: RedirectSettings): boolean {
  return isSamePath(redirect) || pathPatterns.length === 0 || pathPatterns.some((pattern) => matches(pattern, redirect.path!.replace('#{path}', 'x')));
}

/** `*` stands for any characters and `?` for one. */
function matches(pattern: string, text: string): boolean {
  const source = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.');
  return new RegExp(`^${source}$`).test(text);
}

import { HTTPS_PORT, LISTENER_PORT } from '../../settings/constants';
import { settled } from '../../settings/fields/field';
import { ActionSettings, redirectFields, RedirectSettings, responseFields, SAME } from '../../settings/traffic/action';
import { ActionPlan, AnswerPlan, RedirectActionPlan } from './model';
import { showWay } from './target';

/** A fixed response or a redirect, with nothing left open. */
export function planAnswer(action: ActionSettings): AnswerPlan {
  if (action.kind === 'redirect') return planRedirect(action);
  const { kind, statusCode } = action;
  return { kind, statusCode, ...settled(responseFields, action) };
}

/** A protocol that is named brings its own port. */
function planRedirect(redirect: RedirectSettings): RedirectActionPlan {
  const { kind, protocol, port } = redirect;
  const usualPort = { HTTP: LISTENER_PORT, HTTPS: HTTPS_PORT };
  const toPort = port ?? (protocol && usualPort[protocol]);
  return {
    kind,
    ...settled(redirectFields, redirect),
    protocol: protocol ?? SAME.protocol,
    port: toPort === undefined ? SAME.port : String(toPort),
  };
}

/** Where a request goes, or the answer that it gets. */
export function showAction(action: ActionPlan): string {
  return action.kind === 'forward' ? showWay(action.target) : showAnswer(action);
}

/** `response 404`; `redirect to #{protocol}://example.com:#{port}/#{path}?#{query}`. */
export function showAnswer(action: AnswerPlan): string {
  if (action.kind === 'fixed-response') return `response ${action.statusCode}`;
  const { protocol, host, port, path, query } = action;
  return `redirect to ${protocol}://${host}:${port}${path}${query === '' ? '' : `?${query}`}`;
}

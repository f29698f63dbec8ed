import { Severity } from '../../../../finding/finding';
import { oneOf } from '../../../../finding/suggest';
import { ActionSettings, FixedResponseSettings, RedirectSettings } from '../../../../settings/traffic/action';
import { actionsOf } from '../../../../settings/traffic/listeners';
import { TargetRule } from '../../target-rule';

const CONTENT_TYPES = ['text/plain', 'text/css', 'text/html', 'application/javascript', 'application/json'];
const MAX_BODY = 1024;
const MAX_LENGTH = 128;
const MAX_PORT = 65535;

/** What must hold and the edit that makes it hold. */
type Broken = readonly [must: string, hint: string];

export const invalidAction: TargetRule = {
  code: 'DR4047',
  name: 'invalid-action',
  severity: Severity.ERROR,
  summary: 'Fixed responses and redirects are within the bounds of the load balancer.',
  reason: 'The load balancer refuses the listener otherwise.',
  link: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html',
  fields: [],
  concerns: 'environment',
  check(spec, settings, { at, report }) {
    for (const { prop, target: { action } } of actionsOf(settings)) {
      if (!action) continue;
      for (const [must, hint] of brokenAction(action)) report(at(spec), `The action of ${prop} must ${must}.`, hint);
    }
  },
};

function brokenAction(action: ActionSettings): Iterable<Broken> {
  return action.kind === 'redirect' ? brokenRedirect(action) : brokenResponse(action);
}

function* brokenResponse({ statusCode, contentType, messageBody = '' }: FixedResponseSettings): Iterable<Broken> {
  if (!/^[245]\d\d$/.test(String(statusCode))) {
    yield [
      `have a status code of 2xx, 4xx or 5xx, got ${statusCode}`,
      'Use such a code, or DockerrunAction.redirect for 3xx.',
    ];
  }
  if (contentType !== undefined && !CONTENT_TYPES.includes(contentType)) {
    yield [`have a content type of ${oneOf(CONTENT_TYPES)}, got "${contentType}"`, 'Use one of these.'];
  }
  const { length } = new TextEncoder().encode(messageBody);
  if (length > MAX_BODY) yield [`have a message of at most ${MAX_BODY} bytes, got ${length}`, 'Shorten the message.'];
}

function* brokenRedirect({ host, path = '/', query = '', port = 1 }: RedirectSettings): Iterable<Broken> {
  if (host !== undefined && (host === '' || host.length > MAX_LENGTH || /[/:?]/.test(host.replace('#{host}', '')))) {
    yield [
      `have a host name of at most ${MAX_LENGTH} characters, got "${host}"`,
      'Give the name alone, such as "example.com"; port and path have their own settings.',
    ];
  }
  if (!path.startsWith('/')) yield [`have a path that starts with a slash, got "${path}"`, `Write "/${path}".`];
  if (path.length > MAX_LENGTH) {
    yield [`have a path of at most ${MAX_LENGTH} characters, got one of ${path.length}`, 'Shorten the path.'];
  }
  if (query.startsWith('?')) {
    yield [`have a query without the question mark, got "${query}"`, `Write "${query.slice(1)}".`];
  }
  if (query.length > MAX_LENGTH) {
    yield [`have a query of at most ${MAX_LENGTH} characters, got one of ${query.length}`, 'Shorten the query.'];
  }
  if (!Number.isInteger(port) || port < 1 || port > MAX_PORT) {
    yield [`have a port between 1 and ${MAX_PORT}, got ${port}`, 'Give such a port, or none.'];
  }
}

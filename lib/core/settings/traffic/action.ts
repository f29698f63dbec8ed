import { MAX_PORT } from '../../spec/fields/network';
import { choice, code, count, flag, Given, oneOfGroups, text } from '../fields/field';

/** What stands for the same part of the request in the target of a redirect. */
export const SAME = {
  protocol: '#{protocol}', host: '#{host}', port: '#{port}', path: '/#{path}', query: '#{query}',
} as const;

export const responseFields = {
  statusCode: code({ pattern: /^[245]\d\d$/, words: 'a code of 2xx, 4xx or 5xx' })
    .hint('Use such a code, or DockerrunAction.redirect for 3xx.')
    .required(),
  contentType: choice('text/plain', 'text/css', 'text/html', 'application/javascript', 'application/json')
    .else('text/plain'),
  messageBody: text(undefined, 1024).else(''),
};

/** Whatever is absent stays as it is in the request. */
export const redirectFields = {
  protocol: choice('HTTP', 'HTTPS'),
  host: text({ pattern: /^(?=.{1,128}$)([^/:?#]|#\{host\})+$/, words: 'a host name of at most 128 characters' })
    .hint('Give the name alone, such as "example.com"; port and path have their own settings.')
    .else(SAME.host),
  port: count(1, MAX_PORT),
  path: text({ pattern: /^\/.{0,127}$/s, words: 'a path of at most 128 characters that starts with a slash' })
    .else(SAME.path),
  query: text({ pattern: /^(?!\?).{0,128}$/s, words: 'a query of at most 128 characters without the question mark' })
    .else(SAME.query),
  permanent: flag().else(false),
};

/** What a listener or a rule does with requests that it does not forward. */
export const actionField = oneOfGroups({ 'fixed-response': responseFields, 'redirect': redirectFields });

export type RedirectSettings = { readonly kind: 'redirect' } & Given<typeof redirectFields>;
export type ActionSettings = RedirectSettings | ({ readonly kind: 'fixed-response' } & Given<typeof responseFields>);

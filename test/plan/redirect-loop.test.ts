import { ListenerSettings, RuleSettings } from '../../lib/core/settings/settings';
import { planning, Settings } from './helpers';

const answer = { kind: 'fixed-response' as const, statusCode: 200 };
const redirect = (changes: object = {}) => ({ action: { kind: 'redirect' as const, ...changes } });
const http = (changes: object, ...rules: readonly RuleSettings[]): ListenerSettings => ({ port: 80, ...changes, rules });
const https = (changes: object, ...rules: readonly RuleSettings[]): ListenerSettings => ({ port: 443, certificates: 1, ...changes, rules });
const path = (...pathPatterns: readonly string[]) => ({ pathPatterns });
const host = (...hostHeaders: readonly string[]) => ({ hostHeaders });

/** The props of the redirects that lead back to themselves. */
function loops(listeners: readonly ListenerSettings[], rest: Settings = {}): string[] {
  return planning({ listeners, ...rest }).problems.filter(({ rule }) => rule.code === 'DR4048').map(({ message }) => /of (\S+) must/.exec(message)![1]);
}

describe('the redirect of a listener', () => {
  test.each<[string, ListenerSettings, boolean]>([
    ['that changes nothing', http(redirect()), true],
    ['that names what is there', http(redirect({ protocol: 'HTTP', port: 80, host: '#{host}', path: '/#{path}' })), true],
    ['that only changes the query', http(redirect({ query: 'a=b' })), true],
    ['that changes nothing, where a rule takes everything', http(redirect(), { ...path('/*'), action: answer }), true],
    ['to HTTPS', http(redirect({ protocol: 'HTTPS' })), false],
    ['to its own protocol, on the usual port', https(redirect({ protocol: 'HTTPS' })), true],
    ['to its own protocol, on the usual port, from another', { ...https(redirect({ protocol: 'HTTPS' })), port: 8443 }, false],
    ['to its own port, by name', { ...https(redirect({ protocol: 'HTTPS', port: 8443 })), port: 8443 }, true],
    ['to the other protocol, on its own port', http(redirect({ protocol: 'HTTPS', port: 80 })), false],
    ['to another port', http(redirect({ port: 8080 })), false],
    ['to another host', http(redirect({ host: 'example.org' })), false],
    ['to a host made of the one asked for', http(redirect({ host: 'www.#{host}' })), false],
    ['to another path that no rule takes', http(redirect({ path: '/welcome' })), true],
    ['to a path made of the one asked for', http(redirect({ path: '/app/#{path}' })), true],
    ['to a path that a rule takes', http(redirect({ path: '/welcome' }), { ...path('/welcome'), action: answer }), false],
    ['to paths that a rule takes', http(redirect({ path: '/app/#{path}' }), { ...path('/app/*'), action: answer }), false],
    ['to a path that a rule takes for one host', http(redirect({ path: '/welcome' }), { ...path('/welcome'), ...host('a.example'), action: answer }), false],
    ['to a path, beside a rule that takes all of one host', http(redirect({ path: '/welcome' }), { ...host('a.example'), action: answer }), true],
    ['that no request comes to', http(redirect({ path: '/welcome' }), { ...path('*'), action: answer }), false],
    ['to a path of many parts of the one asked for', http(redirect({ path: `/${'#{path}'.repeat(15)}` })), true],
  ])('%s', (_, listener, isLoop) => {
    expect(loops([listener])).toEqual(isLoop ? ['listeners[0]'] : []);
  });
});

describe('the redirect of a rule', () => {
  test.each<[string, RuleSettings, boolean]>([
    ['that changes nothing', { ...path('/a'), ...redirect() }, true],
    ['to its own path', { ...path('/a'), ...redirect({ path: '/a' }) }, true],
    ['to another path', { ...path('/a'), ...redirect({ path: '/b' }) }, false],
    ['to a path of another case', { ...path('/a'), ...redirect({ path: '/A' }) }, false],
    ['to a path that its pattern takes', { ...path('/a*'), ...redirect({ path: '/ab' }) }, true],
    ['to a path that is one character too long', { ...path('/?'), ...redirect({ path: '/ab' }) }, false],
    ['with a slash at the end', { ...path('/app'), ...redirect({ path: '/#{path}/' }) }, false],
    ['with a slash at the end that its pattern takes', { ...path('/app*'), ...redirect({ path: '/#{path}/' }) }, true],
    ['out of a folder', { ...path('/old/*'), ...redirect({ path: '/new/#{path}' }) }, false],
    ['into a folder that its pattern takes', { ...path('*/old/*'), ...redirect({ path: '/new/#{path}' }) }, true],
    ['to one of two paths', { ...path('/a', '/b'), ...redirect({ path: '/a' }) }, true],
    ['to its own host, of another case', { ...host('*.Example.com'), ...redirect({ host: 'WWW.example.com' }) }, true],
    ['to a host that it does not take', { ...host('example.com'), ...redirect({ host: 'www.example.com' }) }, false],
    ['to a host made of the one asked for', { ...host('*.example.com'), ...redirect({ host: 'www.#{host}' }) }, true],
    ['to a host made of the one asked for, which it does not take', { ...host('example.com'), ...redirect({ host: 'www.#{host}' }) }, false],
    ['to HTTPS', { ...path('/a'), ...redirect({ protocol: 'HTTPS' }) }, false],
    ['to another port', { ...path('/a'), ...redirect({ port: 81 }) }, false],
  ])('%s', (_, rule, isLoop) => {
    expect(loops([http({ action: answer }, rule)])).toEqual(isLoop ? ['listeners[0].rules[0]'] : []);
  });

  test('to a path that a rule before it takes', () => {
    const rule = { ...path('/docs/*'), ...redirect({ path: '/docs/v2/#{path}' }) };
    expect(loops([http({ action: answer }, rule, { ...path('/docs/v2/*'), action: answer })])).toEqual([]);
    expect(loops([http({ action: answer }, { ...rule, priority: 1 }, { ...path('/docs/v2/*'), action: answer })])).toEqual(['listeners[0].rules[0]']);
  });
});

describe('redirects that lead to each other', () => {
  const back = https(redirect({ protocol: 'HTTP' }));

  test('from port to port', () => {
    expect(loops([http(redirect({ protocol: 'HTTPS' })), back])).toEqual(['listeners[0]', 'listeners[1]']);
    expect(loops([http({ action: answer }), back])).toEqual([]);
  });

  test('by way of the redirect to HTTPS', () => {
    expect(loops([back])).toEqual(['listeners[0]']);
    expect(loops([https(redirect({ port: 80, protocol: 'HTTP' }))])).toEqual(['listeners[0]']);
    expect(loops([back], { redirectHTTP: false })).toEqual([]);
  });

  test('from rule to rule', () => {
    const [a, b] = [{ ...path('/a'), ...redirect({ path: '/b' }) }, { ...path('/b'), ...redirect({ path: '/a' }) }];
    expect(loops([http({ action: answer }, a, b)])).toEqual(['listeners[0].rules[0]', 'listeners[0].rules[1]']);
    expect(loops([http({ action: answer }, a, { ...path('/b'), action: answer })])).toEqual([]);
  });

  test('are not the fault of one that only leads there', () => {
    const rule = { ...path('/a'), ...redirect({ path: '/b' }) };
    expect(loops([http({ action: answer }, rule, { ...path('/b'), ...redirect({ path: '/b' }) })])).toEqual(['listeners[0].rules[1]']);
  });
});

import { canonicalCidr, parseAddress, parseCidr, showCidr } from '../../lib/core/settings/network/cidr';

describe('a range of addresses', () => {
  test.each([
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['255.255.255.255/32', '255.255.255.255/32'],
    ['100.68.0.18/18', '100.68.0.0/18'],
    ['10.1.2.3/8', '10.0.0.0/8'],
    ['10.1.2.3/31', '10.1.2.2/31'],
    ['10.1.2.3/07', '10.0.0.0/7'],
    ['::/0', '::/0'],
    ['::1/128', '::1/128'],
    ['2001:DB8::/32', '2001:db8::/32'],
    ['2001:db8::1/32', '2001:db8::/32'],
    ['2001:db8:0:1:2:0:0:3/128', '2001:db8:0:1:2::3/128'],
    ['1:0:0:2:0:0:3:4/128', '1::2:0:0:3:4/128'],
    ['1:0:2:0:3:0:4:0/128', '1:0:2:0:3:0:4:0/128'],
    ['1:2:3:4:5:6:7::/128', '1:2:3:4:5:6:7:0/128'],
    ['::2:3:4:5:6:7:8/128', '0:2:3:4:5:6:7:8/128'],
    ['10:0:0:0:0:0:0:10/128', '10::10/128'],
    ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/127', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe/127'],
    ['2001:db8:ffff::/35', '2001:db8:e000::/35'],
  ])('%s is %s', (text, canonical) => {
    expect(showCidr(parseCidr(text)!)).toBe(canonical);
    expect(canonicalCidr(text)).toBe(canonical);
  });

  test.each([
    '', '/', '10.0.0.0', '10.0.0.0/', '10.0.0/8', '10.0.0.256/32', '010.0.0.0/8', '10.0.0.0/8/8', '10.0.0.0/-1', '10.0.0.0/0x8', ' 10.0.0.0/8', '10.0.0.0/1000',
    '2001:db8/32', '2001:db8::/', '1::2::3/64', '12345::/16', 'g::/16', '1:2:3:4:5:6:7:8:9/64', '1:2:3:4:5:6:7:8::/64', '::ffff:10.0.0.1/128', ':1:2:3:4:5:6:7/64', 'example.com/32',
  ])('"%s" is none', (text) => {
    expect(parseCidr(text)).toBeUndefined();
    expect(canonicalCidr(text)).toBe(text);
  });

  test('a token stays a token', () => {
    expect(canonicalCidr({ unresolved: 'a' })).toEqual({ unresolved: 'a' });
  });
});

test('an address by itself', () => {
  expect(parseAddress('10.0.0.1')).toEqual([10, 0, 0, 1]);
  expect(parseAddress('::A')).toEqual([0, 0, 0, 0, 0, 0, 0, 10]);
});

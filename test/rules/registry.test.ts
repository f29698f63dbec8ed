import { SPEC_RULES } from '../../lib/core/rules/registry';

test('the rules about a decoded file stand in the order of their codes', () => {
  const codes = SPEC_RULES.map(({ code }) => code);
  expect(codes).toEqual([...codes].sort());
});

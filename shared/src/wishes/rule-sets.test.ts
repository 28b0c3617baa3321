import { WISHES } from './rule-sets';

test.each(Object.entries(WISHES))('%s says where it comes from, and is a whole number above nothing', (_, rule) => {
  expect(Number.isInteger(rule.value) && rule.value > 0).toBe(true);
  expect(rule.source).not.toBe('');
  expect(rule.sourceDate).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(rule.verified).toBe(true);
});

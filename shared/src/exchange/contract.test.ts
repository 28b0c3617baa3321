import { exchange } from './contract';

const communityId = '310104005001';
const rule = { communityId, perRecordedHour: 10, perHonoraryHour: 5, from: '2026-12-01', shownAs: 'points' };
const takes = (name: keyof typeof exchange, input: object) => exchange[name].input.safeParse(input).success;

test.each([
  ['a usual rule', {}, true],
  ['nothing for honorary hours', { perHonoraryHour: 0 }, true],
  ['a rule that takes', { perRecordedHour: -1 }, false],
  ['half a point', { perRecordedHour: 0.5 }, false],
  ['more than the most', { perRecordedHour: 1_001 }, false],
  ['a day that does not exist', { from: '2026-02-30' }, false],
  ['money', { shownAs: 'yuan' }, false],
])('a rule is set: %s', (_, more, fine) => expect(takes('setRule', { ...rule, ...more })).toBe(fine));

test('nobody names whose account is read: it is the caller’s', () => {
  expect(takes('readAccount', { communityId })).toBe(true);
  expect(takes('readAccount', { communityId, personId: '01ARYZ6S410000000000000001' })).toBe(false);
  expect(takes('readYear', { communityId, year: '2026' })).toBe(true);
  expect(takes('readYear', { communityId, year: '26' })).toBe(false);
});

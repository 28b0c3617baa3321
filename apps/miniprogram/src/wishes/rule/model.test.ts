import { NewWishRule, WISH_DEFAULTS } from '@gongzhi/shared/wishes/rule-sets';
import { draftOf, ruleOf, wrongOf } from './model';

const rule = { ...WISH_DEFAULTS, source: '居民会议通过' };

test('the rule is filled in as it is read, in yuan, and sent as it was', () => {
  expect(draftOf(rule)).toEqual({ yuan: '200', claimDays: '7', visitDays: '30', source: '居民会议通过' });
  expect(ruleOf(draftOf(rule))).toEqual(rule);
  expect(wrongOf(draftOf(rule))).toBeUndefined();
});

test.each([
  [{ yuan: '1001' }, '最多花多少钱，请填 0 到 1000 之间的整数'],
  [{ yuan: '二百' }, '最多花多少钱，请填 0 到 1000 之间的整数'],
  [{ claimDays: '0' }, '认领保留几天，请填 1 到 30 之间的整数'],
  [{ visitDays: '61' }, '几天内上门，请填 1 到 60 之间的整数'],
  [{ source: ' ' }, '请写明依据，例如哪次会议定的'],
])('what is wrong is said before it is sent: %j', (more, words) => {
  const draft = { ...draftOf(rule), ...more };
  expect([wrongOf(draft), NewWishRule.safeParse(ruleOf(draft)).success]).toEqual([words, false]);
});
test('what the page lets through the contract takes, at each end', () => {
  for (const more of [{ yuan: '0' }, { yuan: '1000' }, { claimDays: '30' }, { visitDays: '60' }, { visitDays: '1' }]) {
    const draft = { ...draftOf(rule), ...more };
    expect([wrongOf(draft), NewWishRule.safeParse(ruleOf(draft)).success]).toEqual([undefined, true]);
  }
});

import { DIGEST_HOURS, TOPIC_NAMES } from '@gongzhi/shared/kernel/topics';
import { PACES, askedWords, balanceRows, hourOf, leftInWords, paceOf, toggled, topicRows } from './model';

test('what is on is shown as on, and a tap changes it there and back', () => {
  expect(topicRows(['vote']).filter(({ on }) => !on)).toEqual([{ topic: 'vote', label: '表决和会议', on: false }]);
  for (const topic of TOPIC_NAMES) expect(toggled(toggled([], topic), topic)).toEqual([]);
  expect(toggled(['vote'], 'service')).toEqual(['vote', 'service']);
});
test('each hour is a pace and back; at once is none', () => {
  for (const hour of DIGEST_HOURS) expect(hourOf(paceOf(hour))).toBe(hour);
  expect([paceOf(undefined), hourOf('each')]).toEqual(['each', undefined]);
  expect(PACES).toHaveLength(DIGEST_HOURS.length + 1);
});
test.each([
  [{ type: 'once', balance: 2 }, '还能收 2 条'],
  [{ type: 'once', balance: 0 }, '现在收不到'],
  [{ type: 'long', balance: 1 }, '一直可以收'],
  [{ type: 'long', balance: 0 }, '还没有开'],
  [{ type: 'once', balance: 0, closed: true }, '在微信里关闭了'],
] as const)('%j: %s', (balance, words) => {
  expect(leftInWords({ kind: 'vote', ...balance })).toBe(words);
  expect(balanceRows([{ kind: 'vote', ...balance }])).toEqual([{ kind: 'vote', label: '表决和议事', left: words }]);
});
test('what was answered is said', () =>
  expect([askedWords(0), askedWords(2)]).toEqual(['没有开。通知都还在小程序里。', '好，以后会在微信里提醒您。']));

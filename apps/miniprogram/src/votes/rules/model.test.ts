import { RULES, type Rule } from '@gongzhi/shared/votes/rule-sets';
import { SHARES, ofRule, settingWords, shareFor, sourceWords, thresholdRows } from './model';

const rule = (id: string) => RULES[id] as Rule;

test('owners are counted by area and by heads, and may authorise somebody within limits', () => {
  expect(thresholdRows(rule('owners-ordinary-2021-1'))).toEqual([
    { label: '怎样计票', value: '每位业主一票，面积按名下全部房屋计算' },
    { label: '专有部分面积', value: '三分之二以上参与，参与的过半数赞成' },
    { label: '业主人数', value: '三分之二以上参与，参与的过半数赞成' },
    { label: '委托', value: '书面委托，一人最多代 3 位' },
  ]);
});

test('a rule that was not checked against the law in force says so, one that was does not', () => {
  expect(sourceWords(rule('delegates-2026-1'))).toContain('还没有核对');
  expect(sourceWords(rule('owners-grave-2021-1'))).toBe('依据：《中华人民共和国民法典》第二百七十八条（2021-01-01）。');
});

test('what a community set reads with its source and its day', () => {
  const share = { num: 2, den: 3, strict: false };
  const setting = { quorum: share, pass: share, source: '议事规则第八条', adoptedOn: '2026-03-01' };
  expect(settingWords({ ...setting, setAt: '2026-11-26T04:00:00.000Z' })).toContain(
    '三分之二以上参与、三分之二以上赞成。依据：议事规则第八条（2026-03-01）。',
  );
});

test('fractions are offered in words and sent as whole numbers', () => {
  expect(SHARES.map(({ label }) => label)).toEqual(['过半数', '三分之二以上', '四分之三以上', '三分之一以上']);
  expect(shareFor('2/3')).toEqual({ num: 2, den: 3, strict: false });
  expect(shareFor(undefined)).toBeUndefined();
  expect(
    ofRule([{ rule: rule('delegates-2026-1'), configurable: true, settings: [] }], 'delegates-2026-1'),
  ).toBeDefined();
});

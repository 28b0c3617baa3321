import { HOURS_DEFAULTS, HoursRule } from '@gongzhi/shared/hours/rule-sets';
import { NUMBERS, NUMBER_KEYS, changedRule, faultOf, hasFault, ruleWords } from './model';

test('the rule is read in sentences, and what was not verified says so', () => {
  const words = ruleWords(HOURS_DEFAULTS);
  expect(words.map((one) => one.words)).toEqual([
    '申请更正，或者时长需要核对的，10 个工作日内答复；逾期会显示出来。',
    '证明签发后公示 7 天，期满才能打印。',
    '一天超过 12 小时，或者两项活动时间重叠，要核对。',
    '证明上的小时数以 30 分钟为一档，不足一档不计；分钟数照原样保留。',
  ]);
  expect(words.map(({ source }) => source.endsWith('（未核实）'))).toEqual([true, true, false, false]);
  expect(
    ruleWords({ ...HOURS_DEFAULTS, publicityDays: 0, mostMinutesADay: 90 })
      .map((one) => one.words)
      .slice(1, 3),
  ).toEqual(['证明签发后不公示，可以直接打印。', '一天超过 1 小时 30 分钟，或者两项活动时间重叠，要核对。']);
});

test('whatever may be typed is a rule the server takes, and nothing past its bounds may', () => {
  for (const key of NUMBER_KEYS) {
    const { least, most } = NUMBERS[key];
    for (const number of [least, most]) {
      expect(faultOf(key, String(number))).toBeUndefined();
      expect(HoursRule.safeParse(changedRule(HOURS_DEFAULTS, { [key]: String(number) })).success).toBe(true);
    }
    for (const typed of [String(most + 1), String(least - 1), '', '1.5', '三'])
      expect(hasFault({ [key]: typed })).toBe(true);
  }
  expect(hasFault({})).toBe(false);
});

import { areaInWords, measureInWords, shareInWords } from './amount-words';
import type { Counts } from './model';
import { emptyTally, resultOf } from './result-rules';
import { decisionText } from './result-words';
import { COUNCIL_HOUSEHOLD_RULE, RULES, type Rule } from './rule-sets';

test.each([
  [{ num: 1, den: 2, strict: true }, '过半数'],
  [{ num: 1, den: 2, strict: false }, '半数以上'],
  [{ num: 2, den: 3, strict: false }, '三分之二以上'],
  [{ num: 3, den: 4, strict: false }, '四分之三以上'],
  [{ num: 2, den: 4, strict: true }, '过半数'],
  [{ num: 1, den: 3, strict: true }, '超过三分之一'],
  [{ num: 1, den: 20, strict: false }, '20分之一以上'],
])('a share in words: %j', (s, words) => {
  expect(shareInWords(s)).toBe(words);
});

test.each([
  [8_905, '89.05 平方米'],
  [100, '1 平方米'],
  [123_456_789, '1,234,567.89 平方米'],
  [0, '0 平方米'],
])('%d hundredths of a square metre are %s', (area, words) => {
  expect(areaInWords(area)).toBe(words);
});

const VOTE = {
  question: '是否设立议事会',
  resolution: '同意设立社区共治议事会。',
  openedAt: '2026-11-23T12:00:00.000Z',
  closesAt: '2026-12-31T16:30:00.000Z',
  rule: COUNCIL_HOUSEHOLD_RULE,
};
const counts = (yes: number, no: number, abstain: number): Counts => ({ for: yes, against: no, abstain });
const textOf = (
  cast: Counts,
  { rule = COUNCIL_HOUSEHOLD_RULE, invalid = 0 }: { rule?: Rule; invalid?: number } = {},
) => {
  const taken = cast.for + cast.against + cast.abstain;
  const tally = {
    ...emptyTally(),
    units: cast,
    area: cast,
    invalid,
    channels: { app: taken, assisted: 0, paper: invalid, proxy: 0 },
  };
  return decisionText({ ...VOTE, rule }, resultOf(tally, { units: 30, area: 30 }, rule));
};

test('a decision says when, how many, by what rule, and what follows', () => {
  expect(textOf(counts(20, 6, 2))).toBe(
    '“是否设立议事会”的表决从2026年11月23日（周一）晚上8点开始，到2027年1月1日（周五）凌晨0点30分截止，一户一票。' +
      '名册上共 30 户，参加 28 户（手机 28 票）：赞成 20 票，反对 6 票，弃权 2 票。' +
      '按照社区议事规则，参照《城市居民委员会组织法》（2018年修正）第十条：' +
      '户数共 30 户，参加 28 户，要过半数（至少 16 户），已达到；其中赞成 20 户，要参加的过半数（至少 15 户），已达到。' +
      '以上比例按社区议事规则执行。表决通过，形成决议：同意设立社区共治议事会。',
  );
});

test('a vote that fails says why, and never states the resolution as decided', () => {
  expect(textOf(counts(10, 10, 0))).toMatch(/至少 11 户），未达到。.*表决没有通过/);
  expect(textOf(counts(15, 0, 0))).toMatch(/至少 16 户），未达到；.*这次表决没有形成决议。$/);
  expect(textOf(counts(0, 0, 0))).toContain('没有收到选票。');
  for (const cast of [counts(10, 10, 0), counts(15, 0, 0), counts(0, 0, 0)])
    expect(textOf(cast)).not.toContain(VOTE.resolution);
});

test('a poll is never called a vote with a decision, whatever its numbers', () => {
  for (const rule of Object.values(RULES).filter(({ force }) => force === 'advisory')) {
    const text = textOf(counts(30, 0, 0), { rule });
    expect(text).toContain('的意见征询从');
    expect(text).toMatch(/没有决议效力。$/);
    expect(text).not.toMatch(/表决通过|形成决议/);
  }
});

test('owners read both measures, each with its fraction', () => {
  const text = textOf(counts(20, 5, 0), { rule: RULES['owners-grave-2021-1'] as Rule });
  expect(text).toMatch(/专有部分面积共 .* 平方米，.*要三分之二以上.*四分之三以上/);
  expect(text).toMatch(/业主人数共 30 位，.*要三分之二以上.*四分之三以上/);
});

test('invalid papers are told, and a rule checked against the law does not call itself the community’s own', () => {
  expect(textOf(counts(20, 6, 2), { invalid: 3 })).toContain('另有废票 3 张');
  expect(textOf(counts(20, 6, 2), { rule: { ...COUNCIL_HOUSEHOLD_RULE, verified: true } })).not.toContain(
    '按社区议事规则执行',
  );
});

test('every unit has its noun', () => {
  for (const unit of ['household', 'person', 'delegate', 'owner'] as const)
    expect(measureInWords({ of: 'units' }, { unit })).toMatch(/数$/);
});

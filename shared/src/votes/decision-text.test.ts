import fc from 'fast-check';
import { RULES, type Rule } from './rule-sets';
import type { Channels, Counts, Tally } from './model';
import { emptyTally, resultOf, takenOf } from './result-rules';
import { decisionText, fewText } from './result-words';

const VOTE = {
  question: '是否划线',
  resolution: '消防通道划黄线。',
  openedAt: '2026-11-23T02:00:00.000Z',
  closesAt: '2026-11-30T10:00:00.000Z',
};
const ids = Object.keys(RULES);
const ruleOf = (id: string) => RULES[id] as Rule;
const counts = (yes: number, no: number, abstain: number): Counts => ({ for: yes, against: no, abstain });
const cast = (units: Counts, more: Partial<Tally> = {}): Tally => ({
  ...emptyTally(),
  units,
  area: units,
  channels: { app: takenOf(units), assisted: 0, paper: 0, proxy: 0 },
  ...more,
});
const decide = (id: string, tally: Tally, base = { units: 30, area: 30 }) => {
  const figures = resultOf(tally, base, ruleOf(id));
  return { figures, text: decisionText({ ...VOTE, rule: ruleOf(id) }, figures) };
};

test.each<[string, Partial<Channels>, string]>([
  ['by phone alone', { app: 3 }, '（手机 3 票）'],
  ['on paper alone', { paper: 3 }, '（纸质 3 票）'],
  ['by phone, with help and on paper', { app: 1, assisted: 1, paper: 1 }, '（手机 1 票，协助 1 票，纸质 1 票）'],
  ['by an agent', { app: 2, proxy: 1 }, '（手机 2 票，委托 1 票）'],
])('ballots that came %s are told by how they came', (_, ways, words) => {
  const channels = { app: 0, assisted: 0, paper: 0, proxy: 0, ...ways };
  expect(decide('owners-ordinary-2021-1', cast(counts(3, 0, 0), { channels })).text).toContain(
    `参加 3 位${words}：赞成 3 票`,
  );
});

test('owners read the whole decision, both measures with what was needed of each', () => {
  const tally = cast(counts(18, 2, 1), { area: counts(1_600_000, 300_001, 100_000), invalid: 1 });
  const { text } = decide('owners-ordinary-2021-1', tally, { units: 30, area: 3_000_000 });
  expect(text).toBe(
    '“是否划线”的表决从2026年11月23日（周一）上午10点开始，到2026年11月30日（周一）晚上6点截止，每位业主一票，面积按名下全部房屋计算。' +
      '名册上共 30 位业主，参加 21 位（手机 21 票）：赞成 18 票，反对 2 票，弃权 1 票，另有废票 1 张。' +
      '按照《中华人民共和国民法典》第二百七十八条：' +
      '专有部分面积共 30,000 平方米，参加 20,000.01 平方米，要三分之二以上（至少 20,000 平方米），已达到；' +
      '其中赞成 16,000 平方米，要参加的过半数（至少 10,000.01 平方米），已达到。' +
      '业主人数共 30 位，参加 21 位，要三分之二以上（至少 20 位），已达到；其中赞成 18 位，要参加的过半数（至少 11 位），已达到。' +
      '表决通过，形成决议：消防通道划黄线。',
  );
});

test('a poll reads without thresholds, and without a word of the community’s own rules', () => {
  expect(decide('poll-person-2026-1', cast(counts(0, 2, 0))).text).toBe(
    '“是否划线”的意见征询从2026年11月23日（周一）上午10点开始，到2026年11月30日（周一）晚上6点截止，一人一票。' +
      '名册上共 30 人，参加 2 人（手机 2 票）：赞成 0 票，反对 2 票，弃权 0 票。' +
      '这是意见征询，结果供参考，没有决议效力。',
  );
});

const some = fc.tuple(fc.constantFrom(...ids), fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(5));
const CONCLUSIONS = {
  passed: '表决通过，形成决议：',
  rejected: '表决没有通过，不形成决议。',
  noQuorum: '这次表决没有形成决议。',
  advisory: '没有决议效力。',
} as const;

test('whatever was cast, the decision draws the one conclusion of its outcome, and states the resolution only when it passed', () => {
  fc.assert(
    fc.property(some, ([id, yes, no, abstain, invalid]) => {
      const { figures, text } = decide(id, cast(counts(yes, no, abstain), { invalid }), { units: 90, area: 90 });
      const drawn = Object.entries(CONCLUSIONS).filter(([, words]) => text.includes(words));
      expect(drawn.map(([outcome]) => outcome)).toEqual([figures.outcome]);
      expect(text.includes(VOTE.resolution)).toBe(figures.outcome === 'passed');
    }),
  );
});

test('whatever was cast, every count stands in the decision as it was counted, and so does every source', () => {
  fc.assert(
    fc.property(some, ([id, yes, no, abstain, invalid]) => {
      const { figures, text } = decide(id, cast(counts(yes, no, abstain), { invalid }), { units: 90, area: 90 });
      expect(text).toContain(`赞成 ${yes} 票，反对 ${no} 票，弃权 ${abstain} 票`);
      expect(text.includes('废票')).toBe(invalid > 0);
      expect(text.includes(ruleOf(id).source)).toBe(figures.tests.length > 0);
      expect(text.match(/要参加的|没有收到选票/g) ?? []).toHaveLength(figures.tests.length);
      expect(text).not.toMatch(/undefined|NaN|null|%/);
    }),
  );
});

test('whatever was cast, as many thresholds read as reached as were', () => {
  fc.assert(
    fc.property(some, ([id, yes, no, abstain]) => {
      const { figures, text } = decide(id, cast(counts(yes, no, abstain)), { units: 90, area: 90 });
      const asked = figures.tests.flatMap(({ quorum, pass, taken }) => (taken > 0 ? [quorum, pass] : [quorum]));
      expect(text.match(/已达到/g) ?? []).toHaveLength(asked.filter(({ reached }) => reached).length);
      expect(text.match(/未达到/g) ?? []).toHaveLength(asked.filter(({ reached }) => !reached).length);
    }),
  );
});

test('a decision says nothing of who cast what, and follows wholly from what it is given', () => {
  const tally = cast(counts(20, 6, 2));
  expect(decide('council-household-2026-1', tally).text).toBe(decide('council-household-2026-1', tally).text);
  expect(decide('council-household-2026-1', tally).text).not.toMatch(/[0-9A-HJKMNP-TV-Z]{26}/);
});

const few = (id: string, units: Counts) => fewText({ ...VOTE, rule: ruleOf(id) }, decide(id, cast(units)).figures);
test('a secret vote of two tells how many took part and what follows, and no choice', () => {
  expect(few('council-household-2026-1', counts(2, 0, 0))).toBe(
    '“是否划线”的不记名表决到2026年11月30日（周一）晚上6点截止，名册上共 30 户，参加 2 户。' +
      '参加的太少，为了不暴露是谁投的，不公布各选项票数。参加的不够，这次表决没有形成决议。',
  );
});

test('of so few, votes that differ only in what was chosen read the same', () => {
  const texts = [counts(2, 0, 0), counts(1, 1, 0), counts(0, 0, 2), counts(0, 2, 0)].map((units) =>
    few('council-household-2026-1', units),
  );
  expect(new Set(texts).size).toBe(1);
  expect(few('poll-household-2026-1', counts(1, 0, 0))).toContain('的不记名意见征询到');
  expect(few('poll-household-2026-1', counts(1, 0, 0))).toBe(few('poll-household-2026-1', counts(0, 1, 0)));
});

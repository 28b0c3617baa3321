import { emptyTally, resultOf } from '@gongzhi/shared/votes/result-rules';
import { RULES, type Rule } from '@gongzhi/shared/votes/rule-sets';
import {
  channelWords,
  countRows,
  countingWords,
  endWords,
  groupWords,
  kindWords,
  reasonRows,
  ruleRows,
  standingOf,
  standingWords,
  turnoutRows,
} from './model';

const CLOSES = '2026-11-24T01:00:00.000Z';
const mine = { onRoll: true, voted: false };

test.each([
  ['a household on the roll may vote', { phase: 'open' as const, mine }, 'may-vote', undefined],
  [
    'one that voted sees its own choice',
    {
      phase: 'open' as const,
      mine: { onRoll: true, voted: true, choice: 'for' as const, castAt: '2026-11-23T01:00:00.000Z' },
    },
    'may-change',
    '您已于11月23日（周一）上午9点投出：赞成。截止前可以改投，以最后一次为准。',
  ],
  [
    'the rest of the household sees that it voted, not how',
    { phase: 'open' as const, mine: { onRoll: true, voted: true } },
    'voted',
    '这一票已由另一位家人或受托人投出（只计一票）。',
  ],
  [
    'a visitor is told how to join',
    { phase: 'open' as const },
    'visitor',
    '加入本社区的一户后才能表决。表决结果对所有人公开。',
  ],
  ['after the end nobody votes', { phase: 'counting' as const, mine }, 'over', undefined],
])('%s', (_, vote, standing, words) => {
  expect(standingOf(vote)).toBe(standing);
  expect(standingWords(vote)).toBe(words);
});

test.each([
  ['paper', '纸质票已于11月23日（周一）上午9点计入：赞成。和您家选的不一样，请马上联系社区。'],
  ['assisted', '工作人员代录的票已于11月23日（周一）上午9点计入：赞成。和您家选的不一样，请马上联系社区。'],
] as const)('what a worker entered by %s is shown to the household, which cannot change it here', (channel, words) => {
  const entered = { ...mine, voted: true, choice: 'for' as const, castAt: '2026-11-23T01:00:00.000Z', channel };
  expect(standingOf({ phase: 'open', mine: entered })).toBe('voted');
  expect(standingWords({ phase: 'open', mine: entered })).toBe(words);
});

test('a household that is not on the roll is told why', () => {
  const vote = { phase: 'open' as const, mine: { onRoll: false, voted: false } };
  expect(standingOf(vote)).toBe('not-on-roll');
  expect(standingWords(vote)).toContain('名册在发起表决时已经固定');
});

const rule = RULES['owners-ordinary-2021-1'] as Rule;
const counted = (yes: number, no: number, abstain: number) => {
  const cast = { for: yes, against: no, abstain };
  return {
    ...emptyTally(),
    units: cast,
    area: cast,
    channels: { app: 28, assisted: 0, paper: 2, proxy: 0 },
    invalid: 1,
  };
};
test('numbers always come with their base, their share and what is enough', () => {
  const result = resultOf(counted(20, 8, 2), { units: 50, area: 50 }, rule);
  expect(countRows(result)).toEqual([
    { label: '赞成', value: '30 票中 20 票' },
    { label: '反对', value: '30 票中 8 票' },
    { label: '弃权', value: '30 票中 2 票' },
  ]);
  expect(reasonRows(result, { rule })).toEqual([
    { label: '专有部分面积：参与', value: '0.50 平方米中 0.30 平方米，要三分之二以上（0.34 平方米），没有达到' },
    { label: '专有部分面积：赞成', value: '0.20 平方米，要参与的过半数（0.16 平方米），达到' },
    { label: '业主人数：参与', value: '50 位中 30 位，要三分之二以上（34 位），没有达到' },
    { label: '业主人数：赞成', value: '20 位，要参与的过半数（16 位），达到' },
  ]);
  expect(channelWords(result)).toBe('手机 28 票，纸质 2 票，其中废票 1 张');
});

test('a poll and a vote are never called the same', () => {
  const kinds = Object.values(RULES).map((one) => [
    one.force,
    kindWords({ rule: one }).title,
    kindWords({ rule: one }).tag,
  ]);
  for (const [force, title, tag] of kinds) {
    expect(title === '意见征询').toBe(force === 'advisory');
    expect(tag?.includes('没有决议效力')).toBe(force === 'advisory');
  }
  expect(ruleRows({ rule: RULES['poll-household-2026-1'] as Rule })).toEqual([]);
  expect(ruleRows({ rule })).toHaveLength(2);
});

test('a group says no more of itself than may be shown', () => {
  const group = { name: '1号楼', entitled: 40, bound: 30, reached: 20, taken: 10 };
  expect(groupWords({ ...group, suggestion: 'evening' }, '户')).toBe('40 户，10 户参与（可以晚上再去说一说）');
  expect(groupWords({ ...group, taken: null }, '户')).toBe('40 户，参与数不显示');
  expect(groupWords({ ...group, entitled: null, taken: null }, '户')).toBe('人数太少，不显示');
});

test('ends are said in words', () => {
  expect(endWords({ phase: 'open', closesAt: CLOSES })).toBe('截止：11月24日（周二）上午9点');
  expect(endWords({ phase: 'decided', closesAt: CLOSES })).toBe('已于11月24日（周二）上午9点截止');
});

test('a household whose ballot came another way is told which', () => {
  const mine = { onRoll: true, voted: true };
  expect(standingWords({ phase: 'open', mine: { ...mine, channel: 'paper' } })).toContain('用纸质票投过了');
  expect(standingWords({ phase: 'open', mine: { ...mine, channel: 'assisted' } })).toContain('请工作人员代录');
});

test('a secret vote says how many took part, the papers of the box and the invalid ones; with too few nothing of the choices', () => {
  const { counts, taken } = resultOf(counted(20, 8, 2), { units: 50, area: 0 }, rule);
  const figures = { base: 50, taken, invalid: 1, channels: { app: 28, assisted: 0, paper: 3, proxy: 0 } };
  const secret = { rule: RULES['poll-household-2026-1'] as Rule, ballot: 'secret' as const };
  expect(turnoutRows(figures, secret)).toEqual([
    { label: '参加', value: '名册上 50 户，参加 31 户' },
    { label: '投进票箱的纸质票', value: '3 张' },
    { label: '无效票', value: '1 张，看不出选的是什么，不算在任何一项里' },
  ]);
  expect(turnoutRows(figures, { ...secret, ballot: 'named' })).toEqual([]);
  const few = {
    base: 50,
    taken: 2,
    invalid: 0,
    channels: { app: 2, assisted: 0, paper: 0, proxy: 0 },
    few: true as const,
  };
  expect(turnoutRows(few, secret)).toEqual([{ label: '参加', value: '名册上 50 户，参加 2 户' }]);
  expect(countRows({ counts, taken: 2, few: true })).toEqual([]);
});

test('a result that is withheld says so after its time, and why', () => {
  const at = (minutes: number) => new Date(Date.parse(CLOSES) + minutes * 60_000);
  for (const ballot of ['named', 'secret'] as const) {
    expect(countingWords({ ballot, closesAt: CLOSES }, at(1))).toMatchObject({ tone: 'waiting', title: '正在计票' });
    const late = countingWords({ ballot, closesAt: CLOSES }, at(7));
    expect(late).toMatchObject({ tone: 'danger', title: '结果暂不公布' });
    expect(late.words).toContain('已自动报警');
    expect(late.words.includes('票箱')).toBe(ballot === 'secret');
  }
});

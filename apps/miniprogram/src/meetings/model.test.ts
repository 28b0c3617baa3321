import type { Live } from '@gongzhi/shared/meetings/model';
import { FIRST_DELAY, fingerprint, firstStart, msSince, nextDelay, ownStart, startOf, stepOf } from './model';
import { durationWords, lineWords, quorumState, quorumWords, whenAndWhere } from './words';

const AT = '2026-11-23T11:00:00.000Z';
const MINE = {
  present: true,
  expected: true,
  attended: true,
  asked: false,
  spoken: 0,
  spokenSeconds: 0,
  confirmed: false,
};
const live = (more: Partial<Live> = {}): Live => ({
  meetingId: 'm',
  communityId: 'c',
  kind: 'council',
  place: '社区活动室',
  startsAt: AT,
  minutes: 60,
  agenda: [{ n: 1, proposalId: 'p', title: '车棚', minutes: 20 }],
  roles: ['councilMember'],
  calledAt: AT,
  status: 'open',
  now: AT,
  base: 5,
  needed: 3,
  present: 3,
  quorate: true,
  item: 1,
  heard: [],
  asks: [],
  mine: MINE,
  ...more,
});
const question = { n: 1, item: 1, text: '是否同意', putAt: AT, hands: { for: 0, against: 0, abstain: 0 } };
const speech = { personId: 'me', name: '我', side: 'for' as const, startedAt: AT, seconds: 120, extensions: 0 };

test('a page asks soon while something moves, ever later while nothing does, latest when nobody answers', () => {
  const quiet = { moved: false, failed: false };
  let delay = FIRST_DELAY;
  const delays = Array.from({ length: 8 }, () => (delay = nextDelay(delay, quiet)));
  expect(delays).toEqual([4_500, 6_750, 8_000, 8_000, 8_000, 8_000, 8_000, 8_000]);
  expect(nextDelay(8_000, { moved: true, failed: false })).toBe(FIRST_DELAY);
  expect(nextDelay(FIRST_DELAY, { moved: true, failed: true })).toBe(30_000);
});
test('the clock alone is nothing new; one more present is', () => {
  expect(fingerprint(live({ now: 'later' }))).toBe(fingerprint(live()));
  expect(fingerprint(live({ present: 4 }))).not.toBe(fingerprint(live()));
});

test.each([0, 2 * 3_600_000, -2 * 3_600_000])(
  'with a phone’s clock %i ms wrong a speech has lasted as long',
  (wrong) => {
    const heardAt = Date.parse(AT) + 30_000 + wrong;
    const phone = heardAt + 5_000;
    expect(msSince(AT, '2026-11-23T11:00:30.000Z', phone - heardAt)).toBe(35_000);
  },
);

test('days and times are China’s, whatever the phone’s zone', () => {
  expect(firstStart(new Date('2026-11-23T17:00:00.000Z'))).toEqual({ date: '2026-11-25', time: '19:00' });
  expect(startOf({ date: '2026-11-23', time: '19:00' })).toBe(AT);
  expect(ownStart(AT)).toEqual({ date: '2026-11-23', time: '19:00' });
});

test.each<[string, Partial<Live>, string | undefined]>([
  ['called', { status: 'called' }, undefined],
  ['gathering, not here', { status: 'gathering', mine: { ...MINE, present: false } }, '签到'],
  ['here with nothing on the floor', { item: undefined as never }, undefined],
  ['here with an item', {}, '我要发言'],
  ['waiting', { mine: { ...MINE, asked: true } }, '不等了，撤回发言'],
  ['speaking', { speech }, '我说完了'],
  ['asked for a hand', { question }, '举手表决'],
  ['whose hand is up', { question, mine: { ...MINE, hand: 'for' } }, '我要发言'],
  ['a listener', { question, mine: { ...MINE, expected: false } }, '我要发言'],
  ['after it', { status: 'ended' }, '看会议纪要'],
  ['cancelled', { status: 'cancelled' }, undefined],
])('the one thing for somebody %s: %s', (_, more, label) => {
  const given = live(more);
  if ('item' in more && more.item === undefined) delete given.item;
  expect(stepOf(given, 'me').label).toBe(label);
});

test('numbers are said with their base', () => {
  expect(quorumWords(live())).toBe('应到 5 人，满 3 人有效');
  expect(quorumWords(live({ needed: 0 }))).toContain('不设法定人数');
  expect(quorumState(live({ quorate: false, present: 2 }))).toBe('⚠ 人数不够，表决暂停');
  expect(quorumState(live({ status: 'gathering', quorate: false, present: 1 }))).toBe('还差 2 人可以开会');
  expect(durationWords(65.9)).toBe('1分05秒');
  expect(durationWords(-3)).toBe('0分00秒');
  expect(whenAndWhere(live())).toBe('11月23日（周一）晚上7点 · 社区活动室 · 约 60 分钟');
});

test.each([
  [{ kind: 'opened', base: 5, present: 3, needed: 3 }, '宣布开会：应到 5 人，实到 3 人，满 3 人有效'],
  [{ kind: 'item-opened', item: 1 }, '审议议题 1：车棚'],
  [{ kind: 'quorum-lost', present: 2, needed: 3 }, '有人离场，在场 2 人，不足 3 人，表决暂停'],
  [{ kind: 'speech', name: '王秀兰', side: 'against', seconds: 61 }, '王秀兰 发言（反对），1分01秒'],
  [
    { kind: 'question-closed', question: 1, present: 3, outcome: 'passed', hands: { for: 2, against: 1, abstain: 0 } },
    '第 1 题表决结果：通过。赞成 2，反对 1，弃权 0（在场 3 人）',
  ],
  [{ kind: 'correction', name: '陈国强' }, '陈国强 接受异议，更正如下'],
] as const)('a line %j reads as it would be read out', (line, words) => {
  expect(lineWords({ lineId: 'l', at: AT, ...line }, live().agenda)).toBe(words);
});

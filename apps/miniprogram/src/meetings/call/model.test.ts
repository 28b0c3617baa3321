import { MOST_MATTERS, emptyDraft, planOf, ruleWords, toggled, type Chosen } from './model';
import { speakingWords } from '../words';

const matter = (n: number): Chosen => ({ proposalId: `p${n}`, title: `第${n}件` });

test('a tap puts a matter last on the agenda, a second takes it off, and a full one stays', () => {
  expect(toggled([matter(1)], matter(2))).toEqual([matter(1), matter(2)]);
  expect(toggled([matter(1), matter(2)], matter(1))).toEqual([matter(2)]);
  const full = Array.from({ length: MOST_MATTERS }, (_, i) => matter(i));
  expect(toggled(full, matter(99))).toEqual(full);
});

test('a plan shares its time evenly and leaves out what was not filled in', () => {
  const draft = {
    ...emptyDraft(new Date('2026-11-23T02:00:00.000Z')),
    place: '活动室',
    chosen: [matter(1), matter(2)],
  };
  expect(planOf(draft)).toEqual({
    kind: 'council',
    place: '活动室',
    startsAt: '2026-11-24T11:00:00.000Z',
    minutes: 60,
    agenda: [
      { proposalId: 'p1', minutes: 30 },
      { proposalId: 'p2', minutes: 30 },
    ],
  });
  expect(planOf({ ...draft, expected: '120' }).expectedCount).toBe(120);
  expect(planOf({ ...draft, minutes: 'x' }).minutes).toBe(0);
});

test('what a kind of meeting asks for is said with its source, and that it could not be checked', () => {
  expect(ruleWords('council')).toBe(
    '应到会的人里超过 2 分之 1 到会才有效。依据：社区议事规则（社区自己约定）（原文待核对）。',
  );
  expect(ruleWords('owners')).toContain('达到 3 分之 2 到会才有效，提前 15 天通知');
  expect(ruleWords('hearing')).toContain('不作决定');
});

test('how people speak is sent only when it is not the usual', () => {
  const draft = { ...emptyDraft(new Date('2026-11-23T02:00:00.000Z')), chosen: [matter(1)] };
  expect(planOf(draft)).not.toHaveProperty('speaking');
  const own = { speechSeconds: 60, speechesPerMatter: 3, alternate: false };
  expect(planOf({ ...draft, speaking: own }).speaking).toEqual(own);
  expect(speakingWords(own)).toBe('先举手的先发言，每次 1 分钟，每人每个议题最多 3 次。');
  expect(speakingWords(draft.speaking)).toBe('正反方轮流发言，每次 2 分钟，每人每个议题最多 2 次。');
});

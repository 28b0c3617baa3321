import type { Chain } from './model';
import { linksOf, taskWords } from './model';

const AT = '2026-11-23T02:00:00.000Z';
const proposal = {
  title: '加装扶手',
  authorName: '王阿姨',
  filedAt: AT,
  recommendations: [{}, {}],
  supports: 6,
  threshold: 5,
  points: 3,
};
const vote = {
  question: '是否同意加装扶手',
  resolution: '同意加装。',
  phase: 'decided',
  closesAt: AT,
  turnout: 30,
  roll: { units: 48 },
  rule: { unit: 'household' },
  result: {
    counts: { for: 22, against: 6, abstain: 2 },
    base: 48,
    taken: 30,
    outcome: 'passed',
    settledAt: AT,
    decision: '决定加装扶手。',
  },
};
const resolution = { decidedAt: AT, items: [] };
const chain = (more: object = {}) => ({ proposal, ...more }) as unknown as Chain;
const lines = (more?: object) =>
  Object.fromEntries(linksOf(chain(more)).map(({ key, lines: said }) => [key, said.join('')]));

test('the chain is told from the proposal to the resolution, in order, with its figures', () => {
  expect(linksOf(chain()).map(({ title }) => title)).toEqual(['提案', '附议', '讨论', '表决', '决议']);
  expect(lines({ vote, resolution })).toEqual({
    proposal: '《加装扶手》王阿姨，11月23日（周一）提出，2 条建议。',
    support: '6 人附议，达到 5 人，列入议程。',
    talk: '3 条意见。',
    vote: '是否同意加装扶手通过（11月23日（周一）上午10点）。名册 48 户，参加 30 户：赞成 22，反对 6，弃权 2。',
    resolution: '决定加装扶手。11月23日（周一）形成。',
  });
});

test('what is not there yet is said to be missing, and opens nothing', () => {
  const said = lines();
  expect([said['vote'], said['resolution']]).toEqual(['还没有表决。', '还没有形成决议。']);
  expect(linksOf(chain()).map(({ opens }) => opens)).toEqual([
    'proposal',
    'proposal',
    'discussion',
    undefined,
    undefined,
  ]);
  expect(lines({ vote: { ...vote, result: undefined, phase: 'open' } })['vote']).toContain('正在表决');
});

test('tasks are told in one sentence, overdue among them', () => {
  const task = (state: string) => ({ state, dueAt: AT });
  const say = (states: string[], completedAt?: string) =>
    taskWords({ items: states.map(task), completedAt } as never, new Date(AT));
  expect(say([])).toBe('还没有分派任务。');
  expect(say(['doing', 'accepted'])).toBe('2 项任务，1 项已验收，1 项已逾期。');
  expect(say(['done', 'accepted'])).toBe('2 项任务，1 项已验收。');
  expect(say(['accepted'], AT)).toBe('1 项任务，1 项已验收，11月23日（周一）全部办结。');
});

import { closedWords, othersWords, teamTag, teamWords } from './team-words';

test.each([
  [{ members: 0 }, '还没有人加入'],
  [{ members: 3 }, '3 人 · 满 5 人后显示全队时长'],
  [{ members: 6, minutes: 150 }, '6 人 · 全队一共服务 2 小时 30 分钟'],
])('%j is said as %s', (team, said) => expect(teamWords(team)).toBe(said));

test.each([
  [5, 5, true, undefined],
  [5, 3, true, '另有 2 位队员不显示姓名。'],
  [2, 0, true, '有 2 位队员不显示姓名。'],
  [50, 20, false, undefined],
])('of %i members %i are named, all read: %p', (members, shown, all, said) =>
  expect(othersWords(members, shown, all)).toBe(said),
);

test('a closed team says so and since when, whoever is in it', () => {
  expect(teamTag({ mine: false })).toBeUndefined();
  expect(teamTag({ mine: true })).toEqual(['我在队里', 'active']);
  expect(teamTag({ mine: true, closedAt: '2026-11-27T10:00:00.000Z' })).toEqual(['已解散', 'plain']);
  expect(closedWords('2026-11-27T10:00:00.000Z')).toContain('11月27日');
});

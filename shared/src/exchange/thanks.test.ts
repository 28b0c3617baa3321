import { SKILLS } from '@gongzhi/shared/kernel/skills';
import { SHOWN_FROM } from './rule-sets';
import { exchange } from './contract';
import { Skill, minutesShown } from './teams';
import { maskedName } from './thanks';

const ids = { communityId: '310104005001', activityId: '01ARYZ6S410000000000000001' };
const takes = (name: keyof typeof exchange, input: object) => exchange[name].input.safeParse(input).success;

test.each([
  ['王秀兰', '王**'],
  ['𠮷田', '𠮷**'],
  ['', '**'],
])('%p is told as %p to those who only need to recognise somebody', (name, shown) =>
  expect(maskedName(name)).toBe(shown),
);

test.each([
  ['words', { words: '谢谢' }, true],
  ['no words', { words: ' ' }, false],
  ['emoji alone', { words: '👍👍' }, false],
  ['too many words', { words: '谢'.repeat(101) }, false],
  ['stars', { words: '谢谢', stars: 5 }, false],
  ['points', { words: '谢谢', points: 10 }, false],
])('thanks are %s: %p', (_, more, fine) => {
  expect(takes('sendThanks', { ...ids, personId: '01ARYZ6S410000000000000002', ...more })).toBe(fine);
});

test('the hours of a team are told from the members on with whom nobody’s own can be read off', () => {
  expect(minutesShown({ members: SHOWN_FROM - 1, minutes: 600 })).toEqual({});
  expect(minutesShown({ members: SHOWN_FROM, minutes: 600 })).toEqual({ minutes: 600 });
});

test('nothing of a team, a skill or a volunteer can be asked for by how much somebody did', () => {
  for (const name of ['listTeams', 'listTeamMembers', 'listSkilled', 'listHelpers'] as const)
    expect(Object.keys(exchange[name].input.shape).filter((field) => /sort|order|by|rank|top/i.test(field))).toEqual(
      [],
    );
});

test('skills are words an activity’s own list can be searched by: at most ten characters, each once', () => {
  const words = Object.values(SKILLS);
  expect(new Set(words).size).toBe(words.length);
  expect(words.filter((word) => word.length > 10)).toEqual([]);
  expect([Skill.safeParse('haircut').success, Skill.safeParse('理发').success]).toEqual([true, false]);
});

import type { Coming } from '@gongzhi/shared/volunteering/contract-activities';
import {
  byActivity,
  chosenOption,
  distanceWords,
  emptyWords,
  isChosen,
  knowLine,
  matching,
  metresTo,
  placeLine,
  skillOptions,
  skillsIn,
} from './model';

const HERE = { lat: 31.27, lng: 121.53, accuracy: 20, datum: 'gcj02' } as const;
const coming = (activityId: string, startsAt: string, head: object = {}, more: object = {}) =>
  ({
    shiftId: `${activityId}${startsAt}`,
    activityId,
    startsAt,
    activity: { activityId, kind: 'elderly', skills: [], place: '活动室', minors: false, risky: false, ...head },
    ...more,
  }) as unknown as Coming;
const LIST = [
  coming('A', '1', { skills: ['理发'], spot: { lat: 31_300_000, lng: 121_530_000 } }),
  coming('B', '2', { kind: 'repair', skills: ['电工', '理发'] }),
  coming('A', '3'),
  coming('C', '4', { spot: { lat: 31_271_000, lng: 121_530_000 } }),
  coming('D', '5', {}, { cancelled: '下雨' }),
];
const names = (found: readonly { activity: { activityId: string } }[]) => found.map((one) => one.activity.activityId);

test('a recurring activity is one card, with its soonest shift and how many follow', () => {
  const [first] = byActivity(LIST);
  expect([names(byActivity(LIST)), first?.shift.startsAt, first?.more]).toEqual([['A', 'B', 'C'], '1', 1]);
});

test.each([
  [{}, ['A', 'B', 'C']],
  [{ kind: 'repair' as const }, ['B']],
  [{ skills: ['理发'] }, ['A', 'B']],
  [{ skills: ['电工', '摄影写作'] }, ['B']],
  [{ kind: 'elderly' as const, skills: ['电工'] }, []],
  [{ near: HERE }, ['C', 'A', 'B']],
])('choosing %j shows %j', (choice, expected) => {
  expect(names(matching(LIST, choice))).toEqual(expected);
  expect(isChosen(choice)).toBe(Object.keys(choice).length > 0);
});

test('a distance is that on the ground', () => {
  expect(metresTo({ lat: 31_271_000, lng: 121_530_000 }, HERE)).toBeCloseTo(111.2, 0);
  expect(Math.round(metresTo({ lat: 31_270_000, lng: 121_540_000 }, HERE))).toBe(950);
});

test.each([
  [111, '500 米以内'],
  [700, '1 公里以内'],
  [2600, '约 3 公里'],
] as const)('%i metres are told as %s', (metres, words) => {
  expect(distanceWords(metres)).toBe(words);
});

test('a card says where, how far, and what to know', () => {
  const [nearest, , last] = matching(LIST, { near: HERE });
  expect([placeLine(nearest!, HERE), placeLine(last!, HERE)]).toEqual(['活动室 · 500 米以内', '活动室']);
  expect([knowLine(matching(LIST, {})[0]!), knowLine(nearest!)]).toEqual(['需要：理发；后面还有 1 个班次', '']);
});

test('skills are offered by how often they are asked for', () => expect(skillsIn(LIST)).toEqual(['理发', '电工']));

test('one chooses among what is asked for, and what one said one can do where there is any', () => {
  const none = skillOptions(LIST, []);
  expect(none.map(({ label }) => label)).toEqual(['不限', '理发', '电工']);
  const options = skillOptions(LIST, ['理发', '摄影写作']);
  expect(options[1]).toEqual({
    ...{ value: 'own', label: '我填过的技能', note: '理发、摄影写作' },
    skills: ['理发', '摄影写作'],
  });
  expect(chosenOption(options, {})).toBe('all');
  expect(chosenOption(options, { skills: ['理发', '摄影写作'] })).toBe('own');
  expect(chosenOption(options, { skills: ['电工'] })).toBe('one 电工');
  expect(chosenOption(options, { skills: ['不再有'] })).toBe('all');
});

test('nothing found says what to do next', () => {
  expect(emptyWords({})).toContain('邻里互助');
  expect(emptyWords({ skills: ['电工'] })).toContain('换个条件');
});

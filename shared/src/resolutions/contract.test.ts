import { resolutions } from './contract';
import { FOLLOW_UP_DEFAULTS, FollowUp } from './rule-sets';

const ids = { communityId: '310104005001', proposalId: '01ARYZ6S410000000000000001' };
const task = { ...ids, taskId: '01ARYZ6S410000000000000002' };
const full = {
  ...ids,
  title: '装扶手',
  what: '每层装。',
  owner: { outside: '物业公司' },
  due: { workingDays: 5 },
  listRef: 'duty',
};
const takes = (name: keyof typeof resolutions, input: object) => resolutions[name].input.safeParse(input).success;

test.each([
  ['a last day', { due: { date: '2026-12-31' } }, true],
  ['working days', { due: { workingDays: 1 } }, true],
  ['no time at all', { due: { workingDays: 0 } }, false],
  ['half a day', { due: { workingDays: 1.5 } }, false],
  ['a day that does not exist', { due: { date: '2026-02-30' } }, false],
  ['both', { due: { date: '2026-12-31', workingDays: 1 } }, false],
  ['an owner outside with a reference', { owner: { outside: '街道城管办', reference: '12号' } }, true],
  ['an owner who is neither', { owner: {} }, false],
  ['a name given for a member', { owner: { personId: task.taskId, outside: '王工' } }, false],
  ['no list', { listRef: 'other' }, false],
  ['a title of emoji', { title: '🎉🎉' }, false],
  ['a title of forty', { title: '长'.repeat(40) }, true],
  ['a title of forty-one', { title: '长'.repeat(41) }, false],
])('a task is made with %s: %p', (_, more, fine) => expect(takes('addTask', { ...full, ...more })).toBe(fine));

test.each(['notStarted', 'accepted', 'sentBack', 'half', 50])('nobody sets a task to %p', (state) => {
  expect(takes('progressTask', { ...task, state })).toBe(false);
});

test('a photograph is not asked for, and has no place', () => {
  expect(takes('progressTask', { ...task, state: 'done' })).toBe(true);
  expect(takes('progressTask', { ...task, state: 'done', photo: 'x' })).toBe(false);
});

test('sending back needs a reason, accepting does not', () => {
  expect(takes('answerResult', { ...task, verdict: 'accept' })).toBe(true);
  expect(takes('answerResult', { ...task, verdict: 'sendBack' })).toBe(false);
  expect(takes('answerResult', { ...task, verdict: 'sendBack', reason: '还在晃' })).toBe(true);
});

test('more time and another owner need a reason', () => {
  expect(takes('extendTask', { ...task, due: { workingDays: 3 } })).toBe(false);
  expect(takes('reassignTask', { ...task, owner: { outside: '物业' }, reason: ' ' })).toBe(false);
});

test('the defaults are a rule a community could set', () => {
  expect(FollowUp.parse(FOLLOW_UP_DEFAULTS)).toEqual(FOLLOW_UP_DEFAULTS);
  expect(FollowUp.safeParse({ ...FOLLOW_UP_DEFAULTS, sendBackSupporters: 0 }).success).toBe(false);
});

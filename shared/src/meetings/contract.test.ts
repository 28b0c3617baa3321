import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { meetings } from './contract';

const COMMUNITY = '310105000001';
const ID = '01JD0000000000000000000001';
const PLAN = {
  communityId: COMMUNITY,
  kind: 'council',
  place: '社区活动室',
  startsAt: '2026-11-23T11:00:00.000Z',
  minutes: 60,
  agenda: [{ proposalId: ID, minutes: 20 }],
};
const says = (more: object) =>
  meetings.callMeeting.input
    .safeParse({ ...PLAN, ...more }, { jitless: true })
    .error?.issues.map(({ message }) => message);

test('a plan that is whole is read', () => expect(says({})).toBeUndefined());
test.each([
  [{ agenda: [] }, '至少选一件事列入议程'],
  [{ agenda: Array.from({ length: 7 }, () => PLAN.agenda[0]) }, '一次会议最多审议 6 件事'],
  [{ minutes: 9 }, '至少 10 分钟'],
  [{ minutes: 601 }, '最长 10 小时'],
  [{ place: '' }, '请填写开会地点'],
  [{ place: '长'.repeat(41) }, '开会地点不能超过 40 个字'],
])('a plan with %j is told %s', (more, message) => {
  expect(says(more)).toContain(message);
});
test.each([
  { kind: 'party' },
  { startsAt: 'soon' },
  { roles: [] },
  { roles: ['king'] },
  { expectedCount: 0 },
  { expectedCount: 1.5 },
])('a plan with %j is not read', (more) => expect(says(more)?.length).toBeGreaterThan(0));

const routes = Object.entries(meetings as Record<string, Route>);
test('commands cost at most nine write units; calling says what a long agenda costs, opening the doors what the list does', () => {
  for (const [name, route] of routes)
    if (isCommand(route) && !['openDoors', 'callMeeting', 'changeMeeting'].includes(name))
      expect([name, (route.units ?? 8) <= 9]).toEqual([name, true]);
});
test('what leads a meeting is for the chair and workers, what a member does for everybody here', () => {
  const leading = [
    'callMeeting',
    'changeMeeting',
    'cancelMeeting',
    'openDoors',
    'readCode',
    'startMeeting',
    'endMeeting',
    'openItem',
    'closeItem',
    'callNext',
    'extendSpeech',
    'putQuestion',
    'closeQuestion',
    'addSummary',
    'answerObjection',
    'registerArrival',
    'registerDeparture',
  ];
  const access = Object.fromEntries(routes.map(([name, route]) => [name, route.access]));
  for (const name of leading) expect([name, access[name]]).toEqual([name, ['chair', 'worker']]);
  for (const name of ['arrive', 'leave', 'askToSpeak', 'raiseHand', 'confirmMinutes', 'writeOpinion'])
    expect(access[name]).toContain('resident');
});
test.each([
  ['12345', false],
  ['123456', true],
  ['x'.repeat(121), false],
])('a code %s is read: %s', (code, good) => {
  expect(meetings.arrive.input.safeParse({ communityId: COMMUNITY, meetingId: ID, code }).success).toBe(good);
});

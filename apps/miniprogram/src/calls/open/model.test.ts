import { calls } from '@gongzhi/shared/calls/contract';
import { byField, CAUSE_OPTIONS, missingWords, planOf, reachWords, timesOf, toggled, usualDraft } from './model';

const now = new Date('2026-11-27T02:07:00.000Z');
const draft = { ...usualDraft(now), title: '搬沙袋', about: '车库要进水了', place: '1 号楼前' };

test('what is offered is a call the route takes, from a quarter of an hour on', () => {
  expect(usualDraft(now)).toMatchObject({ date: '2026-11-27', start: '10:30', end: '12:30', needed: '10' });
  const input = { communityId: '310106000001', plan: planOf(draft) };
  expect(calls.openCall.input.safeParse(input, { jitless: true }).error?.issues ?? []).toEqual([]);
  expect(CAUSE_OPTIONS.map(({ value }) => value)).toEqual(['flood', 'snow', 'outage', 'other']);
});
test('an end before the start is on the next day, over midnight and a month’s end', () => {
  expect(timesOf({ date: '2026-11-30', start: '23:00', end: '01:00' })).toEqual({
    ...{ startsAt: '2026-11-30T15:00:00.000Z', endsAt: '2026-11-30T17:00:00.000Z' },
  });
});
test('a skill is chosen and left again, five at most', () => {
  const five = ['repair', 'medical', 'care', 'law', 'digital'];
  expect(five.reduce<readonly string[]>(toggled, [])).toEqual(five);
  expect(toggled(five, 'music')).toEqual(five);
  expect(toggled(five, 'care')).toEqual(['repair', 'medical', 'law', 'digital']);
});
test('buildings are taken as people write them, once each', () => {
  const plan = planOf({ ...draft, skills: ['repair', 'medical'], buildings: '3号楼\n5号楼,', needed: '' });
  expect(plan).toMatchObject({ skills: ['repair', 'medical'], buildings: ['3号楼', '5号楼'], needed: 0 });
});
test('what is missing is said, and who is asked before anybody is', () => {
  expect(missingWords(draft)).toBeUndefined();
  expect(missingWords({ ...draft, place: ' ' })).toContain('集合地点');
  expect(reachWords(draft, true)).toMatch(/^会通知全社区报到党员，每人一次。/);
  expect(reachWords({ ...draft, skills: ['medical'], buildings: '3号楼' }, false)).toMatch(
    /^会通知本支部住在3号楼，会医护的报到党员/,
  );
  expect(byField([{ path: ['plan', 'title'], message: '请填写要做什么' }])).toEqual({ title: '请填写要做什么' });
});

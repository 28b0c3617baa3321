import { stageShift, type Name, type Stage } from './test-shift';

type Ids = Awaited<ReturnType<Stage['shift']>>;
const PEOPLE = ['worker', 'organiser', 'me', 'child', 'inside', 'gone', 'waiter', 'stranger', 'parent'] as const;
export type Who = (typeof PEOPLE)[number];
export type At = 'main' | 'off' | 'risky' | 'uninsured' | 'adults' | 'many' | 'ended' | 'bare' | 'nowhere';

export const clock = (time: string) => new Date(`2026-11-27T${time}:00.000Z`);
export const hours = (from: string, to: string) => ({
  startsAt: clock(from).toISOString(),
  endsAt: clock(to).toISOString(),
});
export const RISK = { risky: true, risk: '要登梯子' };
const INSURANCE = { insurance: { insurer: '人保', policy: 'P-1', until: '2026-11-27' } };
export const NEXT_WEEK = { startsAt: '2026-12-04T10:00:00.000Z', endsAt: '2026-12-04T12:00:00.000Z', slots: 4 };
export const HELP = { title: '换灯泡', about: '灯坏了', kind: 'repair' };

/**
 * A town with every kind of activity, shift and comer there is, on 27 November by the clock of London. For tests. `main` is
 * full, from 10:00 to 12:00: `inside` came at 9:44, `gone` left again at 11:30, `waiter` waits, a guardian of `child` has
 * not answered. `many` has as many shifts as may be.
 */
export const stageTown = async (endpoint: string, through?: Parameters<typeof stageShift>[1]) => {
  const stage = stageShift(endpoint, through);
  stage.at(clock('09:00'));
  const people = {} as Record<Who, string>;
  const roles = (name: Who) => [name === 'worker' ? ('worker' as const) : ('resident' as const)];
  const home = (name: Who) => (name === 'child' || name === 'parent' ? 'H1' : undefined);
  for (const name of PEOPLE) people[name] = await stage.person(roles(name), home(name));
  const risen = (more: object = {}, slots = 4) => stage.shift(people.organiser, people.worker, slots, more);
  const nowhere = { communityId: stage.communityId, activityId: stage.id(), shiftId: stage.id() };
  const planned = await stage.call('planActivity', stage.PLAN, { as: people.organiser });
  const shifts: Record<At, Ids> = {
    ...{ main: await risen(), off: await risen(), ended: await risen(), many: await risen() },
    risky: await risen({ ...RISK, ...INSURANCE }),
    uninsured: await risen(RISK),
    adults: await risen({ minors: false }),
    bare: { ...nowhere, activityId: String(planned.body['activityId']) },
    nowhere,
  };
  const tell = (name: Name, at: At, as: Who, more: object = {}) =>
    stage.call(name, { ...shifts[at], ...more }, { as: people[as] });
  const ask = async () => String((await stage.call('askHelp', HELP, { as: people.me })).body['requestId']);
  const code = (at: At, when?: Date) => stage.code(shifts[at], when).text;
  const own = (who: Who, at: At, when?: Date) => stage.own(shifts[at], people[who], when);

  const most = Array.from({ length: 12 }, () => NEXT_WEEK);
  for (const put of [12, 12, 12, 12, 11]) await tell('addShifts', 'many', 'organiser', { shifts: most.slice(0, put) });
  for (const who of ['me', 'inside', 'gone'] as const) await tell('signUp', 'main', who);
  await tell('signUp', 'main', 'child', { minor: true });
  await tell('signUp', 'main', 'waiter');
  await tell('signUp', 'off', 'me');
  await tell('cancelShift', 'off', 'organiser', { reason: '下雨' });
  await tell('cancelActivity', 'ended', 'organiser', { reason: '下雨' });
  const helped = { closed: await ask(), open: await ask() };
  await stage.call('closeRequest', { requestId: helped.closed }, { as: people.me });
  stage.at(clock('09:44'));
  for (const who of ['inside', 'gone'] as const) await tell('checkIn', 'main', who, { code: code('main') });
  stage.at(clock('11:30'));
  await tell('checkOut', 'main', 'gone', { code: code('main') });
  return { stage, people, shifts, helped, risen, tell, ask, code, own };
};
export type Town = Awaited<ReturnType<typeof stageTown>>;

import type { Input } from '@gongzhi/shared/kernel/contract';
import { WINDOW_MS } from '@gongzhi/shared/kernel/service/pass';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { api, signIn, type Actor } from './api';
import { DEMO } from './people';

const { volunteering } = api;
const { communityId } = DEMO;
type Plan = Input<typeof volunteering.planActivity>;
const HOUR = 60 * MINUTE;
const iso = (at: number) => new Date(at).toISOString();

interface Cast {
  worker: Actor;
  author: Actor;
  neighbours: readonly Actor[];
}
const HAIRCUT: Plan = {
  ...{ communityId, title: '周六义务理发', by: { kind: 'residents', name: '一号楼邻居' }, kind: 'elderly' },
  ...{ about: '给行动不便的老人上门理发。\n会理发的带上工具，不会的可以帮忙打扫。', place: '社区活动室门口' },
  ...{ skills: ['理发'], bring: '围布和剪刀', minors: true, risk: '剪刀锋利，请小心使用。', risky: false },
};
const CROSSING: Plan = {
  ...{ communityId, title: '交通文明引导', by: { kind: 'community', name: '小营巷社区' }, kind: 'order' },
  ...{ about: '上学放学时护送孩子过马路。', place: '小学门口', skills: [], minors: false, risky: true },
  ...{ risk: '路口车多，请站在人行道上，穿反光背心。' },
  insurance: { insurer: '人保财险', policy: 'PZ-2026-001', until: '2099-12-31' },
};
const RAILINGS: Plan = {
  ...{ communityId, title: '清洗楼道扶手', by: { kind: 'residents', name: '二号楼邻居' }, kind: 'environment' },
  ...{ about: '周末一起把扶手擦干净。', place: '二号楼门口', skills: [], minors: true, risky: false },
};

/** The shifts of an activity: one to check in to at once, and one each week. */
const weekly = (first: number, slots: number) =>
  [0, 7, 14].map((days) => ({ startsAt: iso(first + days * DAY), endsAt: iso(first + days * DAY + HOUR), slots }));

/** Activities one can sign up for and check in to, one that waits for the worker, and a neighbour who asks for help. */
export const activitiesToCome = async ({ worker, author, neighbours }: Cast): Promise<void> => {
  const soon = Math.ceil(Date.now() / MINUTE) * MINUTE + 20 * MINUTE;
  const planned = async (who: Actor, plan: Plan, first: number) => {
    const { activityId } = await who.act(volunteering.planActivity, plan);
    const shifts = weekly(first, 8);
    const { shiftIds } = await who.act(volunteering.addShifts, { communityId, activityId, shifts });
    return { activityId, shiftIds };
  };
  const haircut = await planned(author, HAIRCUT, soon);
  const crossing = await planned(worker, CROSSING, soon + DAY);
  for (const { activityId } of [haircut, crossing])
    await worker.act(volunteering.publishActivity, { communityId, activityId });
  const [shiftId = ''] = haircut.shiftIds;
  for (const one of neighbours.slice(0, 3))
    await one.act(volunteering.signUp, { communityId, activityId: haircut.activityId, shiftId, riskRead: true });
  const [second = author, third = author] = neighbours.slice(6);
  await planned(second, RAILINGS, soon + 2 * DAY);
  const help = { title: '换一个灯泡', about: '够不着，周末都在家。', kind: 'repair' } as const;
  await third.act(volunteering.askHelp, { communityId, ...help });
};

const MEALS: Plan = {
  ...{ communityId, title: '给独居老人送饭', by: { kind: 'residents', name: '一号楼邻居' }, kind: 'elderly' },
  ...{ about: '每天中午送一次。', place: '社区食堂', skills: [], minors: false, risky: false },
};

/** An hour that was served three hours ago, from the code at the door to the ledger: somebody has hours to look at. */
export const hourServed = async (url: string, setAhead: (ms: number) => void): Promise<void> => {
  const begins = Math.ceil((Date.now() - 3 * HOUR) / MINUTE) * MINUTE;
  const clockTo = (at: number) => setAhead(at - Date.now());
  const codeAt = async (at: number, shift: { activityId: string; shiftId: string }) => {
    const desk = await (await signIn(url, 'author')).act(volunteering.readDesk, { communityId, ...shift });
    const window = Math.floor(at / WINDOW_MS);
    return `GZ1.${window.toString(36)}.${(desk.codes[window - desk.firstWindow] ?? '').slice(0, -6)}`;
  };
  clockTo(begins - 2 * MINUTE);
  const organiser = await signIn(url, 'author');
  const { activityId } = await organiser.act(volunteering.planActivity, MEALS);
  const shifts = [{ startsAt: iso(begins), endsAt: iso(begins + HOUR), slots: 5 }];
  const { shiftIds } = await organiser.act(volunteering.addShifts, { communityId, activityId, shifts });
  await (await signIn(url, 'worker')).act(volunteering.publishActivity, { communityId, activityId });
  const shift = { activityId, shiftId: shiftIds[0] ?? '' };
  const volunteer = await signIn(url, 'n001');
  await volunteer.act(volunteering.signUp, { communityId, ...shift });
  const arrival = await codeAt(begins - 2 * MINUTE, shift);
  await volunteer.act(volunteering.checkIn, { communityId, ...shift, code: arrival });
  clockTo(begins + HOUR + 2 * MINUTE);
  const leaving = await codeAt(begins + HOUR + 2 * MINUTE, shift);
  await (await signIn(url, 'n001')).act(volunteering.checkOut, { communityId, ...shift, code: leaving });
  setAhead(0);
};

import type { Input } from '@gongzhi/shared/kernel/contract';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import { api, type Actor } from './api';
import { DEMO } from './people';
import { readShiftCode } from './read-shift-code';
import { at, goTo, until, type Clock } from './demo-clock';

const { exchange, hours, volunteering } = api;
const { communityId } = DEMO;
const HOUR = 60 * MINUTE;
/** Days since the service that is over: longer than a certificate hangs out. */
const PAST = 10;
const SPOT = { lat: 30_255_000, lng: 120_165_000 };
const THERE = { lat: 30.255, lng: 120.165, accuracy: 20, datum: 'gcj02' } as const;

export interface ServiceCast {
  worker: Actor;
  organiser: Actor;
  volunteers: readonly Actor[];
}
type Times = { startsAt: string; endsAt: string; slots: number };

const times = (startsAt: number, lasts: number, slots: number): Times => ({
  ...{ startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + lasts).toISOString() },
  slots,
});

type Plan = Omit<Input<typeof volunteering.planActivity>, 'communityId'>;
const PLANS: Readonly<Record<'haircuts' | 'sweeping' | 'lessons', Plan>> = {
  haircuts: {
    ...{ title: '给老人义务理发', by: { kind: 'residents', name: '一号楼邻居' }, kind: 'elderly' },
    ...{ about: '请会理发的邻居带上工具，不会的可以帮忙打扫、陪老人说话。', place: '社区活动室' },
    ...{ spot: SPOT, skills: ['理发'], bring: '围布和剪刀', minors: false, risky: false },
  },
  sweeping: {
    ...{ title: '清扫一号楼楼道', by: { kind: 'residents', name: '一号楼邻居' }, kind: 'environment' },
    ...{ about: '把楼道和扶手擦一遍，清走堆放的杂物。', place: '1号楼门口', spot: SPOT },
    ...{ skills: [], minors: true, risk: '楼梯湿滑，请穿防滑的鞋。', risky: false },
  },
  lessons: {
    ...{ title: '教老人用手机', by: { kind: 'community', name: '社区' }, kind: 'elderly' },
    ...{
      about: '一对一教老人挂号、缴费和视频通话。',
      place: '社区活动室二楼',
      skills: [],
      minors: false,
      risky: false,
    },
  },
};

const plan = async (organiser: Actor, of: keyof typeof PLANS, shifts: Times[]) => {
  const { activityId } = await organiser.act(volunteering.planActivity, { communityId, ...PLANS[of] });
  const { shiftIds } = await organiser.act(volunteering.addShifts, { communityId, activityId, shifts });
  return { activityId, shiftIds };
};
const publish = (worker: Actor, activityId: string) =>
  worker.act(volunteering.publishActivity, { communityId, activityId });

/** Everybody comes five minutes before the shift and goes when it ends; resolves when their hours are there. */
export const serveShift = async (
  { worker, organiser, volunteers }: ServiceCast,
  {
    of,
    startsAt,
    lasts = 2 * HOUR,
    slots = 10,
  }: { of: keyof typeof PLANS; startsAt: number; lasts?: number; slots?: number },
  setAhead: Clock,
): Promise<string> => {
  goTo(setAhead, startsAt - DAY);
  const { activityId, shiftIds } = await plan(organiser, of, [times(startsAt, lasts, slots)]);
  await publish(worker, activityId);
  const shift = { communityId, activityId, shiftId: shiftIds[0] ?? '' };
  for (const one of volunteers) await one.act(volunteering.signUp, shift);
  const coming = await readShiftCode(organiser, shift, goTo(setAhead, startsAt - 5 * MINUTE));
  for (const one of volunteers) await one.act(volunteering.checkIn, { ...shift, code: coming, position: THERE });
  const going = await readShiftCode(organiser, shift, goTo(setAhead, startsAt + lasts));
  for (const one of volunteers) await one.act(volunteering.checkOut, { ...shift, code: going });
  for (const one of volunteers)
    await until(async () => {
      const { items } = await one.act(hours.listMyEntries, { communityId });
      return items.some((entry) => entry.activityId === activityId);
    });
  return activityId;
};

/** A shift under a rule for points from the day before; resolves when the points are there. */
const serveForPoints = async (cast: ServiceCast, startsAt: number, setAhead: Clock) => {
  const from = dayInChina(new Date(startsAt - DAY));
  const rule = { perRecordedHour: 10, perHonoraryHour: 0, from, shownAs: 'points' } as const;
  goTo(setAhead, startsAt - DAY);
  await cast.worker.act(exchange.setRule, { communityId, ...rule });
  const activityId = await serveShift(cast, { of: 'haircuts', startsAt }, setAhead);
  for (const one of cast.volunteers)
    await until(async () => (await one.act(exchange.readAccount, { communityId })).recorded > 0);
  return activityId;
};

/** A shift that was served ten days ago: hours by scanned codes, points for them, thanks, and a certificate that may be printed. */
export const pastService = async (cast: ServiceCast, setAhead: Clock): Promise<void> => {
  const { worker, volunteers } = cast;
  const [first, second] = volunteers;
  if (!first || !second) throw new Error('a shift has volunteers');
  const startsAt = at(-PAST, 9);
  try {
    const activityId = await serveForPoints(cast, startsAt, setAhead);
    const words = '剪得又快又好，还陪我妈妈说了半天话，谢谢您！';
    await second.act(exchange.sendThanks, { communityId, activityId, personId: first.personId, words });
    setAhead(startsAt + DAY - Date.now());
    await worker.act(hours.issueCertificates, {
      ...{ communityId, fromDay: dayInChina(new Date(startsAt - DAY)), toDay: dayInChina(new Date(startsAt)) },
      ...{ volunteers: [{ volunteerId: first.personId }], issuer: '小营巷社区居民委员会' },
      ...{ responsible: '李静', handler: '李静', contact: '社区服务站' },
    });
  } finally {
    setAhead(0);
  }
};

/** What is to come: shifts in the next days, one activity that waits to be published, and a neighbour's request. */
export const comingService = async ({ worker, organiser, volunteers }: ServiceCast): Promise<void> => {
  const mornings = [1, 3, 5].map((days) => times(at(days, 9), 2 * HOUR, 8));
  const { activityId, shiftIds } = await plan(organiser, 'sweeping', mornings);
  await publish(worker, activityId);
  for (const one of volunteers.slice(0, 3))
    await one.act(volunteering.signUp, { communityId, activityId, shiftId: shiftIds[0] ?? '', riskRead: true });
  await plan(organiser, 'lessons', [times(at(4, 14), 2 * HOUR, 6)]);
  const [asking] = volunteers.slice(-1);
  const help = { title: '换厨房的灯泡', about: '灯坏了两天，家里只有老人，够不着。', kind: 'repair' } as const;
  await asking?.act(volunteering.askHelp, { communityId, ...help });
};

import type { Route } from '@gongzhi/shared/kernel/contract';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import { addressOf, api, type Actor } from '../demo/api';
import { DEMO, PEOPLE } from '../demo/people';
import { readShiftCode } from '../demo/read-shift-code';
import { countUnits, type Consumed } from './count-units';
import { driveLoad, type Sample, type Wanted } from './drive-load';
import { failLoudly, settleMany } from './measure-crowd';
import { makeResidents, type Council } from './settle-council';
import { startHost, type Host } from './start-host';

const { hours, volunteering } = api;
const { communityId } = DEMO;
const LASTS = 10 * MINUTE;
/** From now to a shift's start: time enough to sign up. */
const UNTIL = MINUTE;
const CERTIFICATES = 5;
/** Who sign in at once: what is measured comes afterwards. */
const AT_ONCE = 4;
const SPOT = { lat: 30_250_000, lng: 120_170_000 };
const HERE = { lat: 30.25, lng: 120.17, accuracy: 20, datum: 'gcj02' } as const;

type Ids = { communityId: string; activityId: string; shiftId: string };
/** One step of the crowd: how long it took, and what it consumed. */
export type Step = Sample & Consumed;
/** A shift for which so many sign up, come and go through the whole local stack. */
export interface Service {
  people: number;
  signUp: Step;
  checkIn: Step;
  checkOut: Step;
  /** Minutes that should stand and that do, and how long they took to be entered after the last check-out, in seconds. */
  served: number;
  entered: number;
  enteredSeconds: number;
  /** Issuing a certificate and drawing its sheet, milliseconds, the first with everything loaded for it. */
  firstCertificate: number;
  certificate: number;
}

const planShift = async ({ worker, chair }: Council, slots: number): Promise<Ids> => {
  const { activityId } = await chair.act(volunteering.planActivity, {
    ...{ communityId, title: '全小区大扫除', by: { kind: 'community', name: '社区' }, kind: 'environment' },
    ...{ about: '各楼一起打扫。', place: '中心花园', spot: SPOT, skills: [], minors: false, risky: false },
  });
  const startsAt = Date.now() + UNTIL;
  const times = { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + LASTS).toISOString(), slots };
  const { shiftIds } = await chair.act(volunteering.addShifts, { communityId, activityId, shifts: [times] });
  await worker.act(volunteering.publishActivity, { communityId, activityId });
  return { communityId, activityId, shiftId: shiftIds[0] ?? '' };
};

const allAsk = (route: Route, input: Record<string, unknown>, people: readonly Actor[]): Wanted[] => {
  const { path, rest } = addressOf(route, input);
  return people.map(({ token }) => ({ path, token, body: rest }));
};

/** Milliseconds it takes to issue a certificate to one person and to draw its sheet. */
const certify = async (worker: Actor, volunteerId: string): Promise<number> => {
  const today = dayInChina(new Date());
  const tomorrow = dayInChina(new Date(Date.now() + 24 * 60 * MINUTE));
  const from = performance.now();
  const { batchId } = await worker.act(hours.issueCertificates, {
    ...{ communityId, fromDay: today, toDay: tomorrow, volunteers: [{ volunteerId }] },
    ...{ issuer: '小营巷社区居民委员会', responsible: '李静', handler: '李静', contact: '社区服务站' },
  });
  await worker.act(hours.printBatch, { communityId, batchId });
  return performance.now() - from;
};
const certifySome = async ({ worker, residents }: Council): Promise<number[]> => {
  const rule = await worker.act(hours.readRule, { communityId });
  await worker.act(hours.changeRule, { communityId, ...rule, publicityDays: 0 });
  const took: number[] = [];
  for (const { personId } of residents.slice(0, CERTIFICATES)) took.push(await certify(worker, personId));
  return took;
};

const serve = async (host: Host, council: Council, units: ReturnType<typeof countUnits>): Promise<Service> => {
  const { chair, worker, residents } = council;
  const ids = await planShift(council, residents.length);
  const all = async (name: 'signUp' | 'checkIn' | 'checkOut', input: Record<string, unknown>): Promise<Step> => {
    const sample = await driveLoad(host.url, allAsk(volunteering[name], input, residents), 16, failLoudly);
    return { ...sample, ...units.of(name) };
  };
  const signUp = await all('signUp', ids);
  const checkIn = await all('checkIn', { ...ids, code: await readShiftCode(chair, ids, 0), position: HERE });
  const ahead = UNTIL + LASTS + MINUTE;
  await host.setAhead(ahead);
  const checkOut = await all('checkOut', { ...ids, code: await readShiftCode(chair, ids, ahead) });
  const from = performance.now();
  await host.idle();
  const enteredSeconds = (performance.now() - from) / 1_000;
  const month = dayInChina(new Date()).slice(0, 7);
  const { total } = await worker.act(hours.readStatistics, { communityId, month });
  const [firstCertificate = 0, ...others] = await certifySome(council);
  const certificate = Math.max(...others);
  const served = (residents.length * LASTS) / MINUTE;
  const figures = { served, entered: total?.minutes ?? 0, enteredSeconds, firstCertificate, certificate };
  return { people: residents.length, signUp, checkIn, checkOut, ...figures };
};

/** So many people take part in one shift; what stands for them is held against what they served. */
export const measureService = async (cdkOut: string, count: number): Promise<Service> => {
  const people = makeResidents(count);
  const units = countUnits();
  const seed = { people: [...PEOPLE, ...people], present: true };
  const host = await startHost({ cdkOut, fast: true, verbose: true, wechat: seed }, units.hear);
  try {
    return await serve(host, await settleMany(host, people, AT_ONCE), units);
  } finally {
    await host.stop();
  }
};

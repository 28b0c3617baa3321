import { signIn, type Actor } from '@gongzhi/local/demo/api';
import { DEMO, PEOPLE } from '@gongzhi/local/demo/people';
import { importRoll, inviteWorker, join, openPlaces } from '@gongzhi/local/demo/seed-directory';
import { exchange } from '@gongzhi/shared/exchange/contract';
import { hours } from '@gongzhi/shared/hours/contract';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { WINDOW_MS } from '@gongzhi/shared/kernel/service/pass';
import { lookAt, LOOKS, phonesToLookWith } from './look-at';
import { Person } from './person';
import { startWorld, type World } from './world';

const { communityId } = DEMO;
jest.setTimeout(240_000);

/** An activity is served, and what comes of it: hours in the ledger, points, a correction, a certificate. */
let world: World;
let office: Actor;
let volunteer: Actor;
let shift: { activityId: string; shiftId: string };
const demo = (key: string) => PEOPLE.find((p) => p.key === key) ?? PEOPLE[0]!;
const path = (page: string, more: Record<string, string> = {}) =>
  `/hours/${page}/index?${new URLSearchParams({ communityId, ...more }).toString()}`;
const iso = (at: number) => new Date(at).toISOString();

const until = async <T>(ask: () => Promise<T | undefined | false>): Promise<T> => {
  for (let looks = 0; looks < 300; looks += 1) {
    const found = await ask();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it never came');
};
/** What the organiser's phone shows at an instant. */
const codeAt = async (organiser: Actor, at: number) => {
  const { firstWindow, codes } = await organiser.act(volunteering.readDesk, { communityId, ...shift });
  const window = Math.floor(at / WINDOW_MS);
  return `GZ1.${window.toString(36)}.${(codes[window - firstWindow] ?? '').slice(0, -6)}`;
};

beforeAll(async () => {
  world = await startWorld();
  const { url, openingKey } = world.cloud;
  office = await inviteWorker(url, await openPlaces(url, openingKey));
  await importRoll(office, 24);
  const organiser = await join(url, demo('author'));
  volunteer = await join(url, demo('n001'));
  const points = { perRecordedHour: 10, perHonoraryHour: 4, from: dayInChina(new Date()), shownAs: 'points' } as const;
  await office.act(exchange.setRule, { communityId, ...points });
  const { activityId } = await organiser.act(volunteering.planActivity, {
    ...{ communityId, title: '给独居老人送饭', by: { kind: 'residents', name: '一号楼邻居' }, kind: 'elderly' },
    ...{ about: '每天中午送一次。', place: '社区食堂', skills: [], minors: false, risky: false },
  });
  const startsAt = Math.ceil(Date.now() / MINUTE) * MINUTE + 2 * MINUTE;
  const times = { startsAt: iso(startsAt), endsAt: iso(startsAt + 60 * MINUTE), slots: 5 };
  const { shiftIds } = await organiser.act(volunteering.addShifts, { communityId, activityId, shifts: [times] });
  shift = { activityId, shiftId: shiftIds[0] ?? '' };
  await office.act(volunteering.publishActivity, { communityId, activityId });
  await volunteer.act(volunteering.signUp, { communityId, ...shift });
  const arrival = { communityId, ...shift, code: await codeAt(organiser, Date.now()) };
  await volunteer.act(volunteering.checkIn, arrival);
  world.cloud.setAhead(startsAt + 65 * MINUTE - Date.now());
  const leaving = await signIn(url, 'n001');
  const code = await codeAt(await signIn(url, 'author'), startsAt + 65 * MINUTE);
  await leaving.act(volunteering.checkOut, { communityId, ...shift, code });
  world.cloud.setAhead(0);
});
afterAll(() => world?.stop());

const phone = async (key: string) => {
  const person = new Person(await world.phone(), world.cloud.url, key);
  await person.comeBack();
  return person;
};
const looked = phonesToLookWith(phone);

test('an hour served is an hour in the ledger and points in the account, by nobody’s hand', async () => {
  const totals = await until(async () => {
    const now = await volunteer.act(hours.readMyTotals, { communityId });
    return now.recorded === 60 && now;
  });
  expect(totals).toMatchObject({ recorded: 60, honorary: 0 });
  await until(async () => (await volunteer.act(exchange.readAccount, { communityId })).recorded === 60);
  const { items } = await volunteer.act(hours.listMyEntries, { communityId });
  expect(items).toMatchObject([{ minutes: 60, grade: 'scanned', title: '给独居老人送饭' }]);
});

test('a correction is asked for and answered, a certificate is issued, and anybody may verify it', async () => {
  const [me, works] = await Promise.all([phone('n001'), phone('worker')]);
  await me.go(path('mine'));
  await me.sees('给独居老人送饭');
  await me.shoot('hours-mine');
  await me.tap('申请更正《给独居老人送饭》');
  await me.fill('小时', '0');
  await me.fill('分钟', '50');
  await me.fill('为什么', '提前十分钟走了');
  await me.shoot('hours-correct');
  await me.tap('提交申请');
  await me.sees(/已提交/);
  const { caseId } = await until(async () => (await office.act(hours.listOpenCases, { communityId })).items[0]);
  await works.go(path('case', { caseId }));
  await works.sees('提前十分钟走了');
  await works.shoot('hours-case');
  await works.tap('同意更正');
  await works.fill('理由', '核对过签到表');
  await works.tap('同意更正');
  await until(async () => (await volunteer.act(hours.readMyTotals, { communityId })).recorded === 50);
  await me.go(path('cases'));
  await me.sees('核对过签到表');
  const today = dayInChina(new Date());
  const { batchId } = await office.act(hours.issueCertificates, {
    ...{ communityId, fromDay: today, toDay: today, volunteers: [{ volunteerId: volunteer.personId }] },
    ...{ issuer: '小营巷社区居民委员会', responsible: '李静', handler: '李静', contact: '社区服务站' },
  });
  const { items } = await office.act(hours.readBatch, { communityId, batchId });
  const visitor = new Person(await world.phone(), world.cloud.url, 'n002');
  await visitor.go(path('verify', { number: items[0]?.number ?? '' }));
  await visitor.sees(/公示/);
  await visitor.shoot('hours-verified');
  await Promise.all([me, works, visitor].map(({ page }) => page.close()));
});

test.each(LOOKS)('the pages of hours fit, can be hit and are read aloud at %s', async (name, look, elder) => {
  const [me, works] = await Promise.all([looked('n001', look), looked('worker', look)]);
  const { items: batches } = await office.act(hours.listBatches, { communityId });
  const { items: cases } = await volunteer.act(hours.listMyCases, { communityId });
  const [batchId, caseId] = [String(batches[0]?.batchId), String(cases[0]?.caseId)];
  const pages: [Person, Record<string, string>][] = [
    [
      me,
      {
        ...{ mine: path('mine'), cases: path('cases'), rule: path('rule'), certificates: path('certificates') },
        ...{ verify: path('verify'), publicity: path('publicity'), case: path('case', { caseId }) },
      },
    ],
    [
      works,
      {
        ...{ all: path('cases', { all: '1' }), batches: path('batches'), issue: path('issue'), rules: path('rule') },
        ...{ batch: path('batch', { batchId }), records: path('records'), past: path('past') },
        statistics: path('statistics'),
        honorary: path('honorary', { ...shift, volunteerId: volunteer.personId, name: demo('n001').name }),
      },
    ],
  ];
  expect(await lookAt(pages, { slice: 'hours', name, elder })).toEqual({});
});

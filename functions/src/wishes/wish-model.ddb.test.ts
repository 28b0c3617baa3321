import fc from 'fast-check';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { State } from '@gongzhi/shared/wishes/model';
import { stageWish, type Name, type Stage } from './test-wish';

/**
 * Random acts of two who claim and the wisher, with scans and waiting, against a plain account. After each act the wish stands
 * as the account says for everybody; whoever served counts once a visit, within its window, whatever became of the wish.
 */
let engine: TestTables;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'wishes']);
});
afterAll(() => engine.stop());

const CLAIM_MINUTES = 7 * 24 * 60;
const claimer = fc.integer({ min: 0, max: 1 });
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('claimWish' as const), who: claimer }) },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'arrangeVisit',
        'checkIn',
        'checkOut',
        'markDone',
        'handBack',
        'checkIn',
        'checkOut' as const,
      ),
      who: claimer,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('confirmDone' as const, 'sendBack' as const), who: claimer }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), who: fc.constantFrom(40, 40, 70, CLAIM_MINUTES) }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** The plain account: how it stands, who has it until when, and the visit they arranged. */
interface Account {
  state: State;
  who?: number | undefined;
  until?: number | undefined;
  visit?: { shiftId: string; from: number; to: number; in?: number; out?: number } | undefined;
}
const MINUTE = 60_000;
const stands = ({ state, until = 0 }: Account, now: number): State =>
  state === 'claimed' && until <= now ? 'open' : state;
const isInside = ({ visit }: Account) => visit?.in !== undefined && visit.out === undefined;

/** From half an hour before the visit until its end, to a wish that stands. */
const mayCheckIn = ({ state, visit }: Account, now: number): boolean =>
  visit !== undefined &&
  ['claimed', 'done', 'served'].includes(state) &&
  visit.in === undefined &&
  now >= visit.from - 30 * MINUTE &&
  now <= visit.to;
/** Once, with another code than on arrival, until an hour after the visit. */
const mayCheckOut = ({ visit }: Account, now: number): boolean => {
  if (visit?.in === undefined || visit.out !== undefined) return false;
  const inTime = now >= Math.max(visit.from, visit.in) && now <= visit.to + 60 * MINUTE;
  return inTime && Math.floor(now / 30_000) > Math.floor(visit.in / 30_000);
};

/** What the account allows; the visit's windows are the kernel's own and tested there. */
const allows = (account: Account, { do: what, who }: Act, now: number): boolean => {
  const state = stands(account, now);
  const mine = account.who === who && state === 'claimed';
  switch (what) {
    case 'claimWish':
      return state === 'open';
    case 'arrangeVisit':
    case 'handBack':
      return mine && !isInside(account);
    case 'markDone':
      return mine;
    case 'confirmDone':
      return state === 'claimed' || state === 'done';
    case 'sendBack':
      return account.state === 'done';
    case 'checkIn':
      return account.who === who && mayCheckIn(account, now);
    case 'checkOut':
      return account.who === who && mayCheckOut(account, now);
    default:
      return true;
  }
};
const OPEN: Account = { state: 'open' };
const after = (account: Account, { do: what, who }: Act, now: number, shiftId: string): Account => {
  const { visit } = account;
  const claim = { state: 'claimed' as const, until: now + CLAIM_MINUTES * MINUTE };
  switch (what) {
    case 'claimWish':
      return { ...claim, who };
    case 'arrangeVisit': {
      const [from, to] = [now + 60 * MINUTE, now + 120 * MINUTE];
      return { ...account, until: to + CLAIM_MINUTES * MINUTE, visit: { shiftId, from, to } };
    }
    case 'handBack':
      return OPEN;
    case 'markDone':
      return { ...account, state: 'done' };
    case 'confirmDone':
      return { ...account, state: 'served' };
    case 'sendBack':
      return { ...account, ...claim };
    case 'checkIn':
      return { ...account, visit: visit && { ...visit, in: now } };
    default:
      return what === 'checkOut' ? { ...account, visit: visit && { ...visit, out: now } } : account;
  }
};

const inputOf = (stage: Stage, wishId: string, { do: what }: Act, shiftId: string): object => {
  if (what === 'arrangeVisit') return { wishId, window: stage.inHours(1, 2) };
  if (what === 'handBack' || what === 'sendBack') return { wishId, reason: '有事' };
  if (what !== 'checkIn' && what !== 'checkOut') return { wishId };
  const ids = { activityId: wishId, shiftId };
  return { ...ids, code: stage.code(ids) };
};

const begin = async () => {
  const stage = stageWish(engine.endpoint);
  const worker = await stage.person(['worker']);
  const [wisher, claimers] = [await stage.person(), [await stage.person(), await stage.person()]];
  return { stage, wisher, claimers, wishId: await stage.opened(wisher, worker), account: OPEN, left: 0 };
};
type Run = Awaited<ReturnType<typeof begin>>;

const ask = ({ stage, wishId, wisher, claimers }: Run, one: Act, shiftId: string) => {
  const as = one.do === 'confirmDone' || one.do === 'sendBack' ? wisher : claimers[one.who];
  return stage.call(one.do as Name, { ...inputOf(stage, wishId, one, shiftId) }, { as });
};

/** One act, which is done or refused as the account says. */
const play = async (run: Run, one: Act): Promise<void> => {
  const { stage, account } = run;
  if (one.do === 'wait') return void stage.later(one.who);
  const now = stage.world.now.getTime();
  const shiftId = account.visit?.shiftId ?? stage.id();
  const may = allows(account, one, now);
  const { status, body } = await ask(run, one, shiftId);
  const due = may ? [200, undefined] : [expect.any(Number), expect.any(String)];
  expect([one.do, status, body['refused']]).toEqual([one.do, ...due]);
  if (!may) return;
  if (one.do === 'checkOut') run.left += 1;
  run.account = after(account, one, now, String(body['shiftId'] ?? shiftId));
  stage.later(1);
};

const checkLists = async ({ stage, wishId, wisher, claimers, account }: Run): Promise<void> => {
  const state = stands(account, stage.world.now.getTime());
  expect((await stage.inside(wishId, wisher)).state).toBe(state);
  expect((await stage.list('listOpen')).map((card) => card.wishId)).toEqual(state === 'open' ? [wishId] : []);
  for (const [n, person] of claimers.entries())
    expect(await stage.list('listClaimed', person)).toHaveLength(account.who === n ? 1 : 0);
};

const checkService = ({ stage, left }: Run): void => {
  const settled = stage.said.filter(({ type }) => type === 'wishes.service-settled');
  expect(settled).toHaveLength(left);
  expect(new Set(settled.map(({ subject }) => subject)).size).toBe(left);
  for (const { data } of settled) expect(Number(data['minutes'])).toBeLessThanOrEqual(60);
};

test('in whatever order, everybody sees what the account says, and service counts once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 18 }), async (acts) => {
      const run = await begin();
      for (const one of acts) await play(run, one);
      await checkLists(run);
      checkService(run);
      expect(run.stage.world.errors).toEqual([]);
      run.stage.close();
    }),
    { numRuns: 40 },
  );
}, 300_000);

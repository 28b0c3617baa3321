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

/** What the account allows; the visit's windows are the kernel's own and tested there. */
const allows = (account: Account, { do: what, who }: Act, now: number): boolean => {
  const state = stands(account, now);
  const mine = account.who === who && state === 'claimed';
  const { visit } = account;
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
      return (
        account.who === who &&
        visit !== undefined &&
        ['claimed', 'done', 'served'].includes(account.state) &&
        visit.in === undefined &&
        now >= visit.from - 30 * MINUTE &&
        now <= visit.to
      );
    case 'checkOut':
      return (
        account.who === who &&
        isInside(account) &&
        now >= Math.max(visit?.from ?? 0, visit?.in ?? 0) &&
        now <= (visit?.to ?? 0) + 60 * MINUTE &&
        Math.floor(now / 30_000) > Math.floor((visit?.in ?? 0) / 30_000)
      );
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

test('in whatever order, everybody sees what the account says, and service counts once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 18 }), async (acts) => {
      const stage = stageWish(engine.endpoint);
      const worker = await stage.person(['worker']);
      const [wisher, ...claimers] = [await stage.person(), await stage.person(), await stage.person()];
      const wishId = await stage.opened(String(wisher), worker);
      let account = OPEN;
      let left = 0;
      for (const one of acts) {
        if (one.do === 'wait') {
          stage.later(one.who);
          continue;
        }
        const now = stage.world.now.getTime();
        const as = one.do === 'confirmDone' || one.do === 'sendBack' ? wisher : claimers[one.who];
        const shiftId = account.visit?.shiftId ?? stage.id();
        const may = allows(account, one, now);
        const heard = await stage.call(one.do as Name, { ...inputOf(stage, wishId, one, shiftId) }, { as });
        expect([one.do, heard.status, heard.body['refused']]).toEqual([
          one.do,
          may ? 200 : expect.any(Number),
          may ? undefined : expect.any(String),
        ]);
        if (!may) continue;
        if (one.do === 'checkOut') left += 1;
        account = after(account, one, now, String(heard.body['shiftId'] ?? shiftId));
        stage.later(1);
      }
      const state = stands(account, stage.world.now.getTime());
      expect((await stage.inside(wishId, String(wisher))).state).toBe(state);
      expect((await stage.list('listOpen')).map((card) => card.wishId)).toEqual(state === 'open' ? [wishId] : []);
      for (const [n, person] of claimers.entries()) {
        const listed = (await stage.list('listClaimed', person)).length;
        expect(listed).toBe(account.who === n ? 1 : 0);
      }
      const settled = stage.said.filter(({ type }) => type === 'wishes.service-settled');
      expect(settled).toHaveLength(left);
      expect(new Set(settled.map(({ subject }) => subject)).size).toBe(left);
      for (const { data } of settled) expect(Number(data['minutes'])).toBeLessThanOrEqual(60);
      expect(stage.world.errors).toEqual([]);
      stage.close();
    }),
    { numRuns: 40 },
  );
}, 300_000);

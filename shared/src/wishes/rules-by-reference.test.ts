import fc from 'fast-check';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { Level, State } from './model';
import * as rules from './rules';

/**
 * The rules of a wish beside a slow plain reading of them: every objection there is, in the order in which people are
 * told. Instants are milliseconds around the end of a claim, so that its border is met often.
 */
const END = Date.parse('2026-12-04T10:00:00.000Z');
const DAY = 86_400_000;
const iso = (ms: number) => new Date(END + ms).toISOString();
const refusedBy = (no: { refused: string } | undefined) => no?.refused;
/** The first objection that holds. */
const first = (objections: Record<string, boolean>) => Object.entries(objections).find(([, holds]) => holds)?.[0];

const wishes = fc
  .record({
    state: fc.constantFrom(...State.options, 'claimed' as const, 'claimed' as const),
    wisher: fc.constantFrom('w', 'w', undefined),
    claimer: fc.constantFrom('c', 's', undefined),
  })
  .map(({ state, wisher, claimer }): rules.Facts => {
    const claim = claimer ? { claimerId: claimer, claimedAt: iso(-7 * DAY), claimedUntil: iso(0) } : {};
    return { state, ...(wisher ? { wisherId: wisher } : { behalf: true }), ...claim };
  });
const hands = fc.record({
  personId: fc.constantFrom('w', 'c', 's', 'o'),
  roles: fc.subarray<Role>(['resident', 'worker', 'branchSecretary']),
});
const around = fc.constantFrom(-DAY, -1, 0, 1, DAY).map((ms) => new Date(END + ms));
const visits = fc.constantFrom<rules.Came>(undefined, {}, { inAt: iso(-2) }, { inAt: iso(-2), outAt: iso(-1) });

/** What is true of a wish and of who asks, each said by itself. */
const plainly = (wish: rules.Facts, hand: rules.Hand, now: Date) => {
  const held = wish.state === 'claimed' && Date.parse(wish.claimedUntil ?? iso(-10 * DAY)) > now.getTime();
  const open = wish.state === 'open' || (wish.state === 'claimed' && !held);
  const own = wish.wisherId === hand.personId;
  const worker = hand.roles.includes('worker');
  const claimed = wish.claimerId === hand.personId;
  return { held, open, own, worker, claimed, says: own || (wish.behalf === true && worker && !claimed) };
};

test('a claim that ran out is open again, and no other state changes by itself', () => {
  fc.assert(
    fc.property(wishes, hands, around, (wish, hand, now) => {
      const { held, open } = plainly(wish, hand, now);
      const state = rules.stateOf(wish, now);
      expect([state === 'claimed', state === 'open']).toEqual([held, open]);
      if (wish.state !== 'claimed') expect(state).toBe(wish.state);
    }),
    { numRuns: 300 },
  );
});

test('who may claim', () => {
  fc.assert(
    fc.property(wishes, hands, around, (wish, hand, now) => {
      const { held, open, own, claimed } = plainly(wish, hand, now);
      expect(refusedBy(rules.mayClaim(wish, hand, now))).toBe(
        first({
          ...{ NOT_FOUND: wish.state === 'waiting' || wish.state === 'declined', OWN_WISH: own },
          ...{ ALREADY_DONE: held && claimed, CLAIMED: held, WISH_SHUT: !open },
        }),
      );
    }),
    { numRuns: 500 },
  );
});

test('what only the claimer may: hand back, arrange a visit, say that it is done', () => {
  const startsAt = fc.constantFrom(-2 * DAY, -1, 0, 1, 23 * DAY, 23 * DAY + 1);
  fc.assert(
    fc.property(
      fc.tuple(wishes, hands, around),
      visits,
      startsAt,
      fc.boolean(),
      ([wish, hand, now], came, ms, hasDoor) => {
        const { held, open, claimed } = plainly(wish, hand, now);
        const acting = { NOT_CLAIMER: !claimed || open, WISH_SHUT: !held };
        const IN_VISIT = came?.inAt !== undefined && came.outAt === undefined;
        expect(refusedBy(rules.mayMarkDone(wish, hand, now))).toBe(first(acting));
        expect(refusedBy(rules.mayHandBack(wish, hand, came, now))).toBe(first({ ...acting, IN_VISIT }));
        const visit = { startsAt: iso(ms), came };
        expect(refusedBy(rules.mayArrange({ ...wish, hasDoor }, hand, visit, now))).toBe(
          first({
            ...{ ...acting, IN_VISIT, NO_VISIT_PLACE: !hasDoor, VISIT_PAST: END + ms <= now.getTime() },
            // thirty days from the claim, which was made seven days before it ends
            VISIT_FAR: ms > 23 * DAY,
          }),
        );
      },
    ),
    { numRuns: 600 },
  );
});

test('what the wisher’s side may: decide, confirm, send back, withdraw', () => {
  fc.assert(
    fc.property(wishes, hands, around, (wish, hand, now) => {
      const { held, own, worker, says } = plainly(wish, hand, now);
      const may = { NOT_YOURS: !says };
      expect(refusedBy(rules.mayAnswer(wish, hand))).toBe(first(may));
      expect(refusedBy(rules.mayConfirmDone(wish, hand, now))).toBe(
        first({ ...may, WISH_SHUT: !held && wish.state !== 'done' }),
      );
      expect(refusedBy(rules.maySendBack(wish, hand))).toBe(first({ ...may, NOT_DONE: wish.state !== 'done' }));
      const ended = State.options.filter((state) => !['waiting', 'open', 'claimed'].includes(state));
      expect(refusedBy(rules.mayWithdraw(wish, hand))).toBe(
        first({ NOT_YOURS: !own && !worker, WISH_SHUT: ended.includes(wish.state) }),
      );
      expect(rules.leads(wish, hand)).toBe(own || worker);
      expect(refusedBy(rules.mayDecide(wish))).toBe(first({ ALREADY_DECIDED: wish.state !== 'waiting' }));
    }),
    { numRuns: 500 },
  );
});

test('nobody confirms what they did themselves, whoever they are', () => {
  fc.assert(
    fc.property(wishes, hands, around, (wish, hand, now) => {
      fc.pre(wish.wisherId !== wish.claimerId && wish.claimerId === hand.personId);
      expect(refusedBy(rules.mayConfirmDone(wish, hand, now))).toBe('NOT_YOURS');
      expect(refusedBy(rules.maySendBack(wish, hand))).toBe('NOT_YOURS');
    }),
  );
});

test('a claim holds for seven days to the millisecond, over a year’s end too', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), (from) => {
      const claimedUntil = rules.claimEnd(from.toISOString());
      const at = (ms: number) => rules.stateOf({ state: 'claimed', claimedUntil }, new Date(from.getTime() + ms));
      expect([at(0), at(7 * DAY - 1), at(7 * DAY)]).toEqual(['claimed', 'claimed', 'open']);
    }),
  );
  expect(rules.claimEnd('2026-12-28T16:00:00.000Z')).toBe('2027-01-04T16:00:00.000Z');
});

test('what a claimer is told ends with the claim, and the door is told for a visit alone', () => {
  fc.assert(
    fc.property(wishes, hands, around, fc.boolean(), (wish, hand, now, hasVisit) => {
      const { held } = plainly(wish, hand, now);
      const told = rules.toldToClaimer(wish, hasVisit, now);
      expect(told).toEqual({ callName: held || wish.state === 'done', door: held && hasVisit });
    }),
  );
});

test('each level shows what it says and no more', () => {
  const who = { callName: '王阿姨', building: '3号楼' };
  const shown = Level.options.map((level) => [level, rules.whoShown(level, who)]);
  expect(Object.fromEntries(shown)).toEqual({ named: who, building: { building: '3号楼' }, hidden: undefined });
});

import fc from 'fast-check';
import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { DAY } from '@gongzhi/shared/kernel/time';
import * as rules from './rules';
import type { Answering, Standing } from './rules';

/** The rules beside a slow plain reading of them: every objection there is, in the order in which people are told. */
const NOW = new Date('2026-11-27T02:00:00.000Z');
const at = NOW.toISOString();
const CHINA = 8 * 3_600_000;
const codeOf = (verdict: unknown) => (isRefusal(verdict) ? verdict.refused : verdict);
/** The first objection that holds. */
const first = (objections: Record<string, boolean>) => Object.entries(objections).find(([, holds]) => holds)?.[0];
const maybe = <T>(...some: T[]) => fc.constantFrom(undefined, ...some);
const given = (more: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined));

/** Ends around now and around sixty days from now, in steps that meet each border. */
const end = maybe(-DAY, -1, 0, 1, 30 * DAY, 60 * DAY - 1, 60 * DAY, 61 * DAY, 400 * DAY).map((ms) =>
  ms === undefined ? undefined : new Date(NOW.getTime() + ms).toISOString(),
);
const word = maybe({ at, by: 'app' as const }, { at, by: 'paper' as const });
const standing: fc.Arbitrary<Standing | undefined> = fc.option(
  fc
    .record({
      kind: fc.constantFrom('branch' as const, 'inService' as const, 'retired' as const, 'company' as const),
      state: fc.constantFrom('asked' as const, 'asked' as const, 'valid' as const, 'valid' as const, 'left' as const),
      ...{ unitId: maybe('U', 'V'), validUntil: end, renewAskedAt: maybe(at), organisation: word, community: word },
    })
    .map(({ kind, state, ...more }) => ({ kind, state, branchId: 'B', ...given(more) })),
  { nil: undefined, freq: 8 },
);
const answering: fc.Arbitrary<Answering> = fc.record({
  ...{ personId: fc.constantFrom('A', 'A', 'A', 'M'), memberId: fc.constant('M'), worker: fc.boolean() },
  ...{ unitId: maybe('U', 'V'), branchId: maybe('B', 'C') },
});
type One = Standing | undefined;
const isOver = (one: One) => one?.state === 'valid' && Date.parse(one.validUntil ?? '9999-01-01') <= NOW.getTime();
const counts = (one: One) => one?.state === 'valid' && !isOver(one);
const current = (one: One) => one?.state === 'asked' || counts(one);
const isOwn = (by: Answering) => by.personId === by.memberId;
const speaks = (one: One, by: Answering) =>
  one?.kind === 'branch' ? by.branchId === one.branchId : one?.unitId !== undefined && by.unitId === one.unitId;
const property = (holds: (one: One, by: Answering) => void) =>
  fc.assert(fc.property(standing, answering, holds), { numRuns: 400 });

test('how it stands, whether it is in the lists, and what one does with one’s own', () => {
  property((one) => {
    if (one) expect(rules.stateAt(one, NOW)).toBe(isOver(one) ? 'ended' : one.state);
    expect(rules.isLive(one)).toBe(current(one) || isOver(one));
    expect(codeOf(rules.mayReport(one, NOW))).toBe(first({ ALREADY_REPORTED: current(one) }));
    expect(codeOf(rules.mayChange(one, NOW))).toBe(first({ NOT_REPORTED: !current(one) }));
  });
});

test('another term is asked for once, by whoever counts, from the sixtieth day in China before the end', () => {
  property((one) => {
    const day = (instant: number) => Math.floor((instant + CHINA) / DAY);
    const ends = Date.parse(one?.validUntil ?? at);
    expect(codeOf(rules.mayRenew(one, NOW))).toBe(
      first({
        NOT_REPORTED: !counts(one) || one?.validUntil === undefined,
        ALREADY_DONE: one?.renewAskedAt !== undefined,
        RENEW_LATER: day(ends) - day(NOW.getTime()) > 60,
      }),
    );
  });
});

test('the organisation’s word: in the app from whoever speaks for it, on paper from a worker', () => {
  property((one, by) => {
    for (const how of ['app', 'paper'] as const) {
      const heard = how === 'paper' ? by.worker : speaks(one, by);
      expect(codeOf(rules.mayConfirmOrganisation(one, by, { how, now: NOW }))).toBe(
        first({
          OWN_REPORT: isOwn(by),
          NOT_WAITING: !current(one) || !heard,
          ALREADY_DONE: one?.organisation !== undefined,
          UNIT_IN_WORDS: one?.kind !== 'branch' && one?.unitId === undefined,
        }),
      );
    }
  });
});

test('the community’s word is waited for once, and again for another term', () => {
  property((one, by) => {
    const renewing = counts(one) && one?.renewAskedAt !== undefined;
    expect(codeOf(rules.mayConfirmCommunity(one, by, NOW))).toBe(
      first({
        OWN_REPORT: isOwn(by),
        NOT_WAITING: one?.state !== 'asked' && !renewing,
        ALREADY_DONE: !renewing && one?.community !== undefined,
      }),
    );
  });
});

test('a unit of the list is put in place of its name', () => {
  property((one, by) => {
    expect(codeOf(rules.maySetUnit(one, by))).toBe(
      first({
        OWN_REPORT: isOwn(by),
        NOT_WAITING: one?.state !== 'asked' || one.kind === 'branch',
        ALREADY_DONE: one?.unitId !== undefined,
      }),
    );
  });
});

test('declining ends what waits, keeps what counts, and takes what is over off the lists', () => {
  property((one, by) => {
    const expected = first({
      OWN_REPORT: isOwn(by),
      declined: one?.state === 'asked' && (by.worker || speaks(one, by)),
      left: isOver(one) && by.branchId === 'B',
      kept: counts(one) && one?.renewAskedAt !== undefined && by.worker,
      NOT_WAITING: true,
    });
    expect(codeOf(rules.mayDecline(one, by, NOW))).toBe(expected);
  });
});

test('whoever may not confirm hears the same of a member who waits as of nobody', () => {
  property((one, by) => {
    if (speaks(one, by) || isOwn(by)) return;
    const asks = (of: One) => codeOf(rules.mayConfirmOrganisation(of, by, { how: 'app', now: NOW }));
    expect(asks(one)).toBe(asks(undefined));
    const declines = (of: One) => codeOf(rules.mayDecline(of, { ...by, worker: false, branchId: 'C' }, NOW));
    expect(declines(one)).toBe(declines(undefined));
  });
});

/** A life of report-ins: words given in any order, again or never. What is asked for counts only with both. */
test('whatever order words are given in, it counts from the later of the two, once, and keeps its end', () => {
  const steps = fc.array(fc.constantFrom('organisation' as const, 'community' as const), { maxLength: 8 });
  const asked: Standing = { kind: 'inService', state: 'asked', branchId: 'B', unitId: 'U' };
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 36 }), (words, months) => {
      let one = asked;
      for (const [n, which] of words.entries()) {
        const now = new Date(NOW.getTime() + n * DAY);
        one = rules.confirmed(one, { [which]: { at: now.toISOString(), by: 'app' } }, { months, now });
      }
      const both = Math.max(words.indexOf('organisation'), words.indexOf('community'));
      const whole = words.includes('organisation') && words.includes('community');
      expect([one.state, one.since]).toEqual(
        whole ? ['valid', new Date(NOW.getTime() + both * DAY).toISOString()] : ['asked', undefined],
      );
      expect(one.validUntil === undefined).toBe(!whole);
      // what is not of its time stays as it was
      expect(one).toMatchObject({ kind: 'inService', branchId: 'B', unitId: 'U' });
    }),
  );
});

import type { Refusal } from '@gongzhi/shared/kernel/refusals';
import * as fc from 'fast-check';
import { Level, State } from './model';
import {
  claimEnd,
  leads,
  mayAnswer,
  mayArrange,
  mayClaim,
  mayConfirmDone,
  mayDecide,
  mayHandBack,
  mayMarkDone,
  maySendBack,
  mayWish,
  mayWithdraw,
  partOf,
  stateOf,
  toldToClaimer,
  whoShown,
  type Facts,
} from './rules';
import { WISHES } from './rule-sets';

const NOW = new Date('2026-11-27T10:00:00.000Z');
const day = (n: number) => new Date(NOW.getTime() + n * 86_400_000).toISOString();
const hand = (personId: string, ...roles: ('worker' | 'resident')[]) => ({ personId, roles });
const [wisher, claimer, other, worker] = [hand('w'), hand('c'), hand('o'), hand('s', 'worker')];
const wish = (state: State, more: Partial<Facts> = {}): Facts => ({ state, wisherId: 'w', ...more });
const claimed = (until = day(1), more: Partial<Facts> = {}) =>
  wish('claimed', { claimerId: 'c', claimedAt: day(-1), claimedUntil: until, ...more });
const done = wish('done', { claimerId: 'c', claimedAt: day(-1), claimedUntil: day(1) });
const ranOut = claimed(day(-1));
const code = (no: Refusal | undefined) => no?.refused;

test('a claim holds until its instant and is open from it on, without anything being written', () => {
  expect(stateOf(claimed(NOW.toISOString()), NOW)).toBe('open');
  expect(stateOf(claimed(new Date(NOW.getTime() + 1).toISOString()), NOW)).toBe('claimed');
  expect(stateOf({ ...ranOut, state: 'done' }, NOW)).toBe('done');
  expect(claimEnd(NOW.toISOString())).toBe(day(WISHES.claimDays.value));
});

test.each([
  [0, undefined],
  [WISHES.budgetFen.value, undefined],
  [WISHES.budgetFen.value + 1, 'BUDGET_OVER'],
])('a wish for %i fen: %s', (budget, refused) => expect(code(mayWish({ budget }))).toBe(refused));
test('what it may cost is said in yuan', () => expect(mayWish({ budget: 99_999 })?.facts).toEqual({ yuan: 200 }));

test.each([
  ['waiting', wish('waiting'), claimer, 'NOT_FOUND'],
  ['waiting, one’s own', wish('waiting'), wisher, 'NOT_FOUND'],
  ['declined', wish('declined'), claimer, 'NOT_FOUND'],
  ['open', wish('open'), claimer, undefined],
  ['open, one’s own', wish('open'), wisher, 'OWN_WISH'],
  ['open, of somebody without a phone', { state: 'open' as const, behalf: true }, worker, undefined],
  ['claimed by another', claimed(), other, 'CLAIMED'],
  ['claimed by oneself', claimed(), claimer, 'ALREADY_DONE'],
  ['claimed, and it ran out', ranOut, other, undefined],
  ['claimed by oneself, and it ran out', ranOut, claimer, undefined],
  ['done', done, other, 'WISH_SHUT'],
  ['served', wish('served', { claimerId: 'c' }), other, 'WISH_SHUT'],
  ['withdrawn', wish('withdrawn'), other, 'WISH_SHUT'],
])('claiming what is %s', (_, facts, who, refused) => expect(code(mayClaim(facts, who, NOW))).toBe(refused));

const [inside, gone] = [{ inAt: day(-1) }, { inAt: day(-1), outAt: day(-1) }];
test.each([
  ['the claimer', claimed(), claimer, undefined, undefined],
  ['another', claimed(), other, undefined, 'NOT_CLAIMER'],
  ['the wisher', claimed(), wisher, undefined, 'NOT_CLAIMER'],
  ['the claimer when it ran out', ranOut, claimer, undefined, 'NOT_CLAIMER'],
  ['the claimer from within a visit', claimed(), claimer, inside, 'IN_VISIT'],
  ['the claimer after a visit', claimed(), claimer, gone, undefined],
  ['the claimer when done', done, claimer, undefined, 'WISH_SHUT'],
])('handing back by %s', (_, facts, who, came, refused) =>
  expect(code(mayHandBack(facts, who, came, NOW))).toBe(refused),
);
test.each([
  ['the claimer', claimed(), claimer, undefined],
  ['another', claimed(), other, 'NOT_CLAIMER'],
  ['the claimer twice', done, claimer, 'WISH_SHUT'],
  ['the claimer when it ran out', ranOut, claimer, 'NOT_CLAIMER'],
])('saying that it is done, by %s', (_, facts, who, refused) =>
  expect(code(mayMarkDone(facts, who, NOW))).toBe(refused),
);

test.each([
  ['tomorrow', day(1), undefined, true, undefined],
  ['in thirty days from the claim', day(29), undefined, true, undefined],
  ['later', day(29.1), undefined, true, 'VISIT_FAR'],
  ['now', NOW.toISOString(), undefined, true, 'VISIT_PAST'],
  ['where there is no door', day(1), undefined, false, 'NO_VISIT_PLACE'],
  ['from within another', day(1), inside, true, 'IN_VISIT'],
  ['after another', day(1), gone, true, undefined],
])('a visit %s', (_, startsAt, came, hasDoor, refused) =>
  expect(code(mayArrange({ ...claimed(), hasDoor }, claimer, { startsAt, came }, NOW))).toBe(refused),
);

const forThem: Facts = { state: 'done', behalf: true, claimerId: 'c' };
test.each([
  ['the wisher', done, wisher, undefined],
  ['the claimer', done, claimer, 'NOT_YOURS'],
  ['a worker', done, worker, 'NOT_YOURS'],
  ['a worker for somebody without a phone', forThem, worker, undefined],
  ['a worker who did it', { ...forThem, claimerId: 's' }, worker, 'NOT_YOURS'],
  ['anybody else for them', forThem, other, 'NOT_YOURS'],
])('whose word counts: %s', (_, facts, who, refused) => expect(code(mayAnswer(facts, who))).toBe(refused));

test.each(
  State.options.map((state) => {
    const facts = wish(state, { claimerId: 'c', claimedUntil: day(1) });
    const may = [
      mayDecide(facts),
      mayConfirmDone(facts, wisher, NOW),
      maySendBack(facts, wisher),
      mayWithdraw(facts, wisher),
    ];
    return [state, may.map((no) => (no ? no.refused : 'yes'))] as const;
  }),
)('in state %s: %j', (state, said) => {
  const table: Record<State, string[]> = {
    waiting: ['yes', 'WISH_SHUT', 'NOT_DONE', 'yes'],
    open: ['ALREADY_DECIDED', 'WISH_SHUT', 'NOT_DONE', 'yes'],
    claimed: ['ALREADY_DECIDED', 'yes', 'NOT_DONE', 'yes'],
    done: ['ALREADY_DECIDED', 'yes', 'yes', 'WISH_SHUT'],
    served: ['ALREADY_DECIDED', 'WISH_SHUT', 'NOT_DONE', 'WISH_SHUT'],
    declined: ['ALREADY_DECIDED', 'WISH_SHUT', 'NOT_DONE', 'WISH_SHUT'],
    withdrawn: ['ALREADY_DECIDED', 'WISH_SHUT', 'NOT_DONE', 'WISH_SHUT'],
  };
  expect(said).toEqual(table[state]);
});
test('a wish is confirmed only while the claim holds, and withdrawn by its side alone', () => {
  expect(code(mayConfirmDone(ranOut, wisher, NOW))).toBe('WISH_SHUT');
  expect([wisher, worker, claimer].map((who) => code(mayWithdraw(claimed(), who)))).toEqual([
    ...[undefined, undefined, 'NOT_YOURS'],
  ]);
  expect([wisher, worker, claimer, other].map((who) => leads(done, who))).toEqual([true, true, false, false]);
});

test('each reader stands in one part, and a worker in theirs only when they say so', () => {
  const parts = (asWorker: boolean) => [wisher, claimer, worker, other].map((who) => partOf(claimed(), who, asWorker));
  expect(parts(false)).toEqual(['wisher', 'claimer', undefined, undefined]);
  expect(parts(true)).toEqual(['wisher', 'claimer', 'worker', undefined]);
});
test.each([
  ['claimed', claimed(), false, { callName: true, door: false }],
  ['claimed with a visit', claimed(), true, { callName: true, door: true }],
  ['run out', ranOut, true, { callName: false, door: false }],
  ['done', done, true, { callName: true, door: false }],
  ['served', wish('served', { claimerId: 'c' }), true, { callName: false, door: false }],
  ['withdrawn', wish('withdrawn', { claimerId: 'c' }), true, { callName: false, door: false }],
])('a claimer of what is %s is told what they need', (_, facts, hasVisit, told) =>
  expect(toldToClaimer(facts, hasVisit, NOW)).toEqual(told),
);

test('nobody is shown more of whose wish it is than its level lets', () => {
  const words = fc.string({ minLength: 1 });
  fc.assert(
    fc.property(
      fc.constantFrom(...Level.options),
      words,
      fc.option(words, { nil: undefined }),
      (level, callName, building) => {
        const shown = whoShown(level, { callName, building });
        expect(Object.keys(shown ?? {}).every((field) => field === 'callName' || field === 'building')).toBe(true);
        expect(shown?.callName === undefined || level === 'named').toBe(true);
        expect(shown?.building === undefined || level !== 'hidden').toBe(true);
      },
    ),
  );
  expect(whoShown('building', { callName: '王阿姨' })).toBeUndefined();
});

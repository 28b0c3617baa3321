import type { Role } from '@gongzhi/shared/kernel/contract';
import * as fc from 'fast-check';
import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { MOST, type Gate } from './definition';
import { DEFAULT_ID, PROCEDURES, gatesOf, procedureOf } from './definitions';
import { carried, judge, mayCarry, mayDo, mayObject, mayVote, nextOf } from './gates';
import { AT, beginning, complete, evidence } from './test-way';

const NOW = new Date('2026-12-20T02:00:00.000Z');
const council = procedureOf(DEFAULT_ID)!;
const owners = procedureOf('owners-2021-1')!;
const votesOn = PROCEDURES.filter(({ ruleIds }) => ruleIds.length > 0);
const anyProcedure = fc.constantFrom(...PROCEDURES);

describe('no step is skipped', () => {
  test('whatever evidence there is, a gate is passed only when every gate before it is', () => {
    fc.assert(
      fc.property(
        anyProcedure,
        fc.infiniteStream(fc.boolean()),
        fc.nat(3),
        fc.boolean(),
        (procedure, coin, open, agenda) => {
          const some = gatesOf(procedure).filter(() => coin.next().value);
          const judged = judge(
            procedure,
            beginning(procedure, {
              evidence: Object.fromEntries(some.map(({ gateId }) => [gateId, evidence()])),
              objections: { raised: 3, answered: 3 - open },
              matter: { supports: 5, threshold: 5, ...(agenda ? { agendaAt: AT } : {}) },
            }),
            NOW,
          );
          const states = judged.map(({ state }) => state);
          const first = states.findIndex((state) => state !== 'passed');
          expect(states.slice(first < 0 ? states.length : first + 1)).not.toContain('passed');
          expect(states.slice(first < 0 ? states.length : first + 1)).not.toContain('open');
        },
      ),
    );
  });

  test.each(votesOn.map((procedure) => [procedure.name, procedure] as const))(
    '%s: a vote may be opened when all before it is done, and not when any one of it is missing',
    (_, procedure) => {
      const whole = complete(procedure);
      const asked = { ruleId: procedure.ruleIds[0]!, now: NOW };
      const { vote: _vote, ...before } = whole.evidence;
      expect(mayVote(procedure, { ...whole, evidence: before }, asked)).toBeUndefined();
      const gates = gatesOf(procedure);
      const early = gates.slice(
        0,
        gates.findIndex(({ kind }) => kind === 'vote'),
      );
      for (const { gateId, kind } of early.filter(({ kind }) => kind !== 'objections' && kind !== 'supporters')) {
        const { [gateId]: _gone, ...rest } = before;
        expect([gateId, kind, mayVote(procedure, { ...whole, evidence: rest }, asked)?.refused]).toEqual([
          ...[gateId, kind, 'STEP_BLOCKED'],
        ]);
      }
      const unsupported = { ...whole, evidence: before, matter: { supports: 4, threshold: 5 } };
      const asks = early.some(({ kind }) => kind === 'supporters');
      expect(mayVote(procedure, unsupported, asked)?.refused).toBe(asks ? 'STEP_BLOCKED' : undefined);
    },
  );

  test('a rule set that the procedure does not vote by is refused, also when every step is done', () => {
    for (const procedure of votesOn)
      expect(mayVote(procedure, complete(procedure), { ruleId: 'nothing', now: NOW })?.refused).toBe('RULE_UNKNOWN');
    const hearing = procedureOf('hearing-2026-1')!;
    expect(mayVote(hearing, complete(hearing), { ruleId: council.ruleIds[0]!, now: NOW })?.refused).toBe(
      'RULE_UNKNOWN',
    );
  });

  test('one objection without an answer holds the vote, and the sentence says so', () => {
    const whole = complete(council);
    const open = { ...whole, objections: { raised: 2, answered: 1 } };
    expect(mayVote(council, open, { ruleId: council.ruleIds[0]!, now: NOW })).toMatchObject({
      refused: 'STEP_BLOCKED',
      facts: { step: '答复异议', why: '还有 1 条异议没有答复' },
    });
  });
});

describe('days', () => {
  const running = (endsAt: string) => ({
    ...complete(owners),
    evidence: { notice: evidence({ endsAt }) },
  });
  test.each([
    [-1, 'STEP_BLOCKED'],
    [0, undefined],
    [1, undefined],
  ] as const)('a notice lets the vote begin %i ms after its end: %s', (ms, refused) => {
    const now = new Date(Date.parse('2026-12-12T16:00:00.000Z') + ms);
    expect(mayVote(owners, running('2026-12-12T16:00:00.000Z'), { ruleId: 'owners-grave-2021-1', now })?.refused).toBe(
      refused,
    );
  });
  test('while it runs the page knows when it is over, and it is not to be published again', () => {
    const judged = judge(owners, running('2026-12-31T16:00:00.000Z'), NOW);
    expect(nextOf(judged)).toMatchObject({ state: 'closed', earliest: '2026-12-31T16:00:00.000Z' });
    expect(mayDo(judged, { gateId: 'notice', kinds: ['notice'], roles: ['worker'] })).toEqual({
      refused: 'ALREADY_DONE',
    });
  });
});

describe('a meeting', () => {
  const hearing = procedureOf('hearing-2026-1')!;
  const ended = '2026-12-01T16:00:00.000Z';
  const at = (gone: string, facts: object) => {
    const held = evidence({ at: gone, facts: { kind: 'hearing', present: 9, ...facts } });
    const whole = { ...complete(hearing), evidence: { notice: evidence({ endsAt: ended }), heard: held } };
    return judge(hearing, whole, NOW).find(({ gate }) => gate.kind === 'heard');
  };
  test.each([
    ['after its notice had run', '2026-12-01T16:00:00.000Z', {}, 'passed', undefined],
    ['a moment before', '2026-12-01T15:59:59.999Z', {}, 'open', '会议开在通知满期之前，要重新开会'],
    ['with nobody there', '2026-12-05T02:00:00.000Z', { present: 0 }, 'open', '会上没有人到场'],
    ['of another kind', '2026-12-05T02:00:00.000Z', { kind: 'council' }, 'open', '还没有开过这种会议'],
  ])('%s', (_, gone, facts, state, why) => {
    expect(at(gone, facts)).toMatchObject({ state, ...(why ? { why } : {}) });
  });
});

describe('what was decided is carried out', () => {
  const decided = (procedure: typeof council, result: string) => {
    const { completed: _c, reviewed: _r, ...before } = complete(procedure).evidence;
    return { ...complete(procedure), evidence: { ...before, result: evidence({ endsAt: result }) } };
  };
  test.each(
    PROCEDURES.filter((one) => gatesOf(one).some(({ kind }) => kind === 'completed')).map(
      (one) => [one.name, one] as const,
    ),
  )('%s: not before its result has hung out, and then at once', (_, procedure) => {
    expect(mayCarry(procedure, decided(procedure, '2026-12-31T16:00:00.000Z'), NOW)?.refused).toBe('STEP_BLOCKED');
    expect(mayCarry(procedure, decided(procedure, NOW.toISOString()), NOW)).toBeUndefined();
    expect(mayCarry(procedure, complete(procedure), NOW)).toBeUndefined();
    expect(mayCarry(procedure, beginning(procedure), NOW)?.refused).toBe('STEP_BLOCKED');
  });
});

describe('a step on the spot', () => {
  const gate = { shares: MOST } as Gate;
  test.each([
    [30, 15, 15, false],
    [30, 16, 8, false],
    [30, 16, 9, true],
    [31, 16, 9, true],
    [0, 0, 0, false],
    [1, 1, 1, true],
  ])('%i entitled, %i there, %i for: %s', (entitled, present, agreed, good) => {
    expect(carried(gate, { entitled, present, agreed })).toBe(good);
  });
  test('more than half is more than half: as counting one by one says', () => {
    const half = (part: number, whole: number) => part > whole - part;
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (entitled, present, agreed) => {
        expect(carried(gate, { entitled, present, agreed })).toBe(half(present, entitled) && half(agreed, present));
      }),
    );
  });
  test('a step out of turn is refused with what is missing; a gate of another kind is not there', () => {
    const four = procedureOf('four-and-two-2026-1')!;
    const judged = judge(four, beginning(four), NOW);
    const ask = (gateId: string, roles: readonly Role[]) => mayDo(judged, { gateId, kinds: ['recorded'], roles });
    expect(isRefusal(ask('propose', ['branchSecretary']))).toBe(false);
    expect(ask('propose', ['worker', 'chair'])).toEqual({
      refused: 'NOT_YOUR_STEP',
      facts: { step: '党组织提议', by: '党支部书记记录' },
    });
    expect(ask('consult', ['worker'])).toMatchObject({
      refused: 'STEP_BLOCKED',
      facts: { step: '两委会商议' },
    });
    expect(ask('vote', ['branchSecretary'])).toEqual({ refused: 'NOT_FOUND' });
  });
});

test('objections are raised while a publicity runs, not before and not after', () => {
  const at = (publicity: object) =>
    whyOf(
      mayObject(
        judge(
          council,
          { ...complete(council), evidence: { heard: complete(council).evidence['heard']!, ...publicity } },
          NOW,
        ),
      ),
    );
  const whyOf = (found: ReturnType<typeof mayObject>) => (isRefusal(found) ? found.refused : undefined);
  expect(at({})).toBe('NO_PUBLICITY');
  expect(at({ publicity: evidence({ endsAt: '2026-12-31T16:00:00.000Z' }) })).toBeUndefined();
  expect(at({ publicity: evidence({ endsAt: NOW.toISOString() }) })).toBe('NO_PUBLICITY');
});

describe('numbers of one’s own', () => {
  test('a community that does without a meeting and without days goes straight on; the supporters are always asked for', () => {
    const facts = { ...beginning(council), numbers: { heard: 0, publicity: 0, result: 0 } };
    const asked = { ruleId: council.ruleIds[0]!, now: NOW };
    expect(mayVote(council, facts, asked)).toMatchObject({ facts: { why: '还差 4 人附议' } });
    expect(mayVote(council, { ...facts, matter: { agendaAt: AT, supports: 5, threshold: 5 } }, asked)).toBeUndefined();
  });
});

test.each(['rejected', 'noQuorum'])('a vote that ended %s ends the way: nothing after it is passed', (ended) => {
  const judged = judge(council, { ...complete(council), ended }, NOW);
  expect(nextOf(judged)).toMatchObject({ gate: { kind: 'vote' }, state: 'closed' });
  expect(judged.at(-1)?.state).toBe('closed');
});

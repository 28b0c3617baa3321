import * as fc from 'fast-check';
import type { Gate } from './definition';
import { PROCEDURES, gatesOf } from './definitions';
import type { Evidence } from './shapes';
import { judge, mayVote, nextOf, type WayFacts } from './gates';

const NOW = new Date('2026-12-20T02:00:00.000Z');
const instant = fc
  .integer({ min: -5, max: 5 })
  .map((days) => new Date(NOW.getTime() + days * 86_400_000).toISOString());
const KINDS = ['council', 'hearing', 'coordination', 'review'];
const anyEvidence = fc.record({
  eventId: fc.constant('e'),
  at: instant,
  facts: fc.record({ kind: fc.constantFrom(...KINDS), present: fc.constantFrom(0, 1, 9) }),
  endsAt: fc.option(instant, { nil: undefined }),
});
const anyFacts = (gates: readonly Gate[]): fc.Arbitrary<WayFacts> =>
  fc.record({
    numbers: fc.record(Object.fromEntries(gates.map(({ gateId }) => [gateId, fc.constantFrom(0, 1, 3)]))),
    evidence: fc.record(Object.fromEntries(gates.map(({ gateId }) => [gateId, anyEvidence])), { requiredKeys: [] }),
    objections: fc.tuple(fc.nat(3), fc.nat(3)).map(([a, b]) => ({ raised: Math.max(a, b), answered: Math.min(a, b) })),
    ended: fc.constantFrom(undefined, undefined, undefined, 'rejected'),
    matter: fc.record({
      agendaAt: fc.constantFrom(undefined, '2026-11-26T02:00:00.000Z'),
      supports: fc.constant(5),
      threshold: fc.constant(5),
    }),
  }) as fc.Arbitrary<WayFacts>;

const WAIVABLE = ['heard', 'notice', 'publicity', 'days'];
const hasRun = ({ endsAt }: { endsAt?: string | undefined }) => !endsAt || endsAt <= NOW.toISOString();
/** A meeting counts when it is of the kind, somebody was there, and its notice had run. */
const counts = ({ meetings }: Gate, { at, facts }: Evidence, notice: string | undefined) =>
  Boolean(meetings?.includes(String(facts['kind']))) && Number(facts['present']) > 0 && (!notice || at >= notice);
const noticeOf = (gates: readonly Gate[], { numbers, evidence }: WayFacts) => {
  const gate = gates.find(({ kind }) => kind === 'notice');
  return gate && numbers[gate.gateId] !== 0 ? evidence[gate.gateId]?.endsAt : undefined;
};
const shown = (gate: Gate, gates: readonly Gate[], facts: WayFacts): boolean => {
  const found = facts.evidence[gate.gateId];
  if (!found || (gate.kind === 'vote' && facts.ended)) return false;
  if (gate.kind === 'heard' && !counts(gate, found, noticeOf(gates, facts))) return false;
  return hasRun(found);
};
const opens = (gate: Gate, gates: readonly Gate[], facts: WayFacts): boolean => {
  const { numbers, objections, matter } = facts;
  if (gate.kind === 'supporters') return Boolean(matter.agendaAt);
  if (gate.kind === 'objections') return objections.raised === objections.answered;
  return (WAIVABLE.includes(gate.kind) && numbers[gate.gateId] === 0) || shown(gate, gates, facts);
};
/** A second way to find how far a matter has come: walk, and stop at the first gate that does not open. */
const stopsAt = (gates: readonly Gate[], facts: WayFacts): string | undefined => {
  for (const gate of gates) if (!opens(gate, gates, facts)) return gate.gateId;
  return undefined;
};

test.each(PROCEDURES.map((procedure) => [procedure.name, procedure] as const))(
  '%s: whatever was done in whatever order, it stands where walking it stops, and its vote opens exactly there',
  (_, procedure) => {
    const gates = gatesOf(procedure);
    fc.assert(
      fc.property(anyFacts(gates), (facts) => {
        const stop = stopsAt(gates, facts);
        expect(nextOf(judge(procedure, facts, NOW))?.gate.gateId).toBe(stop);
        const [ruleId] = procedure.ruleIds;
        if (ruleId && stop !== undefined)
          expect(mayVote(procedure, facts, { ruleId, now: NOW }) === undefined).toBe(stop === 'vote');
      }),
      { numRuns: 300 },
    );
  },
);

import * as fc from 'fast-check';
import type { Gate } from './definition';
import { PROCEDURES, gatesOf } from './definitions';
import { judge, mayVote, nextOf, type WayFacts } from './gates';

const NOW = new Date('2026-12-20T02:00:00.000Z');
const instant = fc
  .integer({ min: -5, max: 5 })
  .map((days) => new Date(NOW.getTime() + days * 86_400_000).toISOString());
const anyEvidence = fc.record({
  eventId: fc.constant('e'),
  at: fc.constant('2026-11-26T02:00:00.000Z'),
  facts: fc.constant({}),
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
const opens = ({ gateId, kind }: Gate, { numbers, evidence, objections, ended, matter }: WayFacts): boolean => {
  if (kind === 'supporters') return Boolean(matter.agendaAt);
  if (kind === 'objections') return objections.raised === objections.answered;
  if (WAIVABLE.includes(kind) && numbers[gateId] === 0) return true;
  const found = evidence[gateId];
  return !(kind === 'vote' && ended) && found !== undefined && hasRun(found);
};
/** A second way to find how far a matter has come: walk, and stop at the first gate that does not open. */
const stopsAt = (gates: readonly Gate[], facts: WayFacts): string | undefined => {
  for (const gate of gates) if (!opens(gate, facts)) return gate.gateId;
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

import type { Calendar } from '@gongzhi/shared/kernel/working-days';
import type { Gate, Procedure } from './definition';
import { gatesOf, numbersOf } from './definitions';
import type { Evidence } from './shapes';
import type { WayFacts } from './gates';

/** Weekends only: what the rules need of a calendar. */
export const weekends: Calendar = {
  knows: () => true,
  isWorkday: (day) => ![0, 6].includes(new Date(`${day}T00:00:00.000Z`).getUTCDay()),
};
export const AT = '2026-11-26T02:00:00.000Z';
export const evidence = (more: Partial<Evidence> = {}): Evidence => ({ eventId: 'e', at: AT, facts: {}, ...more });

/** A matter at its beginning: nothing has happened. */
export const beginning = (procedure: Procedure, more: Partial<WayFacts> = {}): WayFacts => ({
  numbers: numbersOf(procedure, {}),
  evidence: {},
  objections: { raised: 0, answered: 0 },
  matter: { supports: 1, threshold: 5 },
  ...more,
});
/** What an event of this gate's kind tells: of a meeting, its kind and who was there. */
export const factsOf = ({ meetings }: Gate): Evidence['facts'] =>
  meetings ? { kind: meetings[0] ?? '', present: 9 } : {};

/** A matter for which every gate has what it needs. */
export const complete = (procedure: Procedure): WayFacts =>
  beginning(procedure, {
    evidence: Object.fromEntries(
      gatesOf(procedure).map((gate) => [gate.gateId, evidence({ endsAt: AT, facts: factsOf(gate) })]),
    ),
    matter: { agendaAt: AT, supports: 5, threshold: 5 },
  });

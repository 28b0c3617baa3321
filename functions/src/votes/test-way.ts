import { DEFAULT_ID, PROCEDURES, gatesOf } from '@gongzhi/shared/kernel/ways/definitions';
import { newWay } from '../kernel/way-of';
import type { WayItem } from '../kernel/ways';

/** A way on which every step before the vote is done, in no time: of the procedure that votes by this rule, or of the usual one. For tests. */
export const walkedWay = (now: Date, ruleId?: string): WayItem | undefined => {
  const found = PROCEDURES.find((one) => (ruleId ? one.ruleIds.includes(ruleId) : one.procedureId === DEFAULT_ID));
  if (!found) return undefined;
  const gates = gatesOf(found);
  const done = { eventId: 'test', at: now.toISOString(), facts: {} };
  const recorded = gates.filter(({ kind }) => kind === 'recorded');
  return {
    ...newWay(found, { way: undefined, rules: undefined }),
    numbers: Object.fromEntries(gates.map(({ gateId }) => [gateId, 0])),
    evidence: Object.fromEntries(recorded.map(({ gateId }) => [gateId, done])),
    rev: 1,
  };
};

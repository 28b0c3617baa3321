import type { Calendar } from '@gongzhi/shared/kernel/working-days';
import type { Gate, Procedure } from '@gongzhi/shared/kernel/ways/definition';
import { gatesOf } from '@gongzhi/shared/kernel/ways/definitions';
import type { Evidence } from '@gongzhi/shared/kernel/ways/shapes';
import { endOfTerm, termOf } from '@gongzhi/shared/kernel/ways/terms';
import type { MatterFacts } from '../kernel/matters';
import type { WayItem } from '../kernel/ways';

/** An event of another slice about a matter. */
export interface Happened {
  id: string;
  type: string;
  scope: string;
  subject: string;
  at: string;
  data: Record<string, number | string | boolean>;
}
type WithMatter = Happened & { matter: Pick<MatterFacts, 'supports' | 'threshold'> };

const gateOf = (procedure: Procedure, kind: Gate['kind']) => gatesOf(procedure).find((gate) => gate.kind === kind);
const withEvidence = (item: WayItem, gate: Gate | undefined, evidence: Evidence): WayItem =>
  gate ? { ...item, evidence: { ...item.evidence, [gate.gateId]: evidence } } : item;
const plain = ({ id, at, data }: Happened): Evidence => ({ eventId: id, at, facts: data });

/** A result begins the days in which it hangs out; what did not pass ends the way. */
const decided = (procedure: Procedure, item: WayItem, happened: Happened, calendar: Calendar): WayItem => {
  const outcome = String(happened.data['outcome']);
  // a poll decides nothing, whatever way the matter goes meanwhile
  if (outcome === 'advisory' && procedure.force !== 'advisory') return item;
  if (outcome !== 'passed' && outcome !== 'advisory') return { ...item, ended: outcome };
  const voted = withEvidence(item, gateOf(procedure, 'vote'), plain(happened));
  const gate = gateOf(procedure, 'days');
  if (!gate) return voted;
  const term = termOf(gate, item.numbers);
  const facts = { days: term.number, unit: term.unit };
  return withEvidence(voted, gate, { ...plain(happened), ...endOfTerm(new Date(happened.at), term, calendar), facts });
};

type Write = (procedure: Procedure, item: WayItem, happened: WithMatter, calendar: Calendar) => WayItem;
const passed =
  (kind: Gate['kind']): Write =>
  (procedure, item, happened) =>
    withEvidence(item, gateOf(procedure, kind), plain(happened));
const WRITES: Readonly<Record<string, Write>> = {
  // without a quorum it was talked about and not heard; kept also where this procedure does not ask for it, as another may;
  // a meeting of another kind does not take the place of one that counts
  'meetings.matter-heard': (procedure, item, happened) => {
    const { meetings } = gateOf(procedure, 'heard') ?? {};
    const fits = !meetings || meetings.includes(String(happened.data['kind'])) || !item.evidence['heard'];
    return happened.data['quorate'] === true && fits
      ? { ...item, evidence: { ...item.evidence, heard: plain(happened) } }
      : item;
  },
  'votes.vote-opened': (procedure, item, happened) => {
    const { supports, threshold } = happened.matter;
    const facts = { supports, threshold, raised: item.raised, answered: item.answered };
    return withEvidence(item, gateOf(procedure, 'supporters'), { ...plain(happened), facts });
  },
  'votes.vote-decided': decided,
  'resolutions.completed': passed('completed'),
  'resolutions.reviewed': passed('reviewed'),
};

/** What the way is after an event: the evidence it brings, or the same. */
export const evidenceOf: Write = (procedure, item, happened, calendar) =>
  WRITES[happened.type]?.(procedure, item, happened, calendar) ?? item;

import type { Role } from '@gongzhi/shared/kernel/contract';
import { meets } from '@gongzhi/shared/kernel/shares';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { timeInWords } from '@gongzhi/shared/kernel/time';

import type { Gate, Procedure } from './definition';
import { gatesOf, type OwnNumbers } from './definitions';
import type { Evidence, GateState } from './shapes';

/** What is known of a matter's way, as its gates are judged by. */
export interface WayFacts {
  /** Numbers by gate, as they were when the procedure was chosen. */
  numbers: OwnNumbers;
  evidence: Readonly<Record<string, Evidence>>;
  objections: { raised: number; answered: number };
  /** How the vote ended when it did not pass: then the way ends there. */
  ended?: string | undefined;
  matter: { agendaAt?: string | undefined; supports: number; threshold: number };
}
export interface Judged {
  gate: Gate;
  state: GateState;
  why?: string;
  earliest?: string;
  evidence?: Evidence;
}
type Found = Omit<Judged, 'gate'>;

/** Kinds somebody enters by hand, so that what was entered wrongly can be taken back. */
export const BY_HAND: ReadonlySet<Gate['kind']> = new Set(['notice', 'publicity', 'recorded'] as const);
/** Kinds a community may do without, by the number nothing. */
const WAIVABLE = new Set(['heard', 'notice', 'publicity', 'days']);
const NONE: Evidence = { eventId: '', at: '1970-01-01T00:00:00.000Z', facts: { waived: true } };

const ofSupport = ({ matter: { agendaAt, supports, threshold } }: WayFacts): Found =>
  agendaAt
    ? { state: 'passed', evidence: { eventId: '', at: agendaAt, facts: { supports, threshold } } }
    : { state: 'open', why: `还差 ${Math.max(1, threshold - supports)} 人附议` };

const ofObjections = ({ objections: { raised, answered } }: WayFacts): Found =>
  raised === answered
    ? { state: 'passed', evidence: { ...NONE, facts: { raised, answered } } }
    : { state: 'open', why: `还有 ${raised - answered} 条异议没有答复` };

const MISSING: Partial<Record<Gate['kind'], (name: string) => string>> = {
  heard: () => '还没有在会议上审议',
  vote: (name) => `还没有${name}结果`,
  days: () => '还没有结果',
  completed: () => '任务还没有全部验收',
  reviewed: () => '评议还没有结束',
};
/** Why a meeting that dealt with the matter does not count here; `since`: when the notice of it had run. */
const unfitMeeting = ({ meetings }: Gate, { at, facts }: Evidence, since: string | undefined): string | undefined => {
  if (meetings && !meetings.includes(String(facts['kind']))) return '还没有开过这种会议';
  if (Number(facts['present'] ?? 0) < 1) return '会上没有人到场';
  return since && Date.parse(at) < Date.parse(since) ? '会议开在通知满期之前，要重新开会' : undefined;
};
/** Something stands as evidence, and its days have gone by. */
const ofEvidence = (gate: Gate, { evidence }: WayFacts, now: Date, since: string | undefined): Found => {
  const { gateId, kind, name } = gate;
  const found = evidence[gateId];
  if (!found) return { state: 'open', why: MISSING[kind]?.(name) ?? `还没有${name}` };
  const unfit = kind === 'heard' ? unfitMeeting(gate, found, since) : undefined;
  if (unfit) return { state: 'open', why: unfit };
  if (found.endsAt && now.getTime() < Date.parse(found.endsAt))
    return {
      state: 'closed',
      why: `${name}还没有满期，${timeInWords(found.endsAt)}满期`,
      earliest: found.endsAt,
      evidence: found,
    };
  return { state: 'passed', evidence: found };
};

const ENDED: Readonly<Record<string, string>> = { rejected: '表决没有通过', noQuorum: '参与不足，没有形成决议' };
const judgeOne = (gate: Gate, facts: WayFacts, now: Date, since: string | undefined): Found => {
  if (WAIVABLE.has(gate.kind) && facts.numbers[gate.gateId] === 0) return { state: 'passed', evidence: NONE };
  if (gate.kind === 'vote' && facts.ended) return { state: 'closed', why: ENDED[facts.ended] ?? '没有形成决议' };
  if (gate.kind === 'supporters') return ofSupport(facts);
  return gate.kind === 'objections' ? ofObjections(facts) : ofEvidence(gate, facts, now, since);
};

/**
 * Every gate of a procedure as it stands now, in order. A gate is passed only when all before it are: whatever evidence
 * there is, no step is skipped.
 */
export const judge = (procedure: Pick<Procedure, 'stages'>, facts: WayFacts, now: Date): Judged[] => {
  let before: Gate | undefined;
  let since: string | undefined;
  return gatesOf(procedure).map((gate) => {
    const found = judgeOne(gate, facts, now, since);
    if (gate.kind === 'notice') since = found.evidence?.endsAt;
    const shown: Found = before
      ? { state: 'closed', why: `要先完成“${before.name}”`, ...(found.evidence ? { evidence: found.evidence } : {}) }
      : found;
    if (!before && found.state !== 'passed') before = gate;
    return { gate, ...shown };
  });
};

/** The gate that is next, with why it is not passed; none when all are. */
export const nextOf = (judged: readonly Judged[]): Judged | undefined => judged.find(({ state }) => state !== 'passed');

/** Whether the vote of a matter may be opened now by this rule set: every gate before it is passed, and the procedure votes by it. */
export const mayVote = (
  procedure: Procedure,
  facts: WayFacts,
  { ruleId, now }: { ruleId: string; now: Date },
): Refusal<'RULE_UNKNOWN' | 'STEP_BLOCKED'> | undefined => {
  if (!procedure.ruleIds.includes(ruleId)) return refuse('RULE_UNKNOWN');
  const next = nextOf(judge(procedure, facts, now));
  return !next || next.gate.kind === 'vote' ? undefined : blocked(next);
};
/** Whether what was decided may be carried out now: every gate before it is passed, the days of the result among them. */
export const mayCarry = (
  procedure: Pick<Procedure, 'stages'>,
  facts: WayFacts,
  now: Date,
): Refusal<'STEP_BLOCKED'> | undefined => {
  const judged = judge(procedure, facts, now);
  const carry = judged.findIndex(({ gate }) => gate.kind === 'completed');
  const first = judged.slice(0, Math.max(0, carry)).find(({ state }) => state !== 'passed');
  return first && blocked(first);
};
const blocked = ({ gate, why }: Judged) => refuse('STEP_BLOCKED', { step: gate.name, why: why ?? '' });

/** Whether somebody of these roles is who this gate asks to act; otherwise who is. */
export const mayAct = (
  { name, by, may }: Pick<Gate, 'name' | 'by' | 'may'>,
  roles: readonly Role[],
): Refusal<'NOT_YOUR_STEP'> | undefined =>
  may.some((role) => roles.includes(role)) ? undefined : refuse('NOT_YOUR_STEP', { step: name, by });

interface Asked {
  gateId: string;
  kinds: readonly Gate['kind'][];
  roles: readonly Role[];
}
/** Whether this gate's step may be done now by somebody of these roles: it is theirs, the next one, and of this kind. */
export const mayDo = (
  judged: readonly Judged[],
  { gateId, kinds, roles }: Asked,
): Refusal<'NOT_FOUND' | 'STEP_BLOCKED' | 'ALREADY_DONE' | 'NOT_YOUR_STEP'> | Gate => {
  const one = judged.find(({ gate }) => gate.gateId === gateId);
  if (!one || !kinds.includes(one.gate.kind)) return refuse('NOT_FOUND');
  const no = mayAct(one.gate, roles);
  if (no) return no;
  if (one.state === 'open') return one.gate;
  return one.state === 'passed' || one.earliest ? refuse('ALREADY_DONE') : blocked(one);
};

/** What a step on the spot came to, in heads. */
export interface Figures {
  entitled: number;
  present: number;
  agreed: number;
}
/** Whether enough were there and enough of them agreed; by integers, never by percentages. */
export const carried = ({ shares }: Gate, { entitled, present, agreed }: Figures): boolean =>
  !shares || (meets(shares.present, present, entitled) && meets(shares.agree, agreed, present));

/** The publicity that runs now: while there is one, objections may be raised. */
export const mayObject = (judged: readonly Judged[]): Refusal<'NO_PUBLICITY'> | Judged =>
  judged.find(({ gate, earliest }) => gate.kind === 'publicity' && earliest) ?? refuse('NO_PUBLICITY');

import { MINUTE } from '@gongzhi/shared/kernel/time';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { ProposalHead, Stage, TextState } from './model';
import { COUNCIL_DEFAULTS } from './rule-sets';

/** What is stored of a proposal's way; the stage is computed from it and the clock. Instants are ISO 8601, UTC. */
export interface ProposalFacts {
  state: TextState;
  /** When the supports reached the threshold; written once. */
  agendaAt?: string | undefined;
  /** The end of its vote; written once, when the vote is opened. */
  closesAt?: string | undefined;
  /** When the vote's result was written. */
  settledAt?: string | undefined;
  /** Written once, before its vote: it goes on as another matter, or as two. */
  mergedInto?: string | undefined;
  splitInto?: readonly string[] | undefined;
}

const voteStage = ({ closesAt, settledAt }: ProposalFacts, now: Date): Stage => {
  if (settledAt) return 'decided';
  return isBefore(now, closesAt ?? '') ? 'voting' : 'counting';
};

/**
 * Where a proposal stands now. The closing instant itself is closed (`counting`); a result that is written is `decided`
 * whatever the clock says.
 */
export const stageOf = (facts: ProposalFacts, now: Date): Stage => {
  if (facts.state !== 'published') return facts.state;
  if (facts.mergedInto) return 'merged';
  if (facts.splitInto) return 'split';
  if (facts.closesAt) return voteStage(facts, now);
  return facts.agendaAt ? 'agenda' : 'gathering';
};

/** Whether `now` lies before the instant. Compared as milliseconds, never as text. */
const isBefore = (now: Date, instant: string): boolean => now.getTime() < new Date(instant).getTime();

const isPublic = (stage: Stage) => stage !== 'waiting' && stage !== 'refused';

/**
 * Whether somebody may support a proposal: until its vote is opened, and never one's own, whose author counts already.
 * @returns the refusal, or undefined when it is allowed. ALREADY_DONE is known only where it is written.
 */
export const maySupport = (
  proposal: Pick<ProposalHead, 'stage' | 'authorId'>,
  personId: string,
): Refusal<'NOT_FOUND' | 'OWN_PROPOSAL' | 'NOT_DISCUSSING'> | undefined => {
  if (!isPublic(proposal.stage)) return refuse('NOT_FOUND');
  if (proposal.authorId === personId) return refuse('OWN_PROPOSAL');
  return proposal.stage === 'gathering' || proposal.stage === 'agenda' ? undefined : refuse('NOT_DISCUSSING');
};

const DISCUSSING: readonly Stage[] = ['gathering', 'agenda', 'voting'];

/**
 * Whether points, replies and endorsements are open: from publication to the end of the vote. A vote lasts at least a
 * minute and its end never moves, so what is read at the start of a request still holds when it is written.
 */
export const mayDiscuss = ({ stage }: { stage: Stage }): Refusal<'NOT_FOUND' | 'NOT_DISCUSSING'> | undefined => {
  if (!isPublic(stage)) return refuse('NOT_FOUND');
  return DISCUSSING.includes(stage) ? undefined : refuse('NOT_DISCUSSING');
};

/** What a community has set for its council; COUNCIL_DEFAULTS where it has set nothing. */
export interface CouncilSettings {
  supportThreshold: number;
  shortestVoteMinutes: number;
  longestVoteDays: number;
  ruleId: string;
}

/** Settings as stored, each one that is missing taken from COUNCIL_DEFAULTS. */
export const settingsOf = (stored: Partial<CouncilSettings> = {}): CouncilSettings => {
  const { supportThreshold, shortestVoteMinutes, longestVoteDays, ruleId } = { ...COUNCIL_DEFAULTS, ...stored };
  return { supportThreshold, shortestVoteMinutes, longestVoteDays, ruleId };
};

/** The day by which texts are counted, in China time: 2026-11-23. */
export const quotaDay = (now: Date): string => new Date(now.getTime() + 8 * 60 * MINUTE).toISOString().slice(0, 10);

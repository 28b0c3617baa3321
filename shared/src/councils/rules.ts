import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { ProposalHead, Stage, TextState, Vote } from './model';
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

type Opening = Pick<ProposalHead, 'stage' | 'threshold'>;
type OpeningRefusal = Refusal<
  'NOT_FOUND' | 'NOT_ON_AGENDA' | 'VOTE_EXISTS' | 'ROLL_EMPTY' | 'END_TOO_SOON' | 'END_TOO_LATE'
>;

const mayEnd = (closesAt: string, settings: CouncilSettings, now: Date): OpeningRefusal | undefined => {
  const lasts = new Date(closesAt).getTime() - now.getTime();
  if (lasts < settings.shortestVoteMinutes * MINUTE)
    return refuse('END_TOO_SOON', { minutes: settings.shortestVoteMinutes });
  if (lasts > settings.longestVoteDays * DAY) return refuse('END_TOO_LATE', { days: settings.longestVoteDays });
  return undefined;
};

/** Whether a proposal has come as far as a vote, whatever end is asked for. */
export const mayBeVoted = ({ stage, threshold }: Opening): OpeningRefusal | undefined => {
  if (!isPublic(stage)) return refuse('NOT_FOUND');
  if (stage === 'gathering') return refuse('NOT_ON_AGENDA', { threshold });
  return stage === 'agenda' ? undefined : refuse('VOTE_EXISTS');
};

/**
 * Whether the vote may be opened with a roll of `households` and this end. Both bounds are allowed themselves: a vote of
 * exactly the shortest or the longest time opens.
 */
export const mayOpenVote = (
  proposal: Opening,
  { households, closesAt }: { households: number; closesAt: string },
  settings: CouncilSettings,
  now: Date,
): OpeningRefusal | undefined =>
  mayBeVoted(proposal) ?? (households === 0 ? refuse('ROLL_EMPTY') : mayEnd(closesAt, settings, now));

/**
 * Whether a household may cast its ballot now. At the closing instant the vote is closed.
 * `voter`: what the roll and the ballots say of the household; a page knows both from `Vote.mine`.
 */
export const mayVote = (
  vote: Pick<Vote, 'closesAt'>,
  voter: { onRoll: boolean; voted?: boolean },
  now: Date,
): Refusal<'NOT_ON_ROLL' | 'CLOSED' | 'HOUSEHOLD_VOTED'> | undefined => {
  if (!voter.onRoll) return refuse('NOT_ON_ROLL');
  if (!isBefore(now, vote.closesAt)) return refuse('CLOSED');
  return voter.voted ? refuse('HOUSEHOLD_VOTED') : undefined;
};

/**
 * How long after the end ballots are counted, milliseconds: a ballot that was accepted at the last instant may still be
 * on its way to the table for as long as a function may run. Not below the timeout of the function that serves `castVote`.
 */
export const SETTLE_MARGIN_MS = 10_000;

/** Whether the ballots may be counted: every ballot that was accepted has been written or never will be. */
export const maySettle = ({ closesAt }: Pick<Vote, 'closesAt'>, now: Date): Refusal<'NOT_CLOSED'> | undefined =>
  now.getTime() < new Date(closesAt).getTime() + SETTLE_MARGIN_MS ? refuse('NOT_CLOSED') : undefined;

/** `open` until the closing instant, `counting` until the result is written, then `decided`. */
export const phaseOf = ({ closesAt }: Pick<Vote, 'closesAt'>, decided: boolean, now: Date): Vote['phase'] => {
  if (decided) return 'decided';
  return isBefore(now, closesAt) ? 'open' : 'counting';
};

/** Settings as stored, each one that is missing taken from COUNCIL_DEFAULTS. */
export const settingsOf = (stored: Partial<CouncilSettings> = {}): CouncilSettings => {
  const { supportThreshold, shortestVoteMinutes, longestVoteDays, ruleId } = { ...COUNCIL_DEFAULTS, ...stored };
  return { supportThreshold, shortestVoteMinutes, longestVoteDays, ruleId };
};

/** The day by which texts are counted, in China time: 2026-11-23. */
export const quotaDay = (now: Date): string => new Date(now.getTime() + 8 * 60 * MINUTE).toISOString().slice(0, 10);

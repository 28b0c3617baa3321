import { refuse, isRefusal } from '@gongzhi/shared/kernel/refusals';
import { procedureOf } from '@gongzhi/shared/kernel/ways/definitions';
import { isElection } from '@gongzhi/shared/kernel/ways/elections';
import { mayBeginAnew } from '@gongzhi/shared/kernel/ways/rounds';
import { commit, isLost } from '../kernel/commit';
import { newWay } from '../kernel/way-of';
import type { WayItem } from '../kernel/ways';
import { findWay, type WayHere } from './find-way';
import type { Handle } from './repo';

/**
 * By another procedure, or after a vote that decided nothing, the way begins anew, except that a meeting that was held was
 * held; by the same, only the kind changes.
 */
const nextWay = ({ item, found, matter }: WayHere, chosen: NonNullable<ReturnType<typeof procedureOf>>): WayItem => {
  if (found.way && item.procedureId === chosen.procedureId && !matter.voteId) return { ...item, chosen: true };
  const { heard } = item.evidence;
  const { raised, answered } = item;
  return { ...newWay(chosen, found), chosen: true, raised, answered, evidence: heard ? { heard } : {} };
};

/** The procedure asked for, unless it is not for this matter, or a vote on it stands. */
const chosenFor = ({ matter, procedure: before, facts }: WayHere, procedureId: string) => {
  const procedure = procedureOf(procedureId);
  if (!procedure || (procedure.ruleIds.length > 0 && isElection(matter.title))) return refuse('ELECTION_NOT_HERE');
  return matter.voteId && !mayBeginAnew(before, facts, matter) ? refuse('VOTE_EXISTS') : procedure;
};

export const chooseProcedure: Handle<'chooseProcedure'> = async ({ kind, procedureId: asked, ...ids }, ctx) => {
  const here = await findWay(ids, ctx);
  if (isRefusal(here)) return here;
  const procedure = chosenFor(here, asked);
  if (isRefusal(procedure)) return procedure;
  const { procedureId } = procedure;
  const past = here.matter.voteId;
  const next: WayItem = { ...nextWay(here, procedure), kind };
  const at = ctx.now.toISOString();
  const facts = { procedureId, kind, rulesVersion: next.rulesVersion, ...(past ? { past } : {}) };
  const { repo, matters, caller } = ctx;
  const writes = [
    past
      ? matters.beginAnewWrite(ids.communityId, ids.proposalId, past)
      : matters.noVoteCheck(ids.communityId, ids.proposalId),
    repo.ways.changeWrite(ids, here.found, next),
    repo.records.addWrite(ids, ctx.id(), { at, kind: 'chosen', facts, byName: caller.displayName }),
  ];
  const event = { type: 'procedures.procedure-chosen', subject: ids.proposalId, data: facts };
  const done = await commit(ctx, writes, event, { proposalId: ids.proposalId, procedureId, at });
  return isLost(done) ? refuse(done.lost === 'VOTE_EXISTS' ? 'VOTE_EXISTS' : 'STALE') : done;
};

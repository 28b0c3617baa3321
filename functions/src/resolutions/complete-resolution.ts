import { reviewTerms } from '@gongzhi/shared/resolutions/rules';
import { Busy, commit, isLost } from '../kernel/commit';
import type { Ledger } from '../kernel/ledger';
import { actAlone } from '../kernel/act-alone';
import type { Repo } from './repo';

/**
 * Completes a resolution whose every task is accepted, once, and fixes when its review is. A task that is added at the
 * same moment wins: the count of tasks that was seen is the condition. What was promised after a survey is never complete:
 * more may be promised, and whether it helped is what the next survey asks.
 * @throws Busy when something changed meanwhile: it is looked at again.
 */
export const completeResolution = async (
  { repo, ledger }: { repo: Repo; ledger: Ledger },
  { communityId, proposalId }: { communityId: string; proposalId: string },
  now: Date,
): Promise<boolean> => {
  const item = await repo.resolutions.read(communityId, proposalId);
  if (!item?.voteId || item.completedAt) return false;
  const tasks = await repo.tasks.all(communityId, proposalId);
  if (tasks.length !== item.tasks || !tasks.every(({ state }) => state === 'accepted')) return false;
  const rule = await repo.settings.read(communityId);
  const terms = reviewTerms(rule, now);
  const set = { completedAt: now.toISOString(), review: { ...terms, reviewers: rule.reviewers } };
  const ctx = actAlone(ledger, communityId, `complete-${proposalId}`, now);
  const data = { voteId: item.voteId, tasks: tasks.length, ...terms };
  const event = { type: 'resolutions.completed', subject: proposalId, via: 'system' as const, data };
  const done = await commit(ctx, [repo.resolutions.change({ communityId, proposalId }, item, set)], event, {});
  if (isLost(done)) throw new Busy('resolutions.completed');
  return true;
};

import { actAlone } from '../kernel/act-alone';
import { commit } from '../kernel/commit';
import type { Ledger } from '../kernel/ledger';
import { findEvaluation } from './find-evaluation';
import { spanSince } from './prepare-one';
import type { Deps } from './repo';
import type { OfMember } from './repo-reports';

export interface Asking extends Pick<Deps, 'repo' | 'party' | 'servings'> {
  ledger: Ledger;
}

/**
 * Asks those whose wish the member made come true in the period for a few words, each wish once however often it is told
 * that the evaluation is open. The event names whom it is told, and stands in no history.
 */
export const askWords = async (asking: Asking, of: OfMember, now: Date): Promise<void> => {
  const { communityId, memberId, period } = of;
  const found = await findEvaluation(of, asking);
  if (!found) return;
  const span = spanSince(period, found.evaluation.since);
  for (const { wishId, wisherId } of await asking.servings.wishesOf(communityId, memberId, span)) {
    if (wisherId === memberId) continue;
    const ctx = actAlone(asking.ledger, communityId, `word-${period}-${memberId}-${wishId}`, now);
    const data = { toldId: wisherId, wishId, helperId: memberId, period };
    const quiet = { unlisted: true, via: 'system' } as const;
    await commit(ctx, [], { type: 'reports.word-asked', subject: `evaluations/${memberId}`, data, ...quiet }, {});
  }
};

import { verdictOn } from '@gongzhi/shared/councils/text-rules';
import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { findDiscussion } from './find-discussion';
import type { Handle } from './repo';

export const addPoint: Handle<'addPoint'> = async ({ column, body, askReview, ...ids }, ctx) => {
  const { repo, caller, now } = ctx;
  const proposal = await findDiscussion(ids, ctx);
  if (isRefusal(proposal)) return proposal;
  const verdict = verdictOn(await ctx.check({ personId: caller.personId, text: body }), askReview);
  if (isRefusal(verdict)) return verdict;
  const at = now.toISOString();
  const id = ctx.id();
  const words = { body, authorId: caller.personId, authorName: caller.displayName };
  const shown =
    verdict.state === 'published'
      ? [
          ...repo.points.pointWrites(ids, column, { id, ...words, at }),
          repo.proposals.countPointWrite(ids.communityId, ids.proposalId),
        ]
      : repo.texts.waitWrites(ids.communityId, {
          kind: 'point',
          sk: id,
          proposalId: ids.proposalId,
          title: proposal.title,
          column,
          ...words,
          label: verdict.label,
          askedAt: at,
        });
  const writes = [repo.texts.quotaWrite(ids.communityId, caller.personId, 'text', now), ...shown];
  const data = { pointId: id, column, ...verdict };
  const done = await commit(
    ctx,
    writes,
    { type: 'councils.point-added', subject: ids.proposalId, data },
    { id, state: verdict.state, at },
  );
  return isLost(done) ? refuse('TOO_MANY') : done;
};

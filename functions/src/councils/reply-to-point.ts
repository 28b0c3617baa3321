import { verdictOn } from '@gongzhi/shared/kernel/text-rules';
import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { findDiscussion } from './find-discussion';
import type { Handle } from './repo';

export const replyToPoint: Handle<'replyToPoint'> = async ({ pointId, body, askReview, ...ids }, ctx) => {
  const { repo, caller, now } = ctx;
  const proposal = await findDiscussion(ids, ctx);
  if (isRefusal(proposal)) return proposal;
  const node = await repo.points.node(ids, pointId);
  if (!node) return refuse('NOT_FOUND');
  if (node.replyTo) return refuse('NO_DEEPER');
  const verdict = verdictOn(await ctx.check({ personId: caller.personId, text: body }), askReview);
  if (isRefusal(verdict)) return verdict;
  const at = now.toISOString();
  const id = ctx.id();
  const words = { body, authorId: caller.personId, authorName: caller.displayName };
  const shown =
    verdict.state === 'published'
      ? repo.points.replyWrites(ids, pointId, { id, ...words, at })
      : repo.texts.waitWrites(ids.communityId, {
          kind: 'reply',
          sk: id,
          proposalId: ids.proposalId,
          title: proposal.title,
          pointId,
          ...words,
          label: verdict.label,
          askedAt: at,
        });
  const writes = [repo.texts.quotaWrite(ids.communityId, caller.personId, 'text', now), ...shown];
  const data = { pointId, replyId: id, ...verdict };
  const done = await commit(
    ctx,
    writes,
    { type: 'councils.reply-added', subject: ids.proposalId, data },
    { id, state: verdict.state, at },
  );
  return isLost(done) ? refuse('TOO_MANY') : done;
};

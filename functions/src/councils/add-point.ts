import { verdictOn } from '@gongzhi/shared/kernel/text-rules';
import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { findDiscussion, goesOn } from './find-discussion';
import type { Handle, Repo } from './repo';

/** What was said on a merged matter is still answered there; what is new belongs where it goes on. */
const moved = async (communityId: string, intoId: string, repo: Repo) => {
  const into = await repo.proposals.head(communityId, intoId);
  return into
    ? refuse('POINTS_MOVED', { title: (await goesOn(communityId, into, repo)).title })
    : refuse('NOT_DISCUSSING');
};

export const addPoint: Handle<'addPoint'> = async ({ column, body, askReview, ...ids }, ctx) => {
  const { repo, caller, now } = ctx;
  const proposal = await findDiscussion(ids, ctx);
  if (isRefusal(proposal)) return proposal;
  if (proposal.mergedInto) return moved(ids.communityId, proposal.mergedInto, repo);
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

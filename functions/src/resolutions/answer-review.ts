import { mayReview } from '@gongzhi/shared/resolutions/rules';
import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { checkWords } from './check-words';
import { findPart } from './find-part';
import type { Handle } from './repo';

/** Who answered is in the event; what was answered is not. */
export const answerReview: Handle<'answerReview'> = async ({ verdict, word, askReview, ...ids }, ctx) => {
  const { repo, caller, now } = ctx;
  const item = await repo.resolutions.read(ids.communityId, ids.proposalId);
  if (!item) return refuse('NOT_FOUND');
  const part = await findPart(ctx, ids, caller.personId);
  const no = mayReview(item.review, part, now);
  if (no) return no;
  const words = await checkWords(ctx, word, askReview);
  if (isRefusal(words)) return words;
  const at = now.toISOString();
  const answer = { verdict, at, ...(word ? { word } : {}), ...(words.waiting ? { waiting: true as const } : {}) };
  const done = await commit(
    ctx,
    repo.resolutions.reviewWrites(ids, caller.personId, answer),
    { type: 'resolutions.review-answered', subject: ids.proposalId },
    { proposalId: ids.proposalId, at },
  );
  if (!isLost(done)) return done;
  return refuse(done.lost === 'ANSWERED' ? 'ALREADY_DONE' : 'NOT_REVIEWING');
};

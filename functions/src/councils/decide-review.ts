import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost, type Write } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle, Repo } from './repo';
import type { WaitingItem } from './repo-texts';

/** What making a waiting text public writes, besides ending its waiting. */
const publishing = (repo: Repo, communityId: string, text: WaitingItem, at: string): Write[] => {
  const { proposalId, authorId, authorName, askedAt } = text;
  if (text.kind === 'proposal')
    return [repo.proposals.publishWrite(communityId, proposalId, { ...text, filedAt: askedAt }, at)];
  const ids = { communityId, proposalId };
  const words = { id: text.sk, body: text.body, authorId, authorName, at: askedAt };
  return text.kind === 'reply'
    ? repo.points.replyWrites(ids, text.pointId, words)
    : [...repo.points.pointWrites(ids, text.column, words), repo.proposals.countPointWrite(communityId, proposalId)];
};

export const decideReview: Handle<'decideReview'> = async ({ communityId, reviewId, publish, reason }, ctx) => {
  const { repo } = ctx;
  const text = await repo.texts.waiting(communityId, reviewId);
  if (!text) {
    const decided = await repo.texts.decided(communityId, reviewId);
    return decided ? recallAnswer(ctx, refuse('ALREADY_DECIDED')) : refuse('NOT_FOUND');
  }
  const at = ctx.now.toISOString();
  const state = publish ? 'published' : 'refused';
  const writes = [
    ...repo.texts.decideWrites(communityId, text, { state, at, ...(reason ? { reason } : {}) }),
    ...(publish ? publishing(repo, communityId, text, at) : []),
  ];
  const event = {
    type: `councils.text-${state}`,
    subject: text.proposalId,
    data: { textId: reviewId, kind: text.kind, label: text.label },
  };
  const done = await commit(ctx, writes, event, { id: reviewId, state, at } as const);
  return isLost(done) ? refuse('ALREADY_DECIDED') : done;
};

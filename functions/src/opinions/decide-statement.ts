import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost, type Write } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { publishNext } from './publish-next';
import type { Handle } from './repo';

/** What no longer waits was decided by somebody, so one that is not there is ALREADY_DECIDED. */
export const decideStatement: Handle<'decideStatement'> = async ({ communityId, reviewId, publish, reason }, ctx) => {
  const { repo } = ctx;
  const held = await repo.waiting.find(communityId, reviewId);
  if (!held) return recallAnswer(ctx, refuse('ALREADY_DECIDED'));
  const { sk: id, proposalId, body, authorId, askedAt, label } = held;
  const at = ctx.now.toISOString();
  const state = publish ? 'published' : 'refused';
  const event = { type: `opinions.statement-${state}`, subject: proposalId, data: { statementId: id, label } };
  const act = (write: Write) =>
    commit(ctx, [repo.waiting.endWrite(communityId, id), write], event, { id, state, at } as const);
  const done = publish
    ? await publishNext(repo, { communityId, proposalId }, { id, body, authorId, at: askedAt }, act)
    : await act(repo.waiting.refuseWrite(communityId, held, reason ?? ''));
  return isLost(done) ? refuse('ALREADY_DECIDED') : done;
};

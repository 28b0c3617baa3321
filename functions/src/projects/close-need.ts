import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayCloseNeed } from '@gongzhi/shared/projects/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';

export const closeNeed: Handle<'closeNeed'> = async ({ communityId, needId }, ctx) => {
  const { repo, caller } = ctx;
  const need = await repo.needs.read(communityId, needId);
  if (!need) return refuse('NOT_FOUND');
  const no = mayCloseNeed(need, caller);
  if (no) return recallAnswer(ctx, no);
  const answer = { needId, state: 'closed' as const, at: ctx.now.toISOString() };
  const write = repo.needs.moveWrite(communityId, need, { to: 'closed', at: answer.at });
  const done = await commit(ctx, [write], { type: 'projects.need-closed', subject: needId }, answer);
  return isLost(done) ? refuse('NEED_SHUT') : done;
};

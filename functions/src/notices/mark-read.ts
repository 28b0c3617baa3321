import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';

export const markRead: Handle<'markRead'> = async ({ noticeId }, ctx) => {
  const { caller, now } = ctx;
  const at = now.toISOString();
  const write = ctx.repo.inbox.readWrite(caller.personId, noticeId, at);
  const event = { type: 'notices.notice-read', subject: caller.personId, data: { noticeId } };
  const done = await commit(ctx, [write], event, { noticeId, at });
  return isLost(done) ? refuse('NOT_FOUND') : done;
};

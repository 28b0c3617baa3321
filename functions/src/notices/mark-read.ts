import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';

/**
 * The first opening of a notice that was sent is counted in its reach, in the transaction that makes it read. What was read
 * stays as it is: opening it again, or twice at once, changes nothing and leaves no event.
 */
export const markRead: Handle<'markRead'> = async ({ noticeId }, ctx) => {
  const { caller, now, repo } = ctx;
  const at = now.toISOString();
  const { personId } = caller;
  const notice = await repo.inbox.one(personId, noticeId);
  if (notice?.readAt) return { noticeId, at: notice.readAt };
  const counted = notice?.via ? [repo.openings.write(notice.via, personId)] : [];
  const writes = [repo.inbox.readWrite(personId, noticeId, at), ...counted];
  const event = { type: 'notices.notice-read', subject: personId, data: { noticeId } };
  const done = await commit(ctx, writes, event, { noticeId, at });
  if (!isLost(done)) return done;
  const after = await repo.inbox.one(personId, noticeId);
  return after?.readAt ? { noticeId, at: after.readAt } : refuse('NOT_FOUND');
};

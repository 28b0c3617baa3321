import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';

/** The first opening of a notice that was sent is counted in its reach, in the transaction that makes it read. */
export const markRead: Handle<'markRead'> = async ({ noticeId }, ctx) => {
  const { caller, now, repo } = ctx;
  const at = now.toISOString();
  const event = { type: 'notices.notice-read', subject: caller.personId, data: { noticeId } };
  const notice = await repo.inbox.one(caller.personId, noticeId);
  const counted = notice?.via && !notice.readAt ? [repo.openings.write(notice.via, caller.personId)] : [];
  const write = repo.inbox.readWrite(caller.personId, noticeId, at);
  const first = counted.length > 0 ? repo.inbox.firstReadWrite(caller.personId, noticeId, at) : write;
  const done = await commit(ctx, [first, ...counted], event, { noticeId, at });
  if (!isLost(done)) return done;
  if (counted.length === 0) return refuse('NOT_FOUND');
  const again = await commit(ctx, [write], event, { noticeId, at });
  return isLost(again) ? refuse('NOT_FOUND') : again;
};

import type { Reply } from '@gongzhi/shared/councils/model';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';
import { replyPlace } from './repo-texts';

/** Oldest first; on the last page follow the caller's own that are not public. */
export const listReplies: Handle<'listReplies'> = async ({ pointId, cursor, ...ids }, { repo, caller }) => {
  const node = await repo.points.node(ids, pointId);
  if (!node?.column) return refuse('NOT_FOUND');
  const { items, next } = await repo.points.listReplies(ids, pointId, cursor);
  const held = caller && !next ? await repo.texts.listHeld(ids, caller.personId, replyPlace(pointId)) : [];
  const published: Reply[] = items.map(({ sk, body, authorId, authorName, at }) => ({
    replyId: sk,
    body,
    authorId,
    authorName,
    at,
    state: 'published',
  }));
  const own: Reply[] = held.map(({ text, state, reason }) => ({
    replyId: text.sk,
    body: text.body,
    authorId: text.authorId,
    authorName: text.authorName,
    at: text.askedAt,
    state,
    ...(reason ? { reason } : {}),
  }));
  return { items: [...published, ...own.reverse()], next };
};

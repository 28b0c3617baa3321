import { isRead } from '@gongzhi/shared/notices/rules';
import type { Notice } from '@gongzhi/shared/notices/model';
import type { Handle } from './repo';
import type { NoticeItem } from './repo-inbox';

export const shownNotice = (item: NoticeItem, mark: string | undefined): Notice => {
  const { sk: noticeId, type, communityId, proposalId, title, at, arrivedAt, data } = item;
  return { noticeId, type, communityId, proposalId, title, at, arrivedAt, data, read: isRead(item, mark) };
};

export const listInbox: Handle<'listInbox'> = async ({ cursor }, { repo, caller }) => {
  const [{ items, next }, mark] = await Promise.all([
    repo.inbox.list(caller.personId, cursor),
    repo.inbox.mark(caller.personId),
  ]);
  return { items: items.map((item) => shownNotice(item, mark)), next };
};
